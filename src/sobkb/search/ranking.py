"""Putting the concepts that fit a query in order.

A concept is as good as its best name. Names that hold every word of the query come first; what is
found in running text or by some of the words only comes after them, whatever its score would be.
`site/assets/search-engine.js` holds the same steps; a change here is a change there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from heapq import nsmallest
from typing import NamedTuple

from sobkb.search.entries import Entries
from sobkb.search.folding import stem
from sobkb.search.indexing import SearchIndex
from sobkb.search.matching import (
    Matches,
    is_known,
    match_beginning,
    match_misspelt,
    match_names,
    match_texts,
    stands_in,
)
from sobkb.search.query import Query, QueryWord, nearness
from sobkb.search.tuning import (
    LABEL,
    LANGUAGE_WEIGHT,
    QUALITY,
    REGIONAL,
    SORT_WEIGHT,
    SORT_WEIGHT_WITHIN,
    TEXT,
    WAYS,
)


class Finding(NamedTuple):
    """A concept that fits, and what made it fit.

    Attributes:
        concept: Number of the concept in the index.
        score: How well it fits; only comparable within one search.
        entries: The names or the texts of the index.
        number: Which of them matched.
        way: How it matched; see `sobkb.search.tuning.WAYS`.
    """

    concept: int
    score: float
    entries: Entries
    number: int
    way: str


def rank(index: SearchIndex, query: Query, *, allowed: frozenset[str] | None, limit: int | None) -> list[Finding]:
    """Return the best findings, in order.

    Args:
        index: The index of the knowledge base.
        query: The query.
        allowed: IRIs of the only concepts wanted; None for all.
        limit: The most findings wanted; None for all.
    """
    if not query.words:
        return []
    search = _Search(index, query)
    whole = search.by_names()
    findings = [f for f in whole.values() if allowed is None or index.iris[f[0]] in allowed]
    lasting = sum(not index.standings[f[0]].deprecated for f in findings)
    if limit is None or lasting < limit:
        parts = search.by_parts(whole)
        findings += [f for f in parts.values() if allowed is None or index.iris[f[0]] in allowed]

    def order(finding: _Found) -> tuple[bool, float, str, int]:
        standing = index.standings[finding[0]]
        return (standing.deprecated, -finding[1], standing.level or "Z", finding[0])

    # Of the thousands that a common word can find, only the first few need to be put in order.
    chosen = sorted(findings, key=order) if limit is None else nsmallest(limit, findings, key=order)
    return [Finding(*found) for found in chosen]


_Found = tuple[int, float, Entries, int, str]
"""What a `Finding` holds; a plain tuple, because most are never shown."""

_Piece = tuple[float, bool, int]
"""The best place at which a concept holds a word of the query: score, whether in a text, number of the entry."""


class _Search:
    """One search: how each word of the query matches, worked out once for names and texts."""

    def __init__(self, index: SearchIndex, query: Query) -> None:
        self.index = index
        self.query = query
        self.languages: dict[str, float] = {}
        self.weights: dict[int, float] = {}
        alone = len(query.words) == 1
        self.words = tuple(self._word(word, alone=alone) for word in query.words)
        self.named_regions = frozenset(r for word in self.words for r in word.regions)

    def _word(self, text: str, *, alone: bool = False) -> QueryWord:
        words = self.index.names.words
        matches = match_names(words, text)
        known = is_known(matches)
        if not known and text not in self.index.texts.words:
            for near, match in match_misspelt(words, text).items():
                if near not in matches or match[0] > matches[near][0]:
                    matches[near] = match
            matches = matches or match_beginning(words, text)
        word = QueryWord(text, matches, words, known=known)
        if not alone:  # A region or kind adds to other words; alone it is looked for like any word.
            key = stem(text)
            word.regions = frozenset(self.index.region_words.get(key, ()))
            word.kinds = frozenset(self.index.kind_words.get(key, ()))
        return word

    def _readings(self) -> Iterator[tuple[QueryWord, ...]]:
        """Yield the query as typed, then with two or three neighbours as one word: "buurt werk", "buurtwerk"."""
        yield self.words
        known = all(word.known for word in self.words)
        for size in (2, 3):
            for start in range(len(self.words) - size + 1):
                joined = "".join(word.text for word in self.words[start : start + size])
                if not self._may_be_read(joined, known=known):
                    continue
                word = self._word(joined)
                if word.known or any(way == _TYPO for _, way in word.matches.values()):
                    yield (*self.words[:start], word, *self.words[start + size :])

    def _may_be_read(self, joined: str, *, known: bool) -> bool:
        """Tell by a glance whether several words can be meant as one; most cannot."""
        names = self.index.names.words
        if known:
            return joined in names
        if stands_in(names, joined):
            return True
        return joined not in self.index.texts.words and bool(match_misspelt(names, joined))

    # Names that hold every word

    def by_names(self) -> dict[int, _Found]:
        """Return the concepts with a name that holds every word of the query."""
        best: dict[int, tuple[float, int, str]] = {}
        support: dict[int, float] = {}
        names = self.index.names
        for number, rating, way in self._whole_names():
            owner = names.owner[number]
            sort, lang = names.marks[names.mark[number]]
            weight = SORT_WEIGHT[sort] if way == "exact" else SORT_WEIGHT_WITHIN[sort]
            score = _rounded(rating * weight * self._language(lang) * self._weight(owner))
            known = best.get(owner)
            if known is None or score > known[0] or (score == known[0] and number < known[1]):
                best[owner] = (score, number, way)
            if sort == "prefLabel" and score > support.get(owner, 0.0):
                support[owner] = score
        return {
            owner: (owner, _rounded(score + LABEL["support"] * support.get(owner, 0.0)), names, number, way)
            for owner, (score, number, way) in best.items()
        }

    def _whole_names(self) -> Iterator[tuple[int, float, str]]:
        names = self.index.names
        for words in self._readings():
            if len(words) == 1 and not self.query.asked:
                yield from self._rate_alone(words[0])
                continue
            for number in self._candidates(words):
                rated = self._rate(words, number)
                if rated is not None:
                    yield (number, *rated)
        for number in names.reading(self.query.folded.replace(" ", "")):
            whole = LABEL["whole"] if names.folded[number] == self.query.folded else LABEL["wholeJoined"]
            yield number, whole, "exact"

    def _candidates(self, words: Sequence[QueryWord]) -> Collection[int]:
        """Return the names worth rating: those with the rarest word which nothing else can stand for."""
        needed = [word for word in words if not (word.regions or word.kinds)]
        chosen = [min(needed, key=lambda word: word.spread)] if needed else words
        numbers = self.index.names.words.numbers
        return {number for word in chosen for match in word.matches for number in numbers(match)}

    def _rate(self, words: Sequence[QueryWord], number: int) -> tuple[float, str] | None:
        """Return how well a name fits and how; None when a word is neither in it nor in its surroundings."""
        total = 0.0
        weakest = 0
        held = 0
        matched = list(self.query.asked)
        tokens = self.index.names.folded[number].split(" ")
        for word in words:
            part = word.best_of(tokens)
            if part is not None:
                total += part[0]
                weakest = max(weakest, part[1])
                matched.append(part[2])
                held += 1
                continue
            quality = self._surroundings(word, self.index.names.owner[number])
            if not quality:
                return None
            total += quality
            weakest = max(weakest, _WORDS)
        quality = total / len(words)
        counting, letters = self.index.names.counting(number)
        covered = sum([len(w) for w in counting if w in matched]) / letters
        extra = LABEL["asked"] if any(word in counting for word in self.query.asked) else 0.0
        if covered == 1.0 and quality == 1.0:
            return LABEL["wholeWithout"] + extra, "exact"
        score = quality * (LABEL["base"] + LABEL["coverage"] * covered) + extra
        if covered == 1.0 and weakest <= _FORM and held == len(words):
            score += LABEL["wholeForm"]
        if len(words) > 1 and f" {' '.join([w.text for w in words])} " in f" {self.index.names.folded[number]} ":
            score += LABEL["phrase"]
        return score, WAYS[max(weakest, _WORDS)]

    def _rate_alone(self, word: QueryWord) -> Iterator[tuple[int, float, str]]:
        """Yield what `_rate` gives for a query of one word, which can be in very many names."""
        names = self.index.names
        seen: set[int] = set()
        for match, (quality, way) in sorted(word.matches.items(), key=lambda item: (-item[1][0], item[0])):
            name = WAYS[max(way, _WORDS)]
            size = len(match)
            for number in names.words.numbers(match):
                if number in seen:
                    continue
                seen.add(number)
                counting, letters = names.counting(number)
                covered = size / letters if match in counting else 0.0
                if covered != 1.0:
                    yield number, quality * (LABEL["base"] + LABEL["coverage"] * covered), name
                elif quality == 1.0:
                    yield number, LABEL["wholeWithout"], "exact"
                else:
                    score = quality * (LABEL["base"] + LABEL["coverage"])
                    yield number, score + LABEL["wholeForm"] if way <= _FORM else score, name

    def _surroundings(self, word: QueryWord, owner: int) -> float:
        """Return how well a word fits the region or the kind of a concept."""
        standing = self.index.standings[owner]
        if word.regions and not word.regions.isdisjoint(standing.regions):
            return QUALITY["region"]
        if word.kinds and not word.kinds.isdisjoint(standing.kinds):
            return QUALITY["kind"]
        return 0.0

    def _weight(self, owner: int) -> float:
        weight = self.weights.get(owner)
        if weight is None:
            weight = self.index.weight(owner)
            regions = self.index.standings[owner].regions
            if regions and self.named_regions.isdisjoint(regions):
                weight *= REGIONAL
            self.weights[owner] = weight
        return weight

    def _language(self, lang: str) -> float:
        weight = self.languages.get(lang)
        if weight is None:
            weight = self.languages[lang] = LANGUAGE_WEIGHT[nearness(lang, self.query.lang)]
        return weight

    # Running text, and names that hold some of the words

    def by_parts(self, found: Collection[int]) -> dict[int, _Found]:
        """Return the concepts that hold every word in names and texts together.

        When no name holds every word, concepts that hold half of the words are good enough.

        Args:
            found: Numbers of the concepts with a name that holds every word.
        """
        count = len(self.words)
        through = [match_texts(self.index.texts.words, word.text) for word in self.words]
        wanted = self._holders(through, 1.0 if found else TEXT["share"]).difference(found)
        best: dict[int, list[_Piece | None]] = {}
        for position, word in enumerate(self.words):
            if count > 1:
                self._add_names(best, position, word, wanted)
            self._add_texts(best, position, through[position], wanted)
        findings: dict[int, _Found] = {}
        phrase = f" {' '.join(self.query.words)} "
        for owner, pieces in best.items():
            held = [piece for piece in pieces if piece is not None]
            share = len(held) / count
            total = 0.0
            top = held[0]
            phrased = None
            for piece in held:
                total += piece[0]
                if piece[0] > top[0]:
                    top = piece
                if count > 1 and piece[1] and phrase in f" {self.index.texts.folded[piece[2]]} ":
                    phrased = piece
            score = TEXT["ceiling"] * share * share * (total / len(held)) * (TEXT["phrase"] if phrased else 1.0)
            if score >= TEXT["floor"]:
                findings[owner] = self._piece_finding(min(score, TEXT["ceiling"]), phrased or top)
        return findings

    def _holders(self, through: Sequence[Matches], share: float) -> set[int]:
        """Return the concepts that hold at least a share of the words, anywhere."""
        names, texts = self.index.names, self.index.texts
        held: Counter[int] = Counter()
        wanted: set[int] | None = None
        for word, matches in sorted(zip(self.words, through, strict=True), key=lambda pair: pair[0].spread):
            owners: set[int] = set()
            for entries, found in ((names, word.matches), (texts, matches)):
                for match in found:
                    owners.update([entries.owner[number] for number in entries.words.numbers(match)])
            if share == 1.0:
                wanted = owners if wanted is None else wanted & owners
            else:
                held.update(owners)
        if wanted is not None:
            return wanted
        return {owner for owner, count in held.items() if count >= share * len(self.words)}

    def _add_names(
        self, best: dict[int, list[_Piece | None]], position: int, word: QueryWord, wanted: Collection[int]
    ) -> None:
        names = self.index.names
        for match, (quality, way) in word.matches.items():
            for number in names.words.numbers(match):
                owner = names.owner[number]
                if owner not in wanted:
                    continue
                covered = len(match) / len(names.folded[number])
                score = quality * (LABEL["base"] + LABEL["coverage"] * covered)
                if way >= _PART:
                    score *= TEXT["loose"]
                sort, lang = names.marks[names.mark[number]]
                score *= SORT_WEIGHT_WITHIN[sort]
                score *= self._language(lang) * self._weight(owner)
                self._keep(best, owner, position, (score, False, number))

    def _add_texts(
        self, best: dict[int, list[_Piece | None]], position: int, through: Matches, wanted: Collection[int]
    ) -> None:
        texts = self.index.texts
        for word, (quality, _) in through.items():
            needle = f" {word} "
            for number in texts.words.numbers(word):
                owner = texts.owner[number]
                if owner not in wanted:
                    continue
                folded = f" {texts.folded[number]} "
                late = folded.index(needle) / len(folded)
                score = quality * (1 - TEXT["late"] * late)
                sort, lang = texts.marks[texts.mark[number]]
                score *= SORT_WEIGHT[sort]
                score *= self._language(lang) * self._weight(owner)
                self._keep(best, owner, position, (score, True, number))

    def _keep(self, best: dict[int, list[_Piece | None]], owner: int, position: int, piece: _Piece) -> None:
        pieces = best.get(owner)
        if pieces is None:
            pieces = best[owner] = [None] * len(self.words)
        known = pieces[position]
        if known is None or piece[0] > known[0] or (piece[0] == known[0] and piece[1:] < known[1:]):
            pieces[position] = piece

    def _piece_finding(self, score: float, piece: _Piece) -> _Found:
        if piece[1]:
            return self._finding(self.index.texts, piece[2], score, "text")
        return self._finding(self.index.names, piece[2], score, "some")

    def _finding(self, entries: Entries, number: int, score: float, way: str) -> _Found:
        return (entries.owner[number], _rounded(score), entries, number, way)


_WORDS = WAYS.index("words")
_FORM = WAYS.index("form")
_PART = WAYS.index("part")
_TYPO = WAYS.index("typo")


def _rounded(score: float) -> float:
    return int(score * 10000 + 0.5) / 10000
