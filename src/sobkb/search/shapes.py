"""Which names are alike to the ranking, so that thousands of them need only a few ratings."""

from __future__ import annotations

from collections.abc import Sequence

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
        self._known: dict[Shape, int] = {}
        self.all: list[Shape] = []

    def of(self, numbers: Sequence[int]) -> list[int]:
        """Return the numbers of the shapes of names."""
        found = list(map(self._of.__getitem__, numbers))
        if -1 in found:
            for number in numbers:
                if self._of[number] < 0:
                    self._of[number] = self._find(number)
            found = list(map(self._of.__getitem__, numbers))
        return found

    def _find(self, number: int) -> int:
        names = self._index.names
        owner = names.owner[number]
        words = set(names.folded[number].split(" "))
        telling = words - STOP_WORDS
        letters = sum(map(len, telling or words))
        regional = bool(self._index.standings[owner].regions)
        shape = Shape(letters, not telling, names.mark[number], self._index.weight(owner), regional)
        known = self._known.get(shape)
        if known is None:
            known = self._known[shape] = len(self.all)
            self.all.append(shape)
        return known
