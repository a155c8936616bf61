"""What is prepared once per knowledge base so that a query is quick.

Names are prepared at once, running text only when names alone do not answer a query.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from sobkb.records import ConceptRecord, KnowledgeBaseRecord, TermRecord
from sobkb.search.folding import fold_lines, stem
from sobkb.search.tuning import IRREGULAR, LABEL_SORTS, LEVEL_WEIGHT, LINKS, STOP_WORDS, TEXT_SORTS

if TYPE_CHECKING:
    from sobkb.knowledge_base import KnowledgeBase

_LAST = "\U0010ffff"
"""The last character there is, to find the end of the words with a beginning."""

MOST_CONDITIONS = 64
"""How many selections are remembered; a site asks for the same few over and over."""


class Words:
    """Distinct folded words, each with the numbers of the texts that hold it."""

    def __init__(self, postings: dict[str, list[int]]) -> None:
        self.postings = postings
        self.sorted = sorted(postings)
        self._stems: dict[str, str] = {}

    def starting_with(self, beginning: str) -> list[str]:
        """Return the words that begin with some letters, sorted."""
        start = bisect_left(self.sorted, beginning)
        return self.sorted[start : bisect_left(self.sorted, beginning + _LAST, start)]

    def of_stem(self, key: str) -> list[str]:
        """Return the words with a stem, sorted within each way it can begin."""
        if len(key) < 2:
            return []
        # A stem keeps the first two letters of its word, except in participles and irregular plurals,
        # so only a small part of the words has to be looked at.
        candidates = chain(
            self.starting_with(key[:2]),
            self.starting_with("ge" + key[:2]) if key[:2] != "ge" else (),
            (w for w in IRREGULAR if w in self.postings and w[:2] != key[:2]),
        )
        return [w for w in candidates if self.stem_of(w) == key]

    def stem_of(self, word: str) -> str:
        """Return the stem of one of the words, worked out once."""
        known = self._stems.get(word)
        if known is None:
            known = self._stems[word] = stem(word)
        return known

    @cached_property
    def joined(self) -> str:
        """All words in one string, to look inside them at the speed of `str.find`."""
        return "\n" + "\n".join(self.sorted) + "\n"

    @cached_property
    def offsets(self) -> list[int]:
        """Where each of the sorted words begins in `joined`."""
        found = []
        position = 1
        for word in self.sorted:
            found.append(position)
            position += len(word) + 1
        return found

    @cached_property
    def by_length(self) -> dict[int, list[str]]:
        """The words by their number of letters."""
        found: dict[int, list[str]] = {}
        for word in self.sorted:
            found.setdefault(len(word), []).append(word)
        return found


class Names(NamedTuple):
    """All names of all concepts, in parallel lists.

    Attributes:
        owner: Number of the concept.
        sort: Number of the sort in `LABEL_SORTS`.
        text: The name as written.
        lang: Its language tag.
        folded: The name as it is compared.
        by_joined: Numbers of the names that read so without their spaces.
        words: Its words.
        counted: What `counting` has worked out.
    """

    owner: list[int]
    sort: list[int]
    text: list[str]
    lang: list[str]
    folded: list[str]
    by_joined: dict[str, list[int]]
    words: Words
    counted: dict[int, tuple[tuple[str, ...], int]]

    def counting(self, number: int) -> tuple[tuple[str, ...], int]:
        """Return the distinct words of a name that are not stop words, and how many letters they have.

        A name of nothing but stop words counts with all of them.
        """
        known = self.counted.get(number)
        if known is None:
            distinct = dict.fromkeys(self.folded[number].split(" "))
            words = tuple([w for w in distinct if w not in STOP_WORDS]) or tuple(distinct)
            known = self.counted[number] = (words, sum(map(len, words)))
        return known


class Texts(NamedTuple):
    """All definitions and notes of all concepts, in parallel lists; as in `Names`.

    Each folded text stands between spaces, so that its first and last words are found like the others.
    """

    owner: list[int]
    sort: list[int]
    text: list[str]
    lang: list[str]
    folded: list[str]
    words: Words


class SearchIndex:
    """The searchable side of a knowledge base; concepts are numbers in the order of their IRIs."""

    def __init__(self, record: KnowledgeBaseRecord) -> None:
        self._record = record
        self.concepts: list[ConceptRecord] = list(record["concepts"].values())
        self.iris: list[str] = list(record["concepts"])
        self._allowed: dict[tuple[str | None, ...], frozenset[str]] = {}

    def allowed(
        self, kb: KnowledgeBase, *, kind: str | None, scheme: str | None, region: str | None, section: str | None
    ) -> frozenset[str] | None:
        """Return the IRIs of the concepts that meet all conditions; None when there are none."""
        key = (kind, scheme, region, section)
        if not any(condition is not None for condition in key):
            return None
        if key not in self._allowed:
            if len(self._allowed) >= MOST_CONDITIONS:
                self._allowed.clear()
            chosen = kb.find(kind=kind, scheme=scheme, region=region, section=section)
            self._allowed[key] = frozenset(c.iri for c in chosen)
        return self._allowed[key]

    @cached_property
    def names(self) -> Names:
        """Every name: preferred, alternative and hidden labels, notations and slugs that say more."""
        owner: list[int] = []
        sort: list[int] = []
        text: list[str] = []
        lang: list[str] = []
        for number, concept in enumerate(self.concepts):
            labels = (concept["pref"], concept["alt"], concept["hidden"], [[n, ""] for n in concept["notations"]])
            for rank, group in enumerate(labels):
                for words, tag in group:
                    owner.append(number)
                    sort.append(rank)
                    text.append(words)
                    lang.append(tag)
        labelled = len(text)
        folded = fold_lines([*text, *(c["slug"] for c in self.concepts)])
        seen = set(zip(owner, folded, strict=False))
        for number, slug in enumerate(folded[labelled:]):
            if (number, slug) not in seen:
                owner.append(number)
                sort.append(len(LABEL_SORTS) - 1)
                text.append(self.concepts[number]["slug"])
                lang.append("")
                folded[len(text) - 1] = slug
        del folded[len(text) :]
        return Names(owner, sort, text, lang, folded, _by_joined(folded), Words(_postings(folded)), {})

    @cached_property
    def texts(self) -> Texts:
        """Every definition, explanation, scope note and example."""
        owner: list[int] = []
        sort: list[int] = []
        text: list[str] = []
        lang: list[str] = []
        for number, concept in enumerate(self.concepts):
            notes = concept["notes"]
            for rank, name in enumerate(TEXT_SORTS):
                for words, tag in notes.get(name, ()):
                    owner.append(number)
                    sort.append(rank)
                    text.append(words)
                    lang.append(tag)
        folded = [f" {line} " for line in fold_lines(text)]
        return Texts(owner, sort, text, lang, folded, Words(_postings(folded)))

    @cached_property
    def links(self) -> list[int]:
        """For each concept, how many relations and broader links begin or end at it."""
        count: Counter[str] = Counter()
        for iri, concept in self._record["concepts"].items():
            ends = [r["object"] for r in concept["relations"]] + concept["broader"]
            count.update(ends)
            count[iri] += len(ends)
        return [count[iri] for iri in self.iris]

    @cached_property
    def weights(self) -> list[float]:
        """For each concept, what its level and its links make it weigh."""
        most, gain = LINKS["most"], LINKS["gain"]
        return [
            LEVEL_WEIGHT.get(concept["level"], 1.0) * (1 + gain * min(links, most) / most)
            for concept, links in zip(self.concepts, self.links, strict=True)
        ]

    @cached_property
    def region_words(self) -> dict[str, list[str]]:
        """IRIs of the regions by each stem of their names, so that "… nederland" can mean the region."""
        regions = sorted({r for c in self.concepts for r in c["regions"]})
        found: dict[str, list[str]] = {}
        for iri in regions:
            region = self._record["concepts"].get(iri)
            if region is not None:
                _add_stems(found, iri, [t for t, _ in (*region["pref"], *region["alt"], *region["hidden"])])
        return found

    @cached_property
    def kind_words(self) -> dict[str, list[str]]:
        """IRIs of the kinds by each stem of their names, so that "methode …" can mean the kind."""
        found: dict[str, list[str]] = {}
        for iri, kind in self.kinds.items():
            _add_stems(found, iri, [t for t, _ in kind["labels"]])
        return found

    @property
    def kinds(self) -> dict[str, TermRecord]:
        """The classes the concepts are instances of."""
        return self._record["kinds"]


def _postings(folded: list[str]) -> dict[str, list[int]]:
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(folded):
        for word in line.split(" "):
            postings[word].append(number)
    postings.pop("", None)
    postings.default_factory = None
    return postings


def _by_joined(folded: list[str]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, line in enumerate("\n".join(folded).replace(" ", "").split("\n")):
        found[line].append(number)
    found.pop("", None)
    found.default_factory = None
    return found


def _add_stems(found: dict[str, list[str]], iri: str, labels: list[str]) -> None:
    for line in fold_lines(labels):
        for word in line.split(" "):
            if word and word not in STOP_WORDS:
                iris = found.setdefault(stem(word), [])
                if iri not in iris:
                    iris.append(iri)
