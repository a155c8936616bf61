"""Telling by a glance which concepts can be among the best, so that only those are rated in full.

When a word stands in thousands of names, rating them all takes longer than a reader wants to wait. For
each concept a bound is worked out that its score cannot exceed; concepts are then rated in the order of
their bounds, until no bound reaches the last of the best. What comes out is what rating all would give.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, compress, islice
from operator import add

from sobkb.light_typing import TYPE_CHECKING
from sobkb.search.findings import rounded, with_support
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

_Held = tuple[float, int]

MANY = 100
"""From how many names on that hold a word of the query it pays to look before rating."""


def names_by_promise(
    names: Names, wanted: Callable[[int], bool] | None, limit: int | None
) -> Iterator[tuple[float, int]] | None:
    """Return the concepts of which a name holds every word, each after the most it can score, in order.

    Args:
        names: The names in the light of the query.
        wanted: Tells whether a concept is wanted; None when all are.
        limit: The most findings wanted.

    Returns:
        The concepts; None when there are too few to choose from, or all are wanted.
    """
    if limit is None or any(all(word.adds for word in words) for words in names.readings):
        return None
    if sum(min(word.spread for word in words if not word.adds) for words in names.readings) < MANY:
        return None
    bounds = _Bounds(names)
    for words in names.readings:
        if len(words) == 1 and not names.query.asked:
            bounds.add_alone(words[0])
        else:
            bounds.add_together(words)
    for number in names.read_whole:
        bounds.add(number, LABEL["whole"], exact=True)
    promising = bounds.of_concepts(wanted)
    standings = names.index.standings
    if sum(not standings[owner].deprecated for owner in islice(chain(*promising.values()), limit + MANY)) < limit:
        return None
    return in_order(names.index, promising)


def in_order(index: SearchIndex, promising: Mapping[float, list[int]]) -> Iterator[tuple[float, int]]:
    """Yield concepts with their bounds in the order of findings with such scores.

    Args:
        index: The index of the knowledge base.
        promising: For each bound the numbers of concepts, in order.
    """
    standings = index.standings
    deprecated: list[tuple[float, int]] = []
    for bound in sorted(promising, reverse=True):
        for owner in sorted(promising[bound], key=lambda number: standings[number].level or "Z"):
            if standings[owner].deprecated:
                deprecated.append((bound, owner))
            else:
                yield bound, owner
    yield from deprecated


class _Bounds:
    """For each concept the most that its best preferred label and its best other name can score."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._index = names.index
        self._shapes = names.index.shapes
        size = len(names.index.iris)
        self._preferred = [0.0] * size
        self._other = [0.0] * size

    def of_concepts(self, wanted: Callable[[int], bool] | None) -> dict[float, list[int]]:
        """Return the concepts that have a bound, by bound."""
        both = list(map(add, self._preferred, self._other))
        owners = list(compress(range(len(both)), both))
        if wanted is not None:
            owners = list(filter(wanted, owners))
        pairs: defaultdict[tuple[float, float], list[int]] = defaultdict(list)
        bounds = zip(map(self._preferred.__getitem__, owners), map(self._other.__getitem__, owners), strict=True)
        for owner, pair in zip(owners, bounds, strict=True):
            pairs[pair].append(owner)
        found: dict[float, list[int]] = {}
        for (preferred, other), alike in pairs.items():
            found.setdefault(with_support(max(preferred, other), preferred), []).extend(alike)
        for alike in found.values():
            alike.sort()
        return found

    def add_alone(self, word: QueryWord) -> None:
        """Take a word that is the whole query, and stands in very many names."""
        entries = self._index.names
        shapes = self._shapes
        groups: dict[tuple[float, int, int, bool], list[int]] = {}
        for match, (quality, way) in word.matches.items():
            key = (quality, way, len(match), match in STOP_WORDS)
            groups.setdefault(key, []).extend(entries.words.numbers(match))
        for (quality, way, size, stops), numbers in groups.items():
            chosen = shapes.of(numbers)
            scores = {shape: self._alone(shapes.all[shape], quality, way, size, stops=stops) for shape in set(chosen)}
            places = zip(map(entries.owner.__getitem__, numbers), map(scores.__getitem__, chosen), strict=True)
            for owner, (side, score) in places:
                if score > side[owner]:  # noqa: PLR1730 - `max` takes twice as long, a hundred thousand times
                    side[owner] = score

    def _alone(self, shape: Shape, quality: float, way: int, size: int, *, stops: bool) -> tuple[list[float], float]:
        covered = 0.0 if stops and not shape.stops else size / shape.letters
        if covered != 1.0:
            return self._score(shape, quality * (LABEL["base"] + LABEL["coverage"] * covered), exact=False)
        if quality == 1.0:
            return self._score(shape, LABEL["wholeWithout"], exact=True)
        rating = quality * (LABEL["base"] + LABEL["coverage"])
        return self._score(shape, rating + LABEL["wholeForm"] if way <= _FORM else rating, exact=False)

    def add_together(self, words: Sequence[QueryWord]) -> None:
        """Take words that have to be in one name."""
        entries = self._index.names
        needed = sorted((word for word in words if not word.adds), key=lambda word: word.spread)
        held = [self._held(needed[0], None)]
        for word in needed[1:]:
            held.append(self._held(word, held[-1]))
        asked = sum(map(len, self._names.query.asked))
        extra = LABEL["asked"] if asked else 0.0
        phrase = f" {' '.join([word.text for word in words])} "
        adding = [(word, self._held(word, held[-1])) for word in words if word.adds]
        numbers = list(held[-1])
        for number, shape in zip(numbers, map(self._shapes.all.__getitem__, self._shapes.of(numbers)), strict=True):
            pairs = [matches[number] for matches in held]
            for word, matches in adding:
                pairs.append(matches.get(number) or (self._names.surroundings(word, entries.owner[number]), 0))
            if not all(quality for quality, _ in pairs):
                continue
            quality = sum([pair[0] for pair in pairs]) / len(words)
            covered = min(1.0, (sum([pair[1] for pair in pairs]) + asked) / shape.letters)
            if covered == 1.0 and quality == 1.0:
                self.add(number, LABEL["wholeWithout"] + extra, exact=True)
                continue
            rating = quality * (LABEL["base"] + LABEL["coverage"] * covered) + extra
            if covered == 1.0:
                rating += LABEL["wholeForm"]
            if len(words) > 1 and phrase in f" {entries.folded[number]} ":
                rating += LABEL["phrase"]
            self.add(number, rating + _SLACK, exact=False)

    def _held(self, word: QueryWord, among: Mapping[int, _Held] | None) -> dict[int, _Held]:
        """Return for each name with a match of a word how well the best one matches, and its length."""
        numbers = self._index.names.words.numbers
        found: dict[int, _Held] = {}
        for quality, size, match in sorted((pair[0], len(match), match) for match, pair in word.matches.items()):
            held = numbers(match)
            found.update(dict.fromkeys(held if among is None else filter(among.__contains__, held), (quality, size)))
        return found

    def add(self, number: int, rating: float, *, exact: bool) -> None:
        """Take the most that a name can be rated, or that it is the query exactly."""
        side, score = self._score(self._shapes.all[self._shapes.of([number])[0]], rating, exact=exact)
        owner = self._index.names.owner[number]
        side[owner] = max(side[owner], score)

    def _score(self, shape: Shape, rating: float, *, exact: bool) -> tuple[list[float], float]:
        sort, lang = self._index.names.marks[shape.mark]
        weight = shape.weight
        if shape.regional and not self._names.named_regions:
            weight *= REGIONAL
        sorts = SORT_WEIGHT if exact else SORT_WEIGHT_WITHIN
        side = self._preferred if sort == LABEL_SORTS[0] else self._other
        return side, rounded(rating * sorts[sort] * self._names.language(lang) * weight)


_FORM = WAYS.index("form")
_SLACK = 1e-9
"""More than a sum can differ when its parts are added in another order."""
