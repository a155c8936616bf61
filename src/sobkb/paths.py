"""Shortest ways between two concepts over typed relations and the hierarchy."""

from __future__ import annotations

from collections.abc import Callable

from sobkb.light_typing import NamedTuple
from sobkb.model import Concept, Section, Term
from sobkb.namespaces import SKOS
from sobkb.text import LangText

BROADER = Term(
    SKOS + "broader",
    "broader",
    (LangText("heeft bovenliggend begrip", "nl"), LangText("has broader concept", "en")),
    phrases=(
        ("forward", (LangText("is een soort", "nl"), LangText("is a kind of", "en"))),
        ("forwardPlural", (LangText("zijn een soort", "nl"), LangText("are a kind of", "en"))),
        ("inverse", (LangText("heeft als soort", "nl"), LangText("has as a kind", "en"))),
        ("inversePlural", (LangText("hebben als soort", "nl"), LangText("have as a kind", "en"))),
    ),
    order=0,
)
"""The hierarchy, as a relation like the others."""


class Link(NamedTuple):
    """One step of a path.

    Attributes:
        start: Where the step starts.
        relation: The relation followed.
        end: Where the step ends.
        inverse: True when the relation is stated from end to start.
        sections: Where the relation is stated.
    """

    start: Concept
    relation: Term
    end: Concept
    inverse: bool
    sections: tuple[Section, ...]

    def __repr__(self) -> str:
        arrow = f"←{self.relation.name}—" if self.inverse else f"—{self.relation.name}→"
        return f"<{self.start.slug} {arrow} {self.end.slug}>"


def links_from(concept: Concept) -> tuple[Link, ...]:
    """Return every step one can take from a concept, in a fixed order."""
    links = [Link(concept, BROADER, b, False, ()) for b in concept.broader]
    links += [Link(concept, BROADER, n, True, ()) for n in concept.narrower]
    links += [
        Link(concept, s.relation, s.object, False, s.sections)
        for s in concept.relations
        if isinstance(s.object, Concept)
    ]
    links += [Link(concept, s.relation, s.subject, True, s.sections) for s in concept.incoming]
    return tuple(links)


def shortest_path(
    start: Concept, end: Concept, *, limit: int = 8, prepare: Callable[[list[Concept]], None] | None = None
) -> tuple[Link, ...] | None:
    """Find a shortest path between two concepts, relations followed either way.

    Args:
        start: One concept.
        end: The other.
        limit: Largest number of steps to try.
        prepare: Called with the concepts whose links are looked at next, so that a store can fetch them at once.

    Returns:
        The steps; empty when the concepts are the same; None when there is no path within `limit`.
        Of several shortest paths always the same one is returned.
    """
    if start == end:
        return ()
    arrived: dict[str, Link] = {}
    level = [start]
    for _ in range(limit):
        following: list[Concept] = []
        if prepare is not None:
            prepare(level)
        for concept in level:
            for link in links_from(concept):
                if link.end == start or link.end.iri in arrived:
                    continue
                arrived[link.end.iri] = link
                if link.end == end:
                    return _trace(arrived, start, end)
                following.append(link.end)
        level = following
    return None


def _trace(arrived: dict[str, Link], start: Concept, end: Concept) -> tuple[Link, ...]:
    links: list[Link] = []
    at = end
    while at != start:
        link = arrived[at.iri]
        links.append(link)
        at = link.start
    return tuple(reversed(links))
