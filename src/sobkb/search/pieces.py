"""The most that each concept can score by each word of a query, wherever it holds that word."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import compress, groupby, repeat
from operator import contains, itemgetter

from sobkb.light_typing import TYPE_CHECKING
from sobkb.search.findings import rounded
from sobkb.search.lanes import apart, lanes, whole
from sobkb.search.tuning import LABEL, MOST_WEIGHT, SORT_WEIGHT, SORT_WEIGHT_WITHIN, TEXT, WAYS

if TYPE_CHECKING:
    from sobkb.search.indexing import SearchIndex
    from sobkb.search.matching import Matches
    from sobkb.search.rating import Names

SPREAD = 1000
"""In how many concepts a word has to stand to be remembered: it takes milliseconds to work out."""

MOST_REMEMBERED = 128
"""How many such words are remembered; over 50 000 concepts each takes 200 kB."""

_HELD = 1 << 24
"""What a concept counts for each word it holds; below it there is room for what twelve words can score."""

_PHRASED = 1 << 28
"""What it counts when it may have the words side by side."""

_STEPS = 1 << 14
"""Steps in which scores are counted; finer than they are rounded."""


def tally(names: Names, through: Sequence[Matches], least: int, *, close: bool) -> tuple[Sequence[int], Sequence[int]]:
    """Return the concepts that hold enough of the words, and for each in one number how many, and what it can score.

    Args:
        names: The names in the light of the query.
        through: For each word of the query the words of texts that it matches.
        least: How many words a concept must hold.
        close: Whether to look at each name and text, which takes far longer. Words for which this was done
            before and that are still remembered are looked up either way.
    """
    index = names.index
    alone = len(names.words) == 1
    common = 0
    rare = []
    for word, matches in zip(names.words, through, strict=True):
        key = (word.text, alone, names.query.lang, bool(names.named_regions))
        known = index.remembered.get((*key, True)) or index.remembered.get((*key, close))
        if known is None:
            most = (_closely if close else _roughly)(names, word.matches if not alone else {}, matches)
            if len(most) < SPREAD:
                rare.append(most)
                continue
            known = _remember(index, (*key, close), most)
        common += known
    values = apart(common, len(index.iris))
    for most in rare:
        for owner, value in most.items():
            values[owner] += value
    enough = least * _HELD
    owners = list(compress(range(len(values)), map(enough.__le__, values)))
    if not alone:
        _mark_phrases(names, owners, values)
    return owners, list(map(values.__getitem__, owners))


def promises(count: int, values: Iterable[int]) -> Iterator[tuple[float, int]]:
    """Yield the most that concepts can score, the highest first, each with the number of `tally` for it.

    Args:
        count: How many words the query has.
        values: The different numbers that `tally` gave.
    """
    telling = sorted(values, reverse=True)
    alike = [
        zip(repeat(head), list(group), strict=False) for head, group in groupby(telling, lambda value: value // _HELD)
    ]

    def bounds(group: Iterator[tuple[int, int]]) -> Iterator[tuple[float, int]]:
        for head, value in group:
            held = head % (_PHRASED // _HELD)
            share = held / count
            bound = TEXT["ceiling"] * share * share * (value % _HELD / _STEPS / held)
            if head >= _PHRASED // _HELD:
                bound *= TEXT["phrase"]
            if bound < TEXT["floor"]:
                return
            yield rounded(min(bound, TEXT["ceiling"])), value

    return merge(*map(bounds, alike), reverse=True)


def _remember(index: SearchIndex, key: tuple[str, bool, str, bool, bool], most: Mapping[int, int]) -> int:
    if len(index.remembered) >= MOST_REMEMBERED:
        index.remembered.clear()
    values = lanes(len(index.iris))
    for owner, value in most.items():
        values[owner] = value
    found = index.remembered[key] = whole(values)
    return found


def _roughly(names: Names, in_names: _InNames, through: Matches) -> dict[int, int]:
    """Return what a word makes each concept count at most, whatever the names and texts are that hold it."""
    texts, entries = names.index.texts, names.index.names
    bounds = [(quality, texts, match) for match, (quality, _) in through.items()]
    bounds += [(_loosened(quality, way), entries, match) for match, (quality, way) in in_names.items()]
    best: dict[int, int] = {}
    for quality, holding, match in sorted(bounds, key=itemgetter(0)):
        owners = map(holding.owner.__getitem__, holding.words.numbers(match))
        best.update(dict.fromkeys(owners, _count(quality * MOST_WEIGHT)))
    return best


def _closely(names: Names, in_names: _InNames, through: Matches) -> dict[int, int]:
    """Return what a word makes each concept count at most, which is little more than it comes to."""
    index = names.index
    weights = index.weights if names.named_regions else index.weights_elsewhere
    best: dict[int, float] = {}
    texts, entries = index.texts, index.names
    base = [SORT_WEIGHT[sort] * names.language(lang) for sort, lang in texts.marks]
    loss = TEXT["late"]
    for match, (quality, _) in through.items():
        by_mark = [quality * weight for weight in base]
        for owner, mark, line in texts.holding(match):
            # Within a longer word before it, it is found too soon, and the bound is only higher.
            bound = by_mark[mark] * (1 - loss * line.find(match) / (len(line) + 2)) * weights[owner]
            if owner not in best or bound > best[owner]:
                best[owner] = bound
    base = [SORT_WEIGHT_WITHIN[sort] * names.language(lang) for sort, lang in entries.marks]
    for match, (quality, way) in in_names.items():
        by_mark = [_loosened(quality, way) * weight for weight in base]
        covering = LABEL["coverage"] * len(match)
        for owner, mark, line in entries.holding(match):
            bound = by_mark[mark] * (LABEL["base"] + covering / len(line)) * weights[owner]
            if owner not in best or bound > best[owner]:
                best[owner] = bound
    return dict(zip(best, map(_count, best.values()), strict=True))


def _loosened(quality: float, way: int) -> float:
    return quality * TEXT["loose"] if way >= _PART else quality


def _count(bound: float) -> int:
    # A step more than it comes to, because the factors are multiplied in another order.
    return _HELD + int(bound * _STEPS) + 1


def _mark_phrases(names: Names, owners: Sequence[int], values: array[int]) -> None:
    """Mark the concepts that hold every word and have a text that seems to have them side by side."""
    whole_query = len(names.words) * _HELD
    if max(map(values.__getitem__, owners), default=0) < whole_query:
        return
    texts = names.index.texts
    rarest = min(map(texts.words.numbers, names.query.words), key=len)
    lines = map(texts.folded.__getitem__, rarest)
    for number in compress(rarest, map(contains, lines, repeat(" ".join(names.query.words)))):
        owner = texts.owner[number]
        if whole_query <= values[owner] < _PHRASED:
            values[owner] += _PHRASED


_InNames = Mapping[str, tuple[float, int]]
_PART = WAYS.index("part")
