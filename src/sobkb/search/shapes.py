"""Which names are alike to the ranking, so that thousands of them need only a few ratings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sobkb.light_typing import TYPE_CHECKING, NamedTuple
from sobkb.search.tuning import STOP_WORDS

if TYPE_CHECKING:
    from sobkb.search.indexing import SearchIndex


class Shape(NamedTuple):
    """What the score of a name depends on, besides the words that match in it.

    Attributes:
        letters: How many letters its distinct words have, stop words left out unless it has no others.
        stops: Whether it consists of stop words.
        mark: The number of its sort and language.
        weight: What its concept weighs.
        regional: Whether its concept is of a region.
    """

    letters: int
    stops: bool
    mark: int
    weight: float
    regional: bool


class Shapes:
    """The shapes of the names of an index, each worked out when it is first asked for.

    Attributes:
        all: The shapes that occur.
    """

    def __init__(self, index: SearchIndex) -> None:
        self._index = index
        self._of = [-1] * len(index.names.owner)
        self._known: dict[tuple[int, bool, int, float, bool], int] = {}
        self.all: list[Shape] = []

    def of(self, numbers: Sequence[int]) -> list[int]:
        """Return the numbers of the shapes of names."""
        found = list(map(self._of.__getitem__, numbers))
        if -1 in found:
            self._find([number for number in numbers if self._of[number] < 0])
            found = list(map(self._of.__getitem__, numbers))
        return found

    def _find(self, numbers: Iterable[int]) -> None:
        names = self._index.names
        weights = self._index.weights
        regional = [bool(standing.regions) for standing in self._index.standings]
        for number in numbers:
            words = set(names.folded[number].split(" "))
            telling = words - STOP_WORDS
            owner = names.owner[number]
            letters = sum(map(len, telling or words))
            shape = (letters, not telling, names.mark[number], weights[owner], regional[owner])
            known = self._known.get(shape)
            if known is None:
                known = self._known[shape] = len(self.all)
                self.all.append(Shape._make(shape))
            self._of[number] = known
