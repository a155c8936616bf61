"""Telling by a glance which concepts can be among the best, so that only those are rated in full.

When a word stands in thousands of names, rating them all takes longer than a reader wants to wait. For
each concept a bound is worked out that its score cannot exceed; concepts are then rated in the order of
their bounds, until no bound reaches the last of the best. What comes out is what rating all would give.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress, groupby, repeat
from operator import contains, itemgetter

from sobkb.light_typing import TYPE_CHECKING
from sobkb.search.findings import rounded, with_support
from sobkb.search.lanes import added, lanes
from sobkb.search.tuning import (
    LABEL,
    LABEL_SORTS,
    REGIONAL,
    SORT_WEIGHT,
    SORT_WEIGHT_WITHIN,
    STOP_WORDS,
    WAYS,
)

if TYPE_CHECKING:
    from sobkb.search.indexing import SearchIndex
    from sobkb.search.query import QueryWord
    from sobkb.search.rating import Names
    from sobkb.search.shapes import Shape
    from sobkb.search.together import Pair

MANY = 100
"""From how many names on that hold a word of the query it pays to look before rating."""

_AT_ONCE = 64
"""How many concepts are looked at to begin with; eight times as many each time that is not enough."""

_UNITS = 10_000
"""Steps in which scores are counted, as they are rounded."""

_PREFERRED = 16
"""By how many bits the score of a preferred label is shifted, to hold it beside that of another name."""


def in_order(
    index: SearchIndex,
    values: Sequence[int],
    promises: Iterable[tuple[float, int]],
    counts: Mapping[int, int],
    wanted: Callable[[int], bool] | None,
) -> Iterator[tuple[float, int]]:
    """Yield concepts with their bounds in the order of findings with such scores.

    Args:
        index: The index of the knowledge base.
        values: For each concept a number that stands for what it can score.
        promises: Bounds, the highest first, each with a number that stands for it.
        counts: How many concepts have each number.
        wanted: Tells whether a concept is wanted; None when all are.
    """
    standings = index.standings
    deprecated: list[tuple[float, int]] = []
    for bounds in _in_turns(promises, counts):
        chosen = compress(range(len(values)), map(bounds.__contains__, values))
        for bound, owners in _by_bound(values, bounds, filter(wanted, chosen) if wanted else chosen):
            for owner in sorted(owners, key=index.ranks.__getitem__):
                if standings[owner].deprecated:
                    deprecated.append((bound, owner))
                else:
                    yield bound, owner
    yield from deprecated


def _in_turns(promises: Iterable[tuple[float, int]], counts: Mapping[int, int]) -> Iterator[dict[int, float]]:
    """Yield bounds by the numbers that stand for them, in turns of some concepts at first and more and more later."""
    share = _AT_ONCE
    bounds: dict[int, float] = {}
    gathered = 0
    for bound, alike in groupby(promises, key=itemgetter(0)):
        for _, value in alike:
            bounds[value] = bound
            gathered += counts[value]
        if gathered >= share:
            yield bounds
            bounds = {}
            gathered = 0
            share *= 8
    if bounds:
        yield bounds


def _by_bound(
    values: Sequence[int], bounds: Mapping[int, float], owners: Iterable[int]
) -> list[tuple[float, list[int]]]:
    """Put concepts together by bound, the highest bound first."""
    different = sorted(set(bounds.values()), reverse=True)
    if len(different) == 1:
        return [(different[0], list(owners))]
    found: dict[float, list[int]] = {bound: [] for bound in different}
    for owner in owners:
        found[bounds[values[owner]]].append(owner)
    return list(found.items())


class NameBounds:
    """For each concept the most that its best preferred label and its best other name can score.

    Args:
        names: The names in the light of the query.
    """

    def __init__(self, names: Names) -> None:
        self._names = names
        self._index = names.index
        self._shapes = names.index.shapes
        self._preferred = lanes(len(names.index.iris))
        self._other = lanes(len(names.index.iris))
        for words in names.readings:
            if len(words) == 1 and not names.query.asked:
                self._add_alone(words[0])
            else:
                self._add_together(words)
        for number in names.read_whole:
            self._add([number], [self._score(self._shape(number), LABEL["whole"], exact=True)])
        self._values = added(self._other, self._preferred)

    @classmethod
    def worth_it(cls, names: Names, limit: int | None) -> NameBounds | None:
        """Return the bounds; None when there are too few names to choose from, or all are wanted."""
        if limit is None or any(all(word.adds for word in words) for words in names.readings):
            return None
        return cls(names) if sum(map(names.count, names.readings)) >= MANY else None

    def by_promise(self, wanted: Callable[[int], bool] | None) -> Iterator[tuple[float, int]]:
        """Yield the concepts of which a name holds every word, each after the most it can score, in order."""
        promises = []
        counts = Counter(self._values)
        for value in filter(None, counts):
            preferred, other = value >> _PREFERRED, value & _OTHER
            best = max(preferred, other) / _UNITS
            promises.append((with_support(best, preferred / _UNITS), value))
        promises.sort(reverse=True)
        return in_order(self._index, self._values, promises, counts, wanted)

    def owners(self) -> set[int]:
        """Return the concepts of which a name holds every word."""
        return set(compress(range(len(self._values)), self._values))

    def _add_alone(self, word: QueryWord) -> None:
        """Take a word that is the whole query, and stands in very many names."""
        entries = self._index.names
        groups: defaultdict[tuple[float, int, int, bool], list[int]] = defaultdict(list)
        for match, (quality, way) in word.matches.items():
            groups[quality, way, len(match), match in STOP_WORDS] += entries.words.numbers(match)
        for (quality, way, size, stops), numbers in groups.items():
            chosen = self._shapes.of(numbers)
            scores = {s: self._alone(self._shapes.all[s], quality, way, size, stops=stops) for s in set(chosen)}
            self._add(numbers, map(scores.__getitem__, chosen))

    def _alone(self, shape: Shape, quality: float, way: int, size: int, *, stops: bool) -> _Score:
        covered = 0.0 if stops and not shape.stops else size / shape.letters
        if covered != 1.0:
            return self._score(shape, quality * (LABEL["base"] + LABEL["coverage"] * covered), exact=False)
        if quality == 1.0:
            return self._score(shape, LABEL["wholeWithout"], exact=True)
        rating = quality * (LABEL["base"] + LABEL["coverage"])
        return self._score(shape, rating + LABEL["wholeForm"] if way <= _FORM else rating, exact=False)

    def _add_together(self, words: Sequence[QueryWord]) -> None:
        """Take words that have to be in one name."""
        holding = self._names.together.holding([word for word in words if not word.adds])
        if not holding:
            return
        entries = self._index.names
        numbers = list(holding)
        lines = map(entries.folded.__getitem__, numbers)
        # Words that begin or end within another one are taken for the phrase too; the bound is only higher.
        phrase = " ".join([word.text for word in words])
        phrased = map(contains, lines, repeat(phrase)) if len(words) > 1 else repeat(False)
        pairs = [self._pairs(word, numbers) for word in words]
        alike = list(zip(self._shapes.of(numbers), phrased, *pairs, strict=False))
        scores = {key: self._together(self._shapes.all[key[0]], key[2:], phrased=key[1]) for key in set(alike)}
        self._add(numbers, map(scores.__getitem__, alike))

    def _pairs(self, word: QueryWord, numbers: list[int]) -> Iterable[Pair]:
        """Return for each of some names how well the best match of a word in it is, and its length."""
        together = self._names.together
        among = set(numbers)
        if not word.adds:
            only = together.only_pair(word, among)
            return repeat(only) if only else map(together.pairs(word, among).__getitem__, numbers)
        found = together.pairs(word, among)
        owner = self._index.names.owner
        return [found.get(n) or (self._names.surroundings(word, owner[n]), 0) for n in numbers]

    def _together(self, shape: Shape, pairs: Sequence[Pair], *, phrased: bool) -> _Score:
        if not all(quality for quality, _ in pairs):
            return self._other, 0
        asked = sum(map(len, self._names.query.asked))
        extra = LABEL["asked"] if asked else 0.0
        quality = sum([pair[0] for pair in pairs]) / len(pairs)
        covered = min(1.0, (sum([pair[1] for pair in pairs]) + asked) / shape.letters)
        if covered == 1.0 and quality == 1.0:
            return self._score(shape, LABEL["wholeWithout"] + extra, exact=True)
        rating = quality * (LABEL["base"] + LABEL["coverage"] * covered) + extra + _SLACK
        if covered == 1.0:
            rating += LABEL["wholeForm"]
        if phrased:
            rating += LABEL["phrase"]
        return self._score(shape, rating, exact=False)

    def _shape(self, number: int) -> Shape:
        return self._shapes.all[self._shapes.of([number])[0]]

    def _score(self, shape: Shape, rating: float, *, exact: bool) -> _Score:
        """Return the most that a name of a shape can score, and the side on which it counts."""
        sort, lang = self._index.names.marks[shape.mark]
        weight = shape.weight
        if shape.regional and not self._names.named_regions:
            weight *= REGIONAL
        sorts = SORT_WEIGHT if exact else SORT_WEIGHT_WITHIN
        score = round(rounded(rating * sorts[sort] * self._names.language(lang) * weight) * _UNITS)
        return (self._preferred, score << _PREFERRED) if sort == LABEL_SORTS[0] else (self._other, score)

    def _add(self, numbers: list[int], scores: Iterable[_Score]) -> None:
        owners = map(self._index.names.owner.__getitem__, numbers)
        for owner, (side, score) in zip(owners, scores, strict=True):
            if score > side[owner]:  # noqa: PLR1730 - `max` takes twice as long, a hundred thousand times
                side[owner] = score


_Score = tuple["array[int]", int]
_OTHER = (1 << _PREFERRED) - 1
_FORM = WAYS.index("form")
_SLACK = 1e-9
"""More than a sum can differ when its parts are added in another order."""
