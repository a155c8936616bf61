"""Concepts that hold the words of a query in their texts, or only some of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from math import ceil

from sobkb.light_typing import TYPE_CHECKING
from sobkb.search.findings import Finding, rounded
from sobkb.search.matching import match_texts
from sobkb.search.pieces import promises, tally
from sobkb.search.promising import MANY, in_order
from sobkb.search.tuning import LABEL, SORT_WEIGHT, SORT_WEIGHT_WITHIN, TEXT, WAYS

if TYPE_CHECKING:
    from sobkb.search.entries import Entries
    from sobkb.search.rating import Names

PATIENCE = 256
"""How many concepts are rated by rough bounds, before close ones are worth the time they take."""

_Piece = tuple[float, bool, int]
"""The best place at which a concept holds a word of the query: score, whether in a text, number of the entry."""

_Held = dict[str, list[tuple[int, float, bool]]]
"""For each word of an index the words of the query it matches: position, how well, whether only in part."""


class Parts:
    """Concepts that hold every word of a query in names and texts together.

    When few names hold every word, concepts that hold half of the words are good enough.

    Args:
        names: The names in the light of the query.
        found: Numbers of the concepts with a name that holds every word.
    """

    def __init__(self, names: Names, found: Collection[int]) -> None:
        self._names = names
        self._index = names.index
        self._found = found
        self._count = len(names.words)
        self._through = [match_texts(self._index.texts.words, word.text) for word in names.words]
        self._least = self._count if len(found) >= TEXT["enough"] else ceil(TEXT["share"] * self._count)
        self._phrase = f" {' '.join(names.query.words)} "
        self._in_names = _positions(
            ((match, quality, way >= _PART) for match, (quality, way) in word.matches.items()) for word in names.words
        )
        self._in_texts = _positions(
            ((match, quality, False) for match, (quality, _) in matches.items()) for matches in self._through
        )

    def by_promise(self, wanted: Callable[[int], bool] | None) -> Iterator[tuple[float, int]]:
        """Yield the concepts, each after the most it can score, the most promising first."""
        few = self._few() if self._count > 1 else None
        if few is not None:
            yield from self._in_order(few, [1] * len(few), lambda _: [(TEXT["ceiling"], 1)], wanted, self._found)
            return
        seen = set(self._found)
        for close in (False, True):
            before = len(seen)
            owners, values = tally(self._names, self._through, self._least, close=close)
            promising = self._in_order(owners, values, partial(promises, self._count), wanted, seen)
            for bound, owner in promising if close else islice(promising, PATIENCE):
                seen.add(owner)
                yield bound, owner
            if len(seen) < before + PATIENCE:
                return

    def _in_order(
        self,
        owners: Sequence[int],
        values: Sequence[int],
        bounds: Callable[[Iterable[int]], Iterable[tuple[float, int]]],
        wanted: Callable[[int], bool] | None,
        unwanted: Collection[int],
    ) -> Iterator[tuple[float, int]]:
        allowed = lambda owner: owner not in unwanted and (wanted is None or wanted(owner))  # noqa: E731
        return in_order(self._index, owners, values, bounds, allowed)

    def _few(self) -> list[int] | None:
        """Return the concepts worth looking at when they are few; None when they are not.

        Who holds half of the words holds one of the rarer half, so the common ones need no look.
        """
        names, texts = self._index.names, self._index.texts
        spreads = []
        for position, (word, matches) in enumerate(zip(self._names.words, self._through, strict=True)):
            spreads.append((word.spread + texts.words.spread(matches), position))
        spreads.sort()
        rare = spreads[: self._count - self._least + 1]
        if sum(spread for spread, _ in rare) > MANY:
            return None
        owners: set[int] = set()
        for _, position in rare:
            for entries, found in ((names, self._names.words[position].matches), (texts, self._through[position])):
                for match in found:
                    owners.update(map(entries.owner.__getitem__, entries.words.numbers(match)))
        return sorted(owners)

    def finding(self, owner: int) -> Finding | None:
        """Return what makes a concept fit; None when it is not worth showing."""
        pieces: list[_Piece | None] = [None] * self._count
        if self._count > 1:
            self._add_names(pieces, owner)
        self._add_texts(pieces, owner)
        held = [piece for piece in pieces if piece is not None]
        if len(held) < self._least:
            return None
        share = len(held) / self._count
        total = 0.0
        top = held[0]
        phrased = None
        for piece in held:
            total += piece[0]
            if piece[0] > top[0]:
                top = piece
            if self._count > 1 and piece[1] and self._phrase in f" {self._index.texts.folded[piece[2]]} ":
                phrased = piece
        score = TEXT["ceiling"] * share * share * (total / len(held)) * (TEXT["phrase"] if phrased else 1.0)
        if score < TEXT["floor"]:
            return None
        chosen = phrased or top
        entries: Entries = self._index.texts if chosen[1] else self._index.names
        way = "text" if chosen[1] else "some"
        return Finding(owner, rounded(min(score, TEXT["ceiling"])), entries, chosen[2], way)

    def _add_names(self, pieces: list[_Piece | None], owner: int) -> None:
        names = self._index.names
        for number in names.of_owner(owner):
            line = names.folded[number]
            for word in line.split(" "):
                for position, quality, loose in self._in_names.get(word, ()):
                    score = quality * (LABEL["base"] + LABEL["coverage"] * (len(word) / len(line)))
                    if loose:
                        score *= TEXT["loose"]
                    sort, lang = names.marks[names.mark[number]]
                    score *= SORT_WEIGHT_WITHIN[sort]
                    score *= self._names.language(lang) * self._names.weight(owner)
                    _keep(pieces, position, (score, False, number))

    def _add_texts(self, pieces: list[_Piece | None], owner: int) -> None:
        texts = self._index.texts
        for number in texts.of_owner(owner):
            line = texts.folded[number]
            padded = f" {line} "
            for word in set(line.split(" ")):
                for position, quality, _ in self._in_texts.get(word, ()):
                    late = padded.index(f" {word} ") / len(padded)
                    score = quality * (1 - TEXT["late"] * late)
                    sort, lang = texts.marks[texts.mark[number]]
                    score *= SORT_WEIGHT[sort]
                    score *= self._names.language(lang) * self._names.weight(owner)
                    _keep(pieces, position, (score, True, number))


def _keep(pieces: list[_Piece | None], position: int, piece: _Piece) -> None:
    known = pieces[position]
    if known is None or piece[0] > known[0] or (piece[0] == known[0] and piece[1:] < known[1:]):
        pieces[position] = piece


def _positions(matches: Iterable[Iterable[tuple[str, float, bool]]]) -> _Held:
    """Turn around what each word of the query matches."""
    held: _Held = {}
    for position, found in enumerate(matches):
        for word, quality, loose in found:
            held.setdefault(word, []).append((position, quality, loose))
    return held


_PART = WAYS.index("part")
