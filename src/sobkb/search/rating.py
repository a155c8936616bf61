"""How well the names of concepts fit a query."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain

from sobkb.search.findings import Finding, rounded, with_support
from sobkb.search.folding import stem
from sobkb.search.indexing import SearchIndex
from sobkb.search.matching import is_known, match_beginning, match_misspelt, match_names, stands_in
from sobkb.search.query import Query, QueryWord, nearness
from sobkb.search.together import Together
from sobkb.search.tuning import (
    LABEL,
    LABEL_SORTS,
    LANGUAGE_WEIGHT,
    QUALITY,
    REGIONAL,
    SORT_WEIGHT,
    SORT_WEIGHT_WITHIN,
    WAYS,
)

_Rated = tuple[int, float, str]
"""The number of a name, how well it fits before its sort, language and concept count, and in which way."""


class Names:
    """The names of a knowledge base in the light of one query: how each word matches, how well each name fits.

    Attributes:
        index: The index of the knowledge base.
        query: The query.
        words: Its words with everything they match.
        named_regions: IRIs of the regions it names.
        together: Which names hold several of the words.
    """

    def __init__(self, index: SearchIndex, query: Query) -> None:
        self.index = index
        self.query = query
        self._languages: dict[str, float] = {}
        self._weights: dict[int, float] = {}
        self._findings: dict[int, Collection[Finding]] = {}
        self.together = Together(index.names)
        alone = len(query.words) == 1
        self.words = tuple(self._word(word, alone=alone) for word in query.words)
        self.named_regions = frozenset(r for word in self.words for r in word.regions)

    def _word(self, text: str, *, alone: bool = False) -> QueryWord:
        words = self.index.names.words
        matches = match_names(words, text)
        known = is_known(matches)
        if not known and not self.index.texts.have(text):
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

    @cached_property
    def readings(self) -> list[tuple[QueryWord, ...]]:
        """The query as typed, then with two or three neighbours as one word, then each side of a comparison.

        "buurt werk" may be meant as "buurtwerk"; "verschil opbouwwerk en buurtwerk" asks for either of them.
        """
        found = [self.words]
        known = all(word.known for word in self.words)
        for size in (2, 3):
            for start in range(len(self.words) - size + 1):
                others = [w for w in (*self.words[:start], *self.words[start + size :]) if not w.adds]
                joined = "".join(word.text for word in self.words[start : start + size])
                if not self._stand_together(others) or not self._may_be_read(joined, known=known):
                    continue
                word = self._word(joined)
                if word.known or any(way == _TYPO for _, way in word.matches.values()):
                    found.append((*self.words[:start], word, *self.words[start + size :]))
        by_text = {word.text: word for word in self.words}
        sides = [tuple(by_text[word] for word in side) for side in self.query.sides]
        # A side that only names a region is a place to compare in, not a thing to compare.
        in_regions = any(all(word.regions for word in side) for side in sides)
        return found if in_regions else [*found, *sides]

    @cached_property
    def read_whole(self) -> list[int]:
        """The names that read as the whole query when spaces are left out of both."""
        return self.index.names.reading(self.query.folded.replace(" ", ""))

    def _stand_together(self, words: Sequence[QueryWord]) -> bool:
        """Tell whether some name holds all of some words; without, no other word makes it fit."""
        return all(word.matches for word in words) and (len(words) < 2 or bool(self.together.holding(words)))

    def _may_be_read(self, joined: str, *, known: bool) -> bool:
        """Tell by a glance whether several words can be meant as one; most cannot."""
        names = self.index.names.words
        if known:
            return joined in names
        if stands_in(names, joined):
            return True
        return not self.index.texts.have(joined) and bool(match_misspelt(names, joined))

    def findings(self) -> dict[int, Finding]:
        """Return the concepts with a name that holds every word of the query."""
        return self._best_of_each(chain(*map(self._rate_candidates, self.readings), self._rate_whole(self.read_whole)))

    def findings_of(self, owner: int) -> Collection[Finding]:
        """Return what `findings` has for a concept of which a name holds every word of the query."""
        known = self._findings.get(owner)
        if known is None:
            numbers = self.index.names.of_owner(owner)
            rated = (
                (number, *rating)
                for words in self.readings
                for number in numbers
                if (rating := self._rate(words, number)) is not None
            )
            whole = self._rate_whole(number for number in self.read_whole if number in numbers)
            known = self._findings[owner] = self._best_of_each(chain(rated, whole)).values()
        return known

    def _best_of_each(self, rated: Iterable[_Rated]) -> dict[int, Finding]:
        best: dict[int, tuple[float, int, str]] = {}
        support: dict[int, float] = {}
        names = self.index.names
        for number, rating, way in rated:
            owner = names.owner[number]
            sort, lang = names.marks[names.mark[number]]
            weight = SORT_WEIGHT[sort] if way == "exact" else SORT_WEIGHT_WITHIN[sort]
            score = rounded(rating * weight * self.language(lang) * self.weight(owner))
            known = best.get(owner)
            if known is None or score > known[0] or (score == known[0] and number < known[1]):
                best[owner] = (score, number, way)
            if sort == LABEL_SORTS[0] and score > support.get(owner, 0.0):
                support[owner] = score
        return {
            owner: Finding(owner, with_support(score, support.get(owner, 0.0)), names, number, way)
            for owner, (score, number, way) in best.items()
        }

    def _rate_candidates(self, words: Sequence[QueryWord]) -> Iterator[_Rated]:
        if len(words) == 1 and not self.query.asked:
            yield from self._rate_alone(words[0])
            return
        for number in self._candidates(words):
            rated = self._rate(words, number)
            if rated is not None:
                yield (number, *rated)

    def _rate_whole(self, numbers: Iterable[int]) -> Iterator[_Rated]:
        for number in numbers:
            same = self.index.names.folded[number] == self.query.folded
            yield number, LABEL["whole"] if same else LABEL["wholeJoined"], "exact"

    def _candidates(self, words: Sequence[QueryWord]) -> AbstractSet[int]:
        """Return the names worth rating: those with every word which nothing else can stand for."""
        needed = [word for word in words if not word.adds]
        if needed:
            return self.together.holding(needed)
        numbers = self.index.names.words.numbers
        return {number for word in words for match in word.matches for number in numbers(match)}

    def count(self, words: Sequence[QueryWord]) -> int:
        """Return how many names a reading may fit; some of them count twice."""
        return words[0].spread if len(words) == 1 else len(self._candidates(words))

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
            quality = self.surroundings(word, self.index.names.owner[number])
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

    def _rate_alone(self, word: QueryWord) -> Iterator[_Rated]:
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

    def surroundings(self, word: QueryWord, owner: int) -> float:
        """Return how well a word fits the region or the kind of a concept."""
        standing = self.index.standings[owner]
        if word.regions and not word.regions.isdisjoint(standing.regions):
            return QUALITY["region"]
        if word.kinds and not word.kinds.isdisjoint(standing.kinds):
            return QUALITY["kind"]
        return 0.0

    def weight(self, owner: int) -> float:
        """Return what a concept weighs in this search."""
        weight = self._weights.get(owner)
        if weight is None:
            weight = self.index.weight(owner)
            regions = self.index.standings[owner].regions
            if regions and self.named_regions.isdisjoint(regions):
                weight *= REGIONAL
            self._weights[owner] = weight
        return weight

    def language(self, lang: str) -> float:
        """Return what a name or text in a language weighs for the reader."""
        weight = self._languages.get(lang)
        if weight is None:
            weight = self._languages[lang] = LANGUAGE_WEIGHT[nearness(lang, self.query.lang)]
        return weight


_WORDS = WAYS.index("words")
_FORM = WAYS.index("form")
_TYPO = WAYS.index("typo")
