"""Criteria on clashes between links, on mappings and on addresses."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from sobkb.linting.spots import Spot
from sobkb.linting.view import DOWN, MATCHES, RELATED, UP, View
from sobkb.namespaces import RDF, SKOS
from sobkb.reach import Reach

_NAMES = (
    "Collection Concept ConceptScheme OrderedCollection altLabel broadMatch broader broaderTransitive changeNote "
    "closeMatch definition editorialNote exactMatch example hasTopConcept hiddenLabel historyNote inScheme "
    "mappingRelation member memberList narrowMatch narrower narrowerTransitive notation note prefLabel related "
    "relatedMatch scopeNote semanticRelation topConceptOf"
)
_TERMS = frozenset(SKOS + name for name in _NAMES.split())


def relation_clash(view: View) -> Iterator[Spot]:
    """Related concepts of which one stands above the other (SKOS S27)."""
    pairs = [(c, other) for c, others in sorted(view.related.items()) for other in sorted(others - {c})]
    above = view.above.leading([*pairs, *((other, concept) for concept, other in pairs)])
    for concept, other in pairs:
        if (concept, other) in above or (other, concept) in above:
            yield Spot(concept, RELATED, other)


def mapping_clash(view: View) -> Iterator[Spot]:
    """Exact matches that are broader, narrower or related matches too (SKOS S46)."""
    exact = [(s, target) for s in view.subjects for target in view.targets(s, SKOS + "exactMatch")]
    same = Reach([*exact, *((target, s) for s, target in exact)])
    others = [(c, p, t) for c in view.concepts for p in sorted(MATCHES[2:]) for t in sorted(view.targets(c, p) - {c})]
    clashing = same.leading((concept, target) for concept, _, target in others)
    for concept, path, target in others:
        if (concept, target) in clashing:
            yield Spot(concept, path, target)


def mapping_misuse(view: View) -> Iterator[Spot]:
    """Mapping links between concepts of one scheme."""
    for concept in view.concepts:
        for path in MATCHES:
            for target in sorted(view.targets(concept, path) - {concept}):
                if view.schemes_of.get(concept, set()) & view.schemes_of.get(target, set()):
                    yield Spot(concept, path, target)


def undefined_skos_term(view: View) -> Iterator[Spot]:
    """Classes and properties that SKOS does not have."""
    for subject, known in sorted(view.subjects.items()):
        for path in sorted(known):
            if path.startswith(SKOS) and path not in _TERMS:
                yield Spot(subject, path)
        for node in known.get(RDF + "type", ()):
            if node.value.startswith(SKOS) and node.value not in _TERMS:
                yield Spot(subject, RDF + "type", node.value)


def undescribed_concept(view: View) -> Iterator[Spot]:
    """Links to a concept on the same host that the data says nothing of."""
    hosts = {urlsplit(concept).netloc for concept in view.concepts}
    for concept in view.concepts:
        for path in (*UP, *DOWN, RELATED):
            for target in sorted(view.targets(concept, path)):
                if target not in view.subjects and not target.startswith("_:") and _host(target) in hosts:
                    yield Spot(concept, path, target)


def other_uri_scheme(view: View) -> Iterator[Spot]:
    """Entries whose address is not on the web."""
    for subject in (*view.concepts, *view.schemes, *view.collections):
        if not subject.startswith(("http://", "https://")):
            yield Spot(subject)


def missing_out_links(view: View) -> Iterator[Spot]:
    """Schemes of which no concept links to another host."""
    linked: set[str] = set()
    filled: set[str] = set()
    for concept in view.concepts:
        schemes = view.schemes_of.get(concept, set())
        filled |= schemes
        own = _host(concept)
        others = view.subjects.get(concept, {}).items()
        if any(
            _host(n.value) not in ("", own) for p, nodes in others if p != RDF + "type" for n in nodes if n.lang is None
        ):
            linked |= schemes
    for scheme in view.schemes:
        if scheme in filled and scheme not in linked:
            yield Spot(scheme)


def _host(iri: str) -> str:
    try:
        return urlsplit(iri).netloc
    except ValueError:  # an address nobody can split is none
        return ""
