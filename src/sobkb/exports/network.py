"""Concepts as nodes and what links them as edges: the basis of every picture and graph format."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sobkb.model import Concept, Section, Term
from sobkb.namespaces import SKOS
from sobkb.phrasing import relation_words
from sobkb.text import LangText

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BROADER = Term(
    SKOS + "broader",
    "broader",
    (LangText("broader", "en"), LangText("breder", "nl")),
    order=0,
    phrases=(
        ("forward", (LangText("is a kind of", "en"), LangText("is een soort", "nl"))),
        ("inverse", (LangText("includes", "en"), LangText("omvat", "nl"))),
    ),
)
"""The hierarchy, in the form of the other relations."""


_RELATED = {"nl": ("hangt samen met", "hangen samen met"), "en": ("is related to", "are related to")}


def phrase_of(relation: Term, lang: str, *, inverse: bool = False, plural: bool = False) -> str:
    """Return the words between two ends of a link, also where the data has none for its relation.

    Examples:
        >>> phrase_of(Term(SKOS + "related", "related", ()), "nl", plural=True)
        'hangen samen met'
    """
    related = _RELATED["en" if lang.partition("-")[0] == "en" else "nl"]
    return relation_words(relation, lang, related, inverse=inverse, plural=plural)


class Edge(NamedTuple):
    """A link between two concepts.

    Attributes:
        source: Where it starts.
        relation: What it says; `BROADER` for the hierarchy.
        target: Where it ends.
        sections: Where it is said; empty for the hierarchy and where the data does not tell.
    """

    source: Concept
    relation: Term
    target: Concept
    sections: tuple[Section, ...] = ()


class Network(NamedTuple):
    """A part of a knowledge base as a directed graph with several edges between two nodes.

    Attributes:
        nodes: The concepts, sorted by IRI.
        edges: The links, sorted by source, relation and target.
        centre: The concepts that were asked for; the other nodes are their direct neighbours.
    """

    nodes: tuple[Concept, ...]
    edges: tuple[Edge, ...]
    centre: tuple[Concept, ...]


def edges_of(concept: Concept) -> tuple[Edge, ...]:
    """Return the links that start or end at a concept."""
    found = [Edge(concept, BROADER, above) for above in concept.broader]
    found += [Edge(below, BROADER, concept) for below in concept.narrower]
    found += [
        Edge(concept, s.relation, s.object, s.sections) for s in concept.relations if isinstance(s.object, Concept)
    ]
    found += [Edge(s.subject, s.relation, concept, s.sections) for s in concept.incoming]
    return tuple(sorted(set(found), key=_edge_key))


def network_of(concepts: Iterable[Concept]) -> Network:
    """Return concepts with everything that is directly linked to them.

    Examples:
        >>> [n.slug for n in network_of([mini["tomaat"]]).nodes]
        ['moestuin', 'tomaat']
    """
    centre = tuple(sorted(set(concepts)))
    edges = sorted({e for c in centre for e in edges_of(c)}, key=_edge_key)
    nodes = sorted({*centre, *(e.source for e in edges), *(e.target for e in edges)})
    return Network(tuple(nodes), tuple(edges), centre)


def _edge_key(edge: Edge) -> tuple[str, int, str, str]:
    return (edge.source.iri, edge.relation.order, edge.relation.iri, edge.target.iri)


def group_edges(edges: Sequence[Edge], concept: Concept) -> list[tuple[Term, bool, tuple[Concept, ...]]]:
    """Group the links of a concept by relation and direction, in page order.

    Returns:
        Triples of relation, True when the concept is at the end of it, and the other concepts.
    """
    groups: dict[tuple[bool, int, str], tuple[Term, list[Concept]]] = {}
    for edge in edges:
        for inverse, here, there in ((False, edge.source, edge.target), (True, edge.target, edge.source)):
            if here == concept and not (inverse and edge.source == edge.target):
                key = (inverse, edge.relation.order, edge.relation.iri)
                _, others = groups.setdefault(key, (edge.relation, []))
                if there not in others:
                    others.append(there)
    return [(term, key[0], tuple(others)) for key, (term, others) in sorted(groups.items(), key=lambda g: g[0])]
