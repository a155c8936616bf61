"""Telling by a glance which concepts can be among the best, so that only those are rated in full.

When a word stands in thousands of names, rating them all takes longer than a reader wants to wait. For
each concept a bound is worked out that its score cannot exceed; concepts are then rated in the order of
their bounds, until no bound reaches the last of the best. What comes out is what rating all would give.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import nlargest
from itertools import compress, groupby, islice, repeat
from operator import contains, itemgetter, not_, or_

from sobkb.light_typing import TYPE_CHECKING
from sobkb.search.findings import rounded, with_support
from sobkb.search.tuning import (
    LABEL,
    LABEL_SORTS,
    MOST_WEIGHT,
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

VERY_MANY = 10_000
"""From how many names on it pays to rate some before, and leave out names that do not get as far."""

_FEW, _GLANCE = 8, 200
"""In how many shapes, and in how many names of each, these are looked for."""

_AT_ONCE = 64
"""How many concepts are looked at to begin with; eight times as many each time that is not enough."""

_UNITS = 10_000
"""Steps in which scores are counted, as they are rounded."""

_PREFERRED = 16
"""By how many bits the score of a preferred label is shifted, to hold it beside that of another name."""


def in_order(
    index: SearchIndex,
    owners: Sequence[int],
    values: Sequence[int],
    promises: Callable[[Iterable[int]], Iterable[tuple[float, int]]],
    wanted: Callable[[int], bool] | None,
) -> Iterator[tuple[float, int]]:
    """Yield concepts with their bounds in the order of findings with such scores.

    Args:
        index: The index of the knowledge base.
        owners: Numbers of concepts.
        values: For each of them a number that stands for what it can score.
        promises: Gives bounds, the highest first, each with the number that stands for it.
        wanted: Tells whether a concept is wanted; None when all are.
    """
    standings = index.standings
    deprecated: list[tuple[float, int]] = []
    counts = Counter(values)
    for bounds in _in_turns(promises(counts), counts):
        chosen = compress(zip(owners, values, strict=True), map(bounds.__contains__, values))
        for bound, alike in _by_bound(bounds, chosen):
            for owner in sorted(filter(wanted, alike) if wanted else alike, key=index.ranks.__getitem__):
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


def _by_bound(bounds: Mapping[int, float], chosen: Iterable[tuple[int, int]]) -> list[tuple[float, list[int]]]:
    """Put concepts together by bound, the highest bound first."""
    found: dict[float, list[int]] = {bound: [] for bound in sorted(set(bounds.values()), reverse=True)}
    for owner, value in chosen:
        found[bounds[value]].append(owner)
    return list(found.items())


class NameBounds:
    """For each concept the most that its best preferred label and its best other name can score.

    Args:
        names: The names in the light of the query.
        limit: The most findings wanted.
        wanted: Tells whether a concept is wanted; None when all are.
    """

    def __init__(self, names: Names, limit: int, wanted: Callable[[int], bool] | None) -> None:
        self._names = names
        self._limit = limit
        self._wanted = wanted
        self._index = names.index
        self._shapes = names.index.shapes
        self._may_leave_out = limit <= MANY and len(names.readings) == 1 and len(names.read_whole) <= MANY
        self._preferred = [0] * len(names.index.iris)
        self._other = [0] * len(names.index.iris)
        for words in names.readings:
            if len(words) == 1 and not names.query.asked:
                self._add_alone(words[0])
            else:
                self._add_together(words)
        for number in names.read_whole:
            score = self._score(self._shape(number), LABEL["whole"], exact=True)
            # So few are rated in any case; that spares `_reaching` to think of them.
            self._add([number], [(self._preferred, _HIGHEST) if self._may_leave_out else score])
        self._values = list(map(or_, self._preferred, self._other))

    @classmethod
    def worth_it(cls, names: Names, limit: int | None, wanted: Callable[[int], bool] | None) -> NameBounds | None:
        """Return the bounds; None when there are too few names to choose from, or all are wanted."""
        if limit is None or any(all(word.adds for word in words) for words in names.readings):
            return None
        return cls(names, limit, wanted) if sum(map(names.count, names.readings)) >= MANY else None

    def by_promise(self) -> Iterator[tuple[float, int]]:
        """Yield the concepts of which a name holds every word, each after the most it can score, in order."""
        return in_order(self._index, self.owners, list(filter(None, self._values)), _promises, self._wanted)

    @cached_property
    def owners(self) -> list[int]:
        """The concepts of which a name holds every word; all of them, or as many as are wanted and to spare."""
        return list(compress(range(len(self._values)), self._values))

    def _add_alone(self, word: QueryWord) -> None:
        """Take a word that is the whole query, and stands in very many names."""
        entries = self._index.names
        groups: defaultdict[tuple[float, int, int, bool], list[int]] = defaultdict(list)
        for match, (quality, way) in word.matches.items():
            groups[quality, way, len(match), match in STOP_WORDS] += entries.words.numbers(match)
        rows: list[_Row] = []
        for (quality, way, size, stops), numbers in groups.items():
            chosen = self._shapes.of(numbers)
            scores = {s: self._alone(self._shapes.all[s], quality, way, size, stops=stops) for s in set(chosen)}
            rows.append((numbers, chosen, scores))
        worth = self._reaching(rows) if word.spread > VERY_MANY and self._may_leave_out else rows
        for numbers, chosen, known in worth:
            self._add(numbers, map(known.__getitem__, chosen))

    def _reaching(self, rows: list[_Row]) -> Iterator[_Row]:
        """Leave out names that bring no concept as far as some do that are rated beforehand."""
        sure = self._surely_reached(*max(rows, key=lambda row: max(map(_in_units, row[2].values()))))
        all_scores = [score for *_, scores in rows for score in scores.values()]
        most = {
            side is self._preferred: max((_in_units(s) for s in all_scores if s[0] is side), default=0) / _UNITS
            for side in (self._preferred, self._other)
        }
        for numbers, chosen, scores in rows:
            far = set()
            for shape, score in scores.items():
                reached = _in_units(score) / _UNITS
                if score[0] is self._preferred:
                    reached = with_support(max(reached, most[False]), reached)
                else:
                    reached = with_support(reached, most[True])
                if reached >= sure:
                    far.add(shape)
            if len(far) == len(scores):
                yield numbers, chosen, scores
            elif far:
                keep = list(map(far.__contains__, chosen))
                yield list(compress(numbers, keep)), list(compress(chosen, keep)), scores

    def _surely_reached(self, numbers: Sequence[int], chosen: Sequence[int], scores: Mapping[int, _Score]) -> float:
        """Return a score that as many concepts reach as are wanted; 0 when too few were found at a glance."""
        standings = self._index.standings
        reached: dict[int, float] = {}
        for shape in nlargest(_FEW, scores, key=lambda shape: _in_units(scores[shape])):
            for place in islice(_places(chosen, shape), _GLANCE):
                owner = self._index.names.owner[numbers[place]]
                if owner in reached or standings[owner].deprecated or not (self._wanted is None or self._wanted(owner)):
                    continue
                reached[owner] = max(finding.score for finding in self._names.findings_of(owner))
                if len(reached) == self._limit:
                    return min(reached.values())
        return 0.0

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
        for phrased, numbers in enumerate(self._by_phrase(words, holding)):
            if not numbers:
                continue
            shapes = self._shapes.of(numbers)
            pairs = [self._pairs(word, numbers, holding) for word in words]
            if all(isinstance(column, repeat) for column in pairs):  # as mostly when they are very many
                same = tuple(map(next, pairs))
                known = {s: self._together(self._shapes.all[s], same, phrased=bool(phrased)) for s in set(shapes)}
                self._add(numbers, map(known.__getitem__, shapes))
                continue
            alike = list(zip(shapes, *pairs, strict=False))
            scores = {
                key: self._together(self._shapes.all[key[0]], key[1:], phrased=bool(phrased)) for key in set(alike)
            }
            self._add(numbers, map(scores.__getitem__, alike))

    def _by_phrase(self, words: Sequence[QueryWord], numbers: Collection[int]) -> tuple[list[int], list[int]]:
        """Tell names that do not have the words side by side from those that seem to.

        Words that begin or end within another one are taken for the phrase too; the bound is only higher.
        """
        if len(words) == 1:
            return list(numbers), []
        lines = map(self._index.names.folded.__getitem__, numbers)
        phrased = list(map(contains, lines, repeat(" ".join([word.text for word in words]))))
        return list(compress(numbers, map(not_, phrased))), list(compress(numbers, phrased))

    def _pairs(self, word: QueryWord, numbers: list[int], among: set[int]) -> Iterator[Pair]:
        """Return for each of some names how well the best match of a word in it is, and its length."""
        together = self._names.together
        if not word.adds:
            only = together.only_pair(word, among)
            return repeat(only) if only else map(together.pairs(word, among).__getitem__, numbers)
        found = together.pairs(word, among)
        owner = self._index.names.owner
        return iter([found.get(n) or (self._names.surroundings(word, owner[n]), 0) for n in numbers])

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
            if side[owner] < score:  # noqa: PLR1730 - `max` takes twice as long, a hundred thousand times
                side[owner] = score


def _promises(values: Iterable[int]) -> list[tuple[float, int]]:
    found = []
    for value in values:
        preferred, other = value >> _PREFERRED, value & _OTHER
        best = max(preferred, other) / _UNITS
        found.append((with_support(best, preferred / _UNITS), value))
    return sorted(found, reverse=True)


def _places(values: Sequence[int], wanted: int) -> Iterator[int]:
    """Yield where a number stands among others."""
    place = -1
    try:
        while True:
            place = values.index(wanted, place + 1)
            yield place
    except ValueError:
        return


def _in_units(score: _Score) -> int:
    """Return a score, whichever side it counts on."""
    return score[1] >> _PREFERRED or score[1]


_Score = tuple[list[int], int]
_Row = tuple[list[int], list[int], Mapping[int, _Score]]
"""Names in which a word matches equally well, the number of the shape of each, and what each shape scores."""

_HIGHEST = round(LABEL["whole"] * MOST_WEIGHT * _UNITS) << _PREFERRED
_OTHER = (1 << _PREFERRED) - 1
_FORM = WAYS.index("form")
_SLACK = 1e-9
"""More than a sum can differ when its parts are added in another order."""
