"""Putting the concepts that fit a query in order.

A concept is as good as its best name. Names that hold every word of the query come first; what is
found in running text or by some of the words only comes after them, whatever its score would be.
`site/assets/search-engine.js` holds the same steps; a change here is a change there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sobkb.search.folding import fold, stem
from sobkb.search.indexing import Names, SearchIndex
from sobkb.search.matching import Matches, WordMatch, is_known, match_misspelt, match_names, match_texts
from sobkb.search.tuning import (
    LABEL,
    LABEL_SORTS,
    LANGUAGE_WEIGHT,
    MOST_CHARACTERS,
    MOST_WORDS,
    QUALITY,
    SORT_WEIGHT,
    SORT_WEIGHT_WITHIN,
    STOP_WORDS,
    TEXT,
    TEXT_SORTS,
    WAYS,
)
from sobkb.text import normalise_tag


class Finding(NamedTuple):
    """A concept that fits, and what made it fit.

    Attributes:
        concept: Number of the concept in the index.
        score: How well it fits; only comparable within one search.
        text: The name or text that matched.
        lang: Its language tag.
        sort: What sort of text it is.
        way: How it matched; see `sobkb.search.tuning.WAYS`.
    """

    concept: int
    score: float
    text: str
    lang: str
    sort: str
    way: str


class Query(NamedTuple):
    """What was typed, folded.

    Attributes:
        folded: The whole.
        words: The words that count, each once.
        lang: The reader's language tag.
    """

    folded: str
    words: tuple[str, ...]
    lang: str


def read_query(text: str, lang: str) -> Query:
    """Fold a query and leave out stop words, unless there is nothing else."""
    folded = fold(text[:MOST_CHARACTERS])
    words = list(dict.fromkeys(folded.split(" ")))
    counting = [w for w in words if w not in STOP_WORDS] or words
    return Query(folded, tuple(w for w in counting[:MOST_WORDS] if w), normalise_tag(lang))


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
    findings = _wanted(index, search.by_names(), allowed)
    lasting = sum(not index.concepts[f.concept]["deprecated"] for f in findings)
    if limit is None or lasting < limit:
        found = {f.concept for f in findings}
        findings += [f for f in _wanted(index, search.by_parts(), allowed) if f.concept not in found]
    findings.sort(key=lambda f: _order(index, f))
    return findings[:limit]


def _wanted(index: SearchIndex, found: dict[int, Finding], allowed: frozenset[str] | None) -> list[Finding]:
    return [f for f in found.values() if allowed is None or index.iris[f.concept] in allowed]


def _order(index: SearchIndex, finding: Finding) -> tuple[bool, float, str, int]:
    concept = index.concepts[finding.concept]
    return (concept["deprecated"], -finding.score, concept["level"] or "Z", finding.concept)


class _Part(NamedTuple):
    """The best match of one query word in one name."""

    match: WordMatch
    word: str


class _Piece(NamedTuple):
    """The best place at which a concept holds a word of the query."""

    score: float
    text: bool
    number: int
    way: str


class _Search:
    """One search: how each word of the query matches, worked out once for names and texts."""

    def __init__(self, index: SearchIndex, query: Query) -> None:
        self.index = index
        self.query = query
        self.languages: dict[str, float] = {}
        self.contexts = {word: _context(index, word) for word in query.words} if len(query.words) > 1 else {}
        self.matches = [self._match(word) for word in query.words]
        self.readings = [(query.words, self.matches), *self._joined_readings()]

    def _match(self, word: str) -> Matches:
        matches = match_names(self.index.names.words, word)
        if not is_known(matches) and word not in self.index.texts.words.postings:
            for near, match in match_misspelt(self.index.names.words, word).items():
                if near not in matches or match.quality > matches[near].quality:
                    matches[near] = match
        return matches

    def _joined_readings(self) -> Iterator[tuple[tuple[str, ...], list[Matches]]]:
        """Yield the query with two or three neighbours written as one word: "buurt werk" as "buurtwerk"."""
        words = self.query.words
        known = all(map(is_known, self.matches))
        for size in (2, 3):
            for start in range(len(words) - size + 1):
                joined = "".join(words[start : start + size])
                if known and joined not in self.index.names.words.postings:
                    continue
                matches = self._match(joined)
                if is_known(matches) or any(m.way == "typo" for m in matches.values()):
                    before, after = slice(0, start), slice(start + size, None)
                    yield (
                        (*words[before], joined, *words[after]),
                        [*self.matches[before], matches, *self.matches[after]],
                    )

    # Names that hold every word

    def by_names(self) -> dict[int, Finding]:
        """Return the concepts with a name that holds every word of the query."""
        best: dict[int, Finding] = {}
        names = self.index.names
        for words, matches in self.readings:
            for number, parts in _parts_by_name(names, matches).items():
                rated = self._rate(words, number, parts)
                if rated is not None:
                    _keep_best(best, self._name_finding(number, *rated))
        joined = self.query.folded.replace(" ", "")
        for number in names.by_joined.get(joined, ()):
            whole = LABEL["whole"] if names.folded[number] == self.query.folded else LABEL["wholeJoined"]
            _keep_best(best, self._name_finding(number, whole, "exact"))
        return best

    def _rate(self, words: Sequence[str], number: int, parts: dict[int, _Part]) -> tuple[float, str] | None:
        """Return how well a name fits and how; None when a word is neither in it nor in its surroundings."""
        total = 0.0
        way = 0
        for position, word in enumerate(words):
            part = parts.get(position)
            if part is not None:
                total += part.match.quality
                way = max(way, WAYS.index(part.match.way))
                continue
            quality = self._surroundings(word, self.index.names.owner[number])
            if not quality:
                return None
            total += quality
            way = max(way, _WORDS)
        quality = total / len(words)
        covered = self._coverage(number, {part.word for part in parts.values()})
        if covered == 1.0 and quality == 1.0:
            return LABEL["wholeWithout"], "exact"
        score = quality * (LABEL["base"] + LABEL["coverage"] * covered)
        if covered == 1.0 and way <= _FORM and len(parts) == len(words):
            score += LABEL["wholeForm"]
        if len(words) > 1 and f" {' '.join(words)} " in f" {self.index.names.folded[number]} ":
            score += LABEL["phrase"]
        return score, WAYS[max(way, _WORDS)]

    def _surroundings(self, word: str, owner: int) -> float:
        """Return how well a word fits the region or the kind of a concept."""
        regions, kinds = self.contexts.get(word, _NO_CONTEXT)
        concept = self.index.concepts[owner]
        if regions and not regions.isdisjoint(concept["regions"]):
            return QUALITY["region"]
        if kinds and not kinds.isdisjoint(concept["kinds"]):
            return QUALITY["kind"]
        return 0.0

    def _coverage(self, number: int, matched: set[str]) -> float:
        """Return which part of a name's letters the matched words make up, stop words left out."""
        counting = self.index.names.counting(number)
        return sum(len(w) for w in counting if w in matched) / sum(map(len, counting))

    def _name_finding(self, number: int, score: float, way: str) -> Finding:
        names = self.index.names
        sort = LABEL_SORTS[names.sort[number]]
        lang = names.lang[number]
        owner = names.owner[number]
        weight = SORT_WEIGHT[sort] if way == "exact" else SORT_WEIGHT_WITHIN[sort]
        return Finding(owner, self._weigh(score * weight, owner, lang), names.text[number], lang, sort, way)

    def _weigh(self, score: float, owner: int, lang: str) -> float:
        return _rounded(score * self._language(lang) * self.index.weights[owner])

    def _language(self, lang: str) -> float:
        weight = self.languages.get(lang)
        if weight is None:
            weight = self.languages[lang] = LANGUAGE_WEIGHT[_nearness(lang, self.query.lang)]
        return weight

    # Running text, and names that hold some of the words

    def by_parts(self) -> dict[int, Finding]:
        """Return the concepts that hold every word in names and texts together, or half of the words."""
        count = len(self.query.words)
        best: dict[int, dict[int, _Piece]] = {}
        for position, matches in enumerate(self.matches):
            for owner, piece in self._pieces(position, matches):
                pieces = best.setdefault(owner, {})
                if position not in pieces or piece.score > pieces[position].score:
                    pieces[position] = piece
        found: dict[int, Finding] = {}
        for owner, pieces in best.items():
            share = len(pieces) / count
            if share < TEXT["share"]:
                continue
            ordered = [pieces[p] for p in range(count) if p in pieces]
            score = _rounded(TEXT["ceiling"] * share * share * (sum(p.score for p in ordered) / len(ordered)))
            found[owner] = self._piece_finding(owner, score, max(ordered, key=lambda p: p.score), alone=count == 1)
        return found

    def _pieces(self, position: int, matches: Matches) -> Iterator[tuple[int, _Piece]]:
        names, texts = self.index.names, self.index.texts
        for word, match in matches.items():
            for number in names.words.postings[word]:
                owner = names.owner[number]
                covered = len(word) / len(names.folded[number])
                score = match.quality * (LABEL["base"] + LABEL["coverage"] * covered)
                score *= SORT_WEIGHT_WITHIN[LABEL_SORTS[names.sort[number]]]
                way = WAYS[max(WAYS.index(match.way), _WORDS)]
                yield owner, _Piece(self._weigh(score, owner, names.lang[number]), False, number, way)
        for word, match in match_texts(texts.words, self.query.words[position]).items():
            for number in texts.words.postings[word]:
                owner, folded = texts.owner[number], texts.folded[number]
                late = f" {folded} ".index(f" {word} ") / len(folded)
                score = match.quality * (1 - TEXT["late"] * late) * SORT_WEIGHT[TEXT_SORTS[texts.sort[number]]]
                yield owner, _Piece(self._weigh(score, owner, texts.lang[number]), True, number, "text")

    def _piece_finding(self, owner: int, score: float, piece: _Piece, *, alone: bool) -> Finding:
        if piece.text:
            texts = self.index.texts
            sort = TEXT_SORTS[texts.sort[piece.number]]
            return Finding(owner, score, texts.text[piece.number], texts.lang[piece.number], sort, "text")
        names = self.index.names
        sort = LABEL_SORTS[names.sort[piece.number]]
        way = piece.way if alone else "some"
        return Finding(owner, score, names.text[piece.number], names.lang[piece.number], sort, way)


_WORDS = WAYS.index("words")
_FORM = WAYS.index("form")
_NO_CONTEXT: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


def _context(index: SearchIndex, word: str) -> tuple[frozenset[str], frozenset[str]]:
    key = stem(word)
    return frozenset(index.region_words.get(key, ())), frozenset(index.kind_words.get(key, ()))


def _nearness(lang: str, wanted: str) -> str:
    if not lang:
        return "none"
    if lang == wanted or wanted.startswith(lang + "-"):
        return "same"
    if lang.split("-")[0] == wanted.split("-")[0]:
        return "region" if "-" in wanted else "same"
    return "other"


def _rounded(score: float) -> float:
    return int(score * 10000 + 0.5) / 10000


def _parts_by_name(names: Names, matches: Sequence[Matches]) -> dict[int, dict[int, _Part]]:
    """Return for every name that matches, the best match of each word of the query in it."""
    found: dict[int, dict[int, _Part]] = {}
    for position, words in enumerate(matches):
        for word, match in words.items():
            for number in names.words.postings[word]:
                parts = found.setdefault(number, {})
                known = parts.get(position)
                if known is None or match.quality > known.match.quality:
                    parts[position] = _Part(match, word)
    return found


def _keep_best(best: dict[int, Finding], finding: Finding) -> None:
    known = best.get(finding.concept)
    if known is None or finding.score > known.score:
        best[finding.concept] = finding
