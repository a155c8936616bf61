"""Criteria on the hierarchy and the other links between concepts."""

from __future__ import annotations

from collections.abc import Iterator

from sobkb.linting.spots import Spot
from sobkb.linting.view import DOWN, MATCHES, RELATED, UP, View
from sobkb.namespaces import SKOS

_RECIPROCAL_HABIT = 0.5
_PAIRS = (*zip(UP, DOWN, strict=True), (RELATED, RELATED))


def orphan_concept(view: View) -> Iterator[Spot]:
    """Concepts that no link connects with another concept of the data."""
    linked = {c for pair in _neighbours(view) for c in pair}
    members = {m for collection in view.collections for m in view.targets(collection, SKOS + "member")}
    for concept in view.concepts:
        if concept not in linked and concept not in members:
            yield Spot(concept)


def disconnected_clusters(view: View) -> Iterator[Spot]:
    """Groups of concepts without a link to the largest group; the first concept stands for its group."""
    group: dict[str, str] = {}

    def find(concept: str) -> str:
        while group.setdefault(concept, concept) != concept:
            group[concept] = group[group[concept]]
            concept = group[concept]
        return concept

    for one, other in _neighbours(view):
        group[find(one)] = find(other)
    groups: dict[str, list[str]] = {}
    for concept in view.concepts:
        if concept in group:
            groups.setdefault(find(concept), []).append(concept)
    smaller = sorted(groups.values(), key=lambda members: (-len(members), members))[1:]
    for members in smaller:
        yield Spot(members[0], value=str(len(members)))


def _neighbours(view: View) -> Iterator[tuple[str, str]]:
    concepts = set(view.concepts)
    for concept in view.concepts:
        for nodes in view.subjects.get(concept, {}).values():
            for node in nodes:
                if node.lang is None and node.value in concepts and node.value != concept:
                    yield concept, node.value


def cyclic_hierarchy(view: View) -> Iterator[Spot]:
    """Concepts above themselves, through others."""
    for concept, loop in sorted(view.loops.items()):
        back = sorted(b for b in view.broader[concept] if view.loops.get(b) == loop and b != concept)
        yield Spot(concept, SKOS + "broader", back[0])


def reflexive_relation(view: View) -> Iterator[Spot]:
    """Concepts linked to themselves."""
    paths = (*UP, *DOWN, RELATED, SKOS + "broaderTransitive", SKOS + "narrowerTransitive", *MATCHES)
    for concept in view.concepts:
        for path in paths:
            if concept in view.targets(concept, path):
                yield Spot(concept, path, concept)


def valueless_associative_relation(view: View) -> Iterator[Spot]:
    """Related concepts that stand side by side under the same broader concept."""
    for concept, others in sorted(view.related.items()):
        for other in sorted(others):
            if other != concept and view.broader.get(concept, set()) & view.broader.get(other, set()):
                yield Spot(concept, RELATED, other)


def solely_transitive_relation(view: View) -> Iterator[Spot]:
    """Concepts linked by a transitive property that no direct links bear out."""
    spots: dict[Spot, tuple[str, str]] = {}
    for concept in view.concepts:
        for path, downwards in ((SKOS + "broaderTransitive", False), (SKOS + "narrowerTransitive", True)):
            for target in sorted(view.targets(concept, path) - {concept}):
                spots[Spot(concept, path, target)] = (target, concept) if downwards else (concept, target)
    borne_out = view.above.leading(spots.values())
    yield from (spot for spot, pair in spots.items() if pair not in borne_out)


def unidirectional_relation(view: View) -> Iterator[Spot]:
    """Links whose inverse is not written although the data mostly writes both.

    Writing one direction throughout is a habit, not a fault: the other follows from it.
    """
    for forward, backward in _PAIRS:
        written: list[Spot] = []
        missing: list[Spot] = []
        for path, inverse in dict.fromkeys(((forward, backward), (backward, forward))):
            for concept in view.concepts:
                for target in sorted(view.targets(concept, path)):
                    back = concept in view.targets(target, inverse)
                    (written if back else missing).append(Spot(concept, path, target))
        if len(written) >= _RECIPROCAL_HABIT * (len(written) + len(missing)):
            yield from missing


def omitted_top_concepts(view: View) -> Iterator[Spot]:
    """Schemes with concepts but without a top concept."""
    filled = {scheme for schemes in view.schemes_of.values() for scheme in schemes}
    for scheme in view.schemes:
        if scheme in filled and not view.top_concepts.get(scheme):
            yield Spot(scheme, SKOS + "hasTopConcept")


def top_concept_with_broader(view: View) -> Iterator[Spot]:
    """Top concepts of a scheme with a broader concept in it."""
    for scheme, tops in sorted(view.top_concepts.items()):
        for concept in sorted(tops):
            for broader in sorted(view.broader.get(concept, ())):
                if scheme in view.schemes_of.get(broader, ()):
                    yield Spot(concept, SKOS + "broader", broader)


def hierarchical_redundancy(view: View) -> Iterator[Spot]:
    """Broader links that another broader link already implies."""
    spots: dict[Spot, list[tuple[str, str]]] = {}
    for concept, direct in sorted(view.broader.items()):
        for target in sorted(direct - {concept}):
            if view.loops.get(target, -1) != view.loops.get(concept):  # else a loop, reported as such
                others = sorted(direct - {target, concept})
                spots[Spot(concept, SKOS + "broader", target)] = [(other, target) for other in others]
    above = view.above.leading(pair for pairs in spots.values() for pair in pairs)
    yield from (spot for spot, pairs in spots.items() if not above.isdisjoint(pairs))
