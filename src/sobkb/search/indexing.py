"""What is prepared once per knowledge base so that a query is quick.

Names are prepared at once, running text only when names alone do not answer a query. The built-in
knowledge base brings both ready-made in its snapshot.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import chain
from operator import mul

from sobkb.light_typing import TYPE_CHECKING, Any, NamedTuple
from sobkb.search.entries import Entries
from sobkb.search.folding import fold_lines, stem
from sobkb.search.shapes import Shapes
from sobkb.search.tuning import LEVEL_WEIGHT, LINKS, REGIONAL, STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from contextlib import AbstractContextManager

    from sobkb.knowledge_base import KnowledgeBase
    from sobkb.model import Concept, Scheme, Section, Term
    from sobkb.records import ConceptRecord, KnowledgeBaseRecord

MOST_CONDITIONS = 64
"""How many selections are remembered; a site asks for the same few over and over."""


class Standing(NamedTuple):
    """What ranking needs to know of a concept besides its words.

    Attributes:
        level: "A", "B" or empty.
        deprecated: Whether it is no longer to be used.
        kinds: IRIs of its classes.
        regions: IRIs of its regions.
        links: How many relations and broader links begin or end at it.
    """

    level: str
    deprecated: bool
    kinds: list[str]
    regions: list[str]
    links: int


class SearchIndex:
    """The searchable side of a knowledge base; concepts are numbers in the order of their IRIs.

    Args:
        record: The knowledge base.
        prepared: Gives a part that `pack` made before; None when it has to be worked out.

    Attributes:
        iris: The IRI of each concept.
        remembered: What `sobkb.search.pieces` found for common words.
    """

    def __init__(self, record: KnowledgeBaseRecord, prepared: Callable[[str], Any] | None = None) -> None:
        self._record = record
        self._prepared = prepared or (lambda _: None)
        self.iris: list[str] = list(record["concepts"])
        self._allowed: dict[tuple[object, ...], frozenset[str]] = {}
        self.remembered: dict[tuple[str, bool, str, bool, bool], int] = {}

    def concept(self, number: int) -> ConceptRecord:
        """Return the record of a concept."""
        return self._record["concepts"][self.iris[number]]

    def allowed(
        self,
        kb: KnowledgeBase,
        *,
        kind: str | Term | None,
        scheme: str | Scheme | None,
        region: str | Concept | None,
        section: str | Section | None,
    ) -> frozenset[str] | None:
        """Return the IRIs of the concepts that meet all conditions; None when there are none."""
        key = (kind, scheme, region, section)
        if all(condition is None for condition in key):
            return None
        if key not in self._allowed:
            if len(self._allowed) >= MOST_CONDITIONS:
                self._allowed.clear()
            chosen = kb.find(kind=kind, scheme=scheme, region=region, section=section)
            self._allowed[key] = frozenset(c.iri for c in chosen)
        return self._allowed[key]

    @cached_property
    def names(self) -> Entries:
        """Every name of every concept."""
        return self._entries("names", Entries.names)

    @cached_property
    def texts(self) -> Entries:
        """Every definition, explanation, scope note and example."""
        return self._entries("texts", Entries.notes)

    @cached_property
    def shapes(self) -> Shapes:
        """Which names are alike."""
        return Shapes(self)

    def _entries(self, part: str, gather: Callable[[Iterable[ConceptRecord]], Entries]) -> Entries:
        ready = self._prepared(part)
        if ready:
            return Entries.unpack(ready)
        with _collector_paused():
            return gather(self._record["concepts"].values())

    @cached_property
    def standings(self) -> list[Standing]:
        """The standing of each concept."""
        ready = self._prepared("standings")
        if ready:
            return list(map(Standing._make, ready))
        with _collector_paused():
            return _find_standings(self._record["concepts"])

    def pack(self) -> dict[str, Any]:
        """Return what can be prepared before, as data that JSON can hold."""
        return {
            "names": self.names.pack(),
            "texts": self.texts.pack(),
            "standings": self.standings,
            "region_words": self.region_words,
            "kind_words": self.kind_words,
        }

    @cached_property
    def weights(self) -> list[float]:
        """What the level and the links of each concept make it weigh."""
        return list(map(self.weight, range(len(self.iris))))

    def weight(self, number: int) -> float:
        """Return what the level and the links of a concept make it weigh."""
        standing = self.standings[number]
        most, gain = LINKS["most"], LINKS["gain"]
        return LEVEL_WEIGHT.get(standing.level, 1.0) * (1 + gain * min(standing.links, most) / most)

    @cached_property
    def weights_elsewhere(self) -> list[float]:
        """What they weigh when a query names no region."""
        regional = (REGIONAL if standing.regions else 1.0 for standing in self.standings)
        return list(map(mul, self.weights, regional))

    @cached_property
    def ranks(self) -> list[int]:
        """The place of the level of each concept in the order of levels, for those that score alike."""
        levels = sorted({standing.level or "Z" for standing in self.standings})
        places = {level: place for place, level in enumerate(levels)}
        return [places[standing.level or "Z"] for standing in self.standings]

    @cached_property
    def region_words(self) -> dict[str, list[str]]:
        """IRIs of the regions by each stem of their names, so that "… nederland" can mean the region."""
        found: dict[str, list[str]] = self._prepared("region_words") or {}
        if found:
            return found
        for iri in sorted({region for standing in self.standings for region in standing.regions}):
            region = self._record["concepts"].get(iri)
            if region is not None:
                _add_stems(found, iri, [t for t, _ in (*region["pref"], *region["alt"], *region["hidden"])])
        return found

    @cached_property
    def kind_words(self) -> dict[str, list[str]]:
        """IRIs of the kinds by each stem of their names, so that "methode …" can mean the kind."""
        found: dict[str, list[str]] = self._prepared("kind_words") or {}
        if found:
            return found
        for iri, kind in self._record["kinds"].items():
            _add_stems(found, iri, [t for t, _ in kind["labels"]])
        return found


def _collector_paused() -> AbstractContextManager[None]:
    from sobkb.grouping import collector_paused

    return collector_paused()


def _find_standings(concepts: Mapping[str, ConceptRecord]) -> list[Standing]:
    """Work out the standing of each concept, in order."""
    links = Counter(chain.from_iterable(concept["broader"] for concept in concepts.values()))
    links.update(relation["object"] for concept in concepts.values() for relation in concept["relations"])
    return [
        Standing(
            concept["level"],
            concept["deprecated"],
            concept["kinds"],
            concept["regions"],
            links[iri] + len(concept["relations"]) + len(concept["broader"]),
        )
        for iri, concept in concepts.items()
    ]


def _add_stems(found: dict[str, list[str]], iri: str, labels: list[str]) -> None:
    for line in fold_lines(labels):
        for word in line.split(" "):
            if word and word not in STOP_WORDS:
                iris = found.setdefault(stem(word), [])
                if iri not in iris:
                    iris.append(iri)
