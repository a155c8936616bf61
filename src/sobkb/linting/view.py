"""SKOS data as a linter wants to see it: concepts, links and labels, indexed once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sobkb.grouping import Subjects, collect
from sobkb.namespaces import DCTERMS, ISOTHES, RDF, RDFS, SKOS, SKOSXL
from sobkb.reach import Reach, strongly_connected

if TYPE_CHECKING:
    from pyoxigraph import Quad

UP = (SKOS + "broader", ISOTHES + "broaderGeneric", ISOTHES + "broaderPartitive", ISOTHES + "broaderInstantial")
DOWN = (SKOS + "narrower", ISOTHES + "narrowerGeneric", ISOTHES + "narrowerPartitive", ISOTHES + "narrowerInstantial")
RELATED = SKOS + "related"
MATCHES = tuple(SKOS + m for m in ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch"))
LABELS = tuple(SKOS + label for label in ("prefLabel", "altLabel", "hiddenLabel"))
_SKOS_NOTES = ("definition", "note", "scopeNote", "example", "historyNote", "changeNote", "editorialNote")
NOTES = (*(SKOS + n for n in _SKOS_NOTES), RDFS + "comment", DCTERMS + "description")


class Label(NamedTuple):
    """A label of an entry: its property, text and language tag (empty when it has none)."""

    path: str
    text: str
    lang: str


class View:
    """SKOS data, indexed for the criteria.

    Args:
        quads: The data, all graphs together.
    """

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.subjects: Subjects = collect(quads)

    @cached_property
    def concepts(self) -> list[str]:
        """Everything typed as a concept, or placed in a hierarchy or scheme and given a label; sorted."""
        hints = (*UP, *DOWN, RELATED, SKOS + "inScheme", SKOS + "topConceptOf")
        found = set(self.typed("Concept"))
        others = {*self.schemes, *self.collections}
        for subject, known in self.subjects.items():
            if subject not in others and SKOS + "prefLabel" in known and any(hint in known for hint in hints):
                found.add(subject)
        return sorted(found)

    @cached_property
    def schemes(self) -> list[str]:
        """All concept schemes, sorted."""
        return self.typed("ConceptScheme")

    @cached_property
    def collections(self) -> list[str]:
        """All collections, sorted."""
        return sorted({*self.typed("Collection"), *self.typed("OrderedCollection")})

    def typed(self, kind: str) -> list[str]:
        """Return everything that has a type of SKOS, sorted."""
        wanted = SKOS + kind
        return sorted(
            s for s, known in self.subjects.items() if any(n.value == wanted for n in known.get(RDF + "type", ()))
        )

    def targets(self, subject: str, *paths: str) -> set[str]:
        """Return the resources a subject is linked to by any of the properties."""
        known = self.subjects.get(subject, {})
        return {node.value for path in paths for node in known.get(path, ()) if node.lang is None}

    @cached_property
    def broader(self) -> dict[str, set[str]]:
        """Concept → the concepts directly above it, whichever way the link is written."""
        return self._links(UP, DOWN)

    @cached_property
    def above(self) -> Reach[str]:
        """Where the broader links lead, from a concept up; through a loop also to itself."""
        return Reach((low, high) for low, direct in self.broader.items() for high in direct)

    @cached_property
    def loops(self) -> dict[str, int]:
        """Concept on a loop of broader links → number of the loop; concepts of one loop reach each other."""
        found: dict[str, int] = {}
        for number, members in enumerate(strongly_connected(self.broader)):
            if len(members) > 1:
                found.update(dict.fromkeys(members, number))
        return found

    @cached_property
    def related(self) -> dict[str, set[str]]:
        """Concept → the concepts related to it, as written."""
        return self._links((RELATED,), ())

    @cached_property
    def schemes_of(self) -> dict[str, set[str]]:
        """Concept → the schemes it stands in."""
        found = {c: self.targets(c, SKOS + "inScheme", SKOS + "topConceptOf") for c in self.concepts}
        for scheme in self.schemes:
            for concept in self.targets(scheme, SKOS + "hasTopConcept"):
                found.setdefault(concept, set()).add(scheme)
        return found

    @cached_property
    def top_concepts(self) -> dict[str, set[str]]:
        """Scheme → its top concepts."""
        found: dict[str, set[str]] = {}
        for concept in self.concepts:
            for scheme in self.targets(concept, SKOS + "topConceptOf"):
                found.setdefault(scheme, set()).add(concept)
        for scheme in self.schemes:
            found.setdefault(scheme, set()).update(self.targets(scheme, SKOS + "hasTopConcept"))
        return found

    def labels(self, subject: str) -> list[Label]:
        """Return the labels of an entry, those given as resources of SKOS-XL included."""
        known = self.subjects.get(subject, {})
        found = [Label(p, node.value, node.lang) for p in LABELS for node in known.get(p, ()) if node.lang is not None]
        for path in LABELS:
            for label in self.targets(subject, SKOSXL + path.removeprefix(SKOS)):
                forms = self.subjects.get(label, {}).get(SKOSXL + "literalForm", ())
                found += [Label(path, node.value, node.lang) for node in forms if node.lang is not None]
        return found

    def _links(self, forward: tuple[str, ...], backward: tuple[str, ...]) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for subject in self.subjects:
            if targets := self.targets(subject, *forward):
                found.setdefault(subject, set()).update(targets)
            for target in self.targets(subject, *backward):
                found.setdefault(target, set()).add(subject)
        return found
