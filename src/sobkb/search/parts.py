"""Concepts that hold the words of a query in their texts, or only some of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import compress
from math import ceil

from sobkb.light_typing import TYPE_CHECKING
from sobkb.search.findings import Finding, rounded
from sobkb.search.matching import match_texts
from sobkb.search.promising import MANY, in_order
from sobkb.search.tuning import LABEL, MOST_WEIGHT, SORT_WEIGHT, SORT_WEIGHT_WITHIN, TEXT, WAYS

if TYPE_CHECKING:
    from sobkb.search.entries import Entries
    from sobkb.search.rating import Names

_Piece = tuple[float, bool, int]
"""The best place at which a concept holds a word of the query: score, whether in a text, number of the entry."""

_Held = dict[str, list[tuple[int, float, bool]]]
"""For each word of an index the words of the query it matches: position, how well, whether only in part."""

_STEPS = 240
"""What the bounds of all words of a query add up to at most, so that a byte holds them."""


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
            {match: (quality, way >= _PART) for match, (quality, way) in word.matches.items()} for word in names.words
        )
        self._in_texts = _positions(
            {match: (quality, False) for match, (quality, _) in matches.items()} for matches in self._through
        )

    def by_promise(self) -> Iterator[tuple[float, int]]:
        """Yield the concepts, each after the most it can score, the most promising first."""
        if self._count == 1:
            return in_order(self._index, self._bounds_alone())
        few = self._few()
        if few is not None:
            return in_order(self._index, {TEXT["ceiling"]: few})
        held, totals, step = self._bounds()
        enough = bytes(count >= self._least for count in range(256))
        chosen = compress(enumerate(zip(held, totals, strict=True)), held.translate(enough))
        phrased = self._phrased()
        alike: defaultdict[tuple[int, int, bool], list[int]] = defaultdict(list)
        for owner, (count, total) in chosen:
            if owner not in self._found:
                alike[count, total, owner in phrased].append(owner)
        promising: dict[float, list[int]] = {}
        for (count, total, side_by_side), owners in alike.items():
            share = count / self._count
            bound = TEXT["ceiling"] * share * share * (total * step / count)
            if side_by_side:
                bound *= TEXT["phrase"]
            promising.setdefault(rounded(min(bound, TEXT["ceiling"])), []).extend(owners)
        for owners in promising.values():
            owners.sort()
        return in_order(self._index, promising)

    def _few(self) -> list[int] | None:
        """Return the concepts worth looking at when they are few; None when they are not.

        Who holds half of the words holds one of the rarer half, so the common ones need no look.
        """
        names, texts = self._index.names, self._index.texts
        spreads = []
        for position, (word, matches) in enumerate(zip(self._names.words, self._through, strict=True)):
            spreads.append((word.spread + sum(len(texts.words.numbers(match)) for match in matches), position))
        spreads.sort()
        rare = spreads[: self._count - self._least + 1]
        if sum(spread for spread, _ in rare) > MANY:
            return None
        owners = set()
        for _, position in rare:
            for entries, found in ((names, self._names.words[position].matches), (texts, self._through[position])):
                for match in found:
                    owners.update([entries.owner[number] for number in entries.words.numbers(match)])
        return sorted(owners.difference(self._found))

    def _phrased(self) -> set[int]:
        """Return the concepts with a text that has the words of the query side by side."""
        texts = self._index.texts
        rarest = min(map(texts.words.numbers, self._names.query.words), key=len)
        return {texts.owner[number] for number in rarest if self._phrase in f" {texts.folded[number]} "}

    def _bounds_alone(self) -> dict[float, list[int]]:
        """Return the concepts with the only word of the query in a text, by the most they can score."""
        texts, weights = self._index.texts, self._index.weights
        best = [0.0] * len(self._index.iris)
        for word, (quality, _) in self._through[0].items():
            by_mark = [quality * SORT_WEIGHT[sort] * self._names.language(lang) for sort, lang in texts.marks]
            loss = TEXT["late"]
            for number in texts.words.numbers(word):
                line = texts.folded[number]
                owner = texts.owner[number]
                # Within a longer word before it, it is found too soon, and the bound is only higher.
                bound = by_mark[texts.mark[number]] * (1 - loss * line.find(word) / (len(line) + 2)) * weights[owner]
                if bound > best[owner]:  # noqa: PLR1730 - `max` takes twice as long, a hundred thousand times
                    best[owner] = bound
        promising: dict[float, list[int]] = {}
        for owner in compress(range(len(best)), best):
            if owner not in self._found:
                # A step more than it comes to, because the factors are multiplied in another order.
                bound = rounded(min(TEXT["ceiling"] * best[owner] + 1e-9, TEXT["ceiling"]))
                promising.setdefault(bound, []).append(owner)
        return promising

    def _bounds(self) -> tuple[bytes, bytes, float]:
        """Return for each concept how many words it holds, and what their pieces can score at most, in steps."""
        step = MOST_WEIGHT * self._count / _STEPS
        size = len(self._index.iris)
        names, texts = self._index.names, self._index.texts
        held = totals = 0
        for word, matches in zip(self._names.words, self._through, strict=True):
            best = bytearray(size)
            for match, (quality, _) in sorted(matches.items(), key=lambda item: item[1][0]):
                bound = int(quality * MOST_WEIGHT / step) + 1
                for owner in map(texts.owner.__getitem__, texts.words.numbers(match)):
                    best[owner] = bound
            for match, (quality, way) in word.matches.items():
                most = (quality * TEXT["loose"] if way >= _PART else quality) * MOST_WEIGHT / step
                bounds: dict[int, int] = {}
                for number in names.words.numbers(match):
                    whole = len(names.folded[number])
                    bound = bounds.get(whole, 0)
                    if not bound:
                        bound = int(most * (LABEL["base"] + LABEL["coverage"] * (len(match) / whole))) + 1
                        bounds[whole] = bound
                    owner = names.owner[number]
                    best[owner] = max(best[owner], bound)
            held += int.from_bytes(best.translate(_WHETHER), "little")
            totals += int.from_bytes(best, "little")
        return held.to_bytes(size, "little"), totals.to_bytes(size, "little"), step

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


def _positions(matches: Iterable[Mapping[str, tuple[float, bool]]]) -> _Held:
    """Turn around what each word of the query matches."""
    held: _Held = {}
    for position, found in enumerate(matches):
        for word, (quality, loose) in found.items():
            held.setdefault(word, []).append((position, quality, loose))
    return held


_PART = WAYS.index("part")
_WHETHER = bytes([0] + [1] * 255)
