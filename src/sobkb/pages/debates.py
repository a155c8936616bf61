"""Debates: the positions in them, who holds each, and what stands against what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from sobkb.hierarchy import sort_by_label
from sobkb.model import Concept
from sobkb.namespaces import NS
from sobkb.pages.page import Page
from sobkb.pages.sentences import (
    NoteGroup,
    Sentence,
    incoming_sentences,
    note_groups,
    outgoing_sentences,
)
from sobkb.pages.views import view_head
from sobkb.pages.writing import Site, Writer
from sobkb.phrasing import both_sides

if TYPE_CHECKING:
    from sobkb.model import Statement

FOLDER = "debatten/"
DEBATE = NS + "Debate"
POSITION_IN = NS + "isPositionIn"
HOLDERS = (NS + "isHeldBy", NS + "isProposedBy")
AGAINST = (NS + "opposes", NS + "criticises")


def has_debates(site: Site) -> bool:
    """Tell whether a concept is a debate or a position in one."""
    return bool(_debates(site))


def debate_pages(site: Site) -> Iterator[Page]:
    """Make the page with all debates in every language."""
    debates = _debates(site)
    for lang in site.languages:
        o = Writer(site, lang, f"{lang}/{FOLDER}")
        found = [_debate(o, d) for d in sorted(debates, key=lambda d: (-len(_positions(d)), d.iri))]
        inside = {p for d in debates for p in (d, *_positions(d))}
        body = o.render("debates.html.j2", debates=found, against=_against(o, inside))
        yield o.page(
            title=o.word("debates.title"),
            family="debates",
            body=body,
            description=o.word("debates.lead"),
            head=view_head(o),
        )


class PositionCard(NamedTuple):
    """A position in a debate.

    Attributes:
        link: Link to it.
        definition: What it holds.
        holders: Links to who takes it, with where that is said.
        sentences: What else is said of it.
        notes: Remarks.
        sections: Links to where it stands as a position in the debate.
    """

    link: Markup
    definition: Markup
    holders: list[Markup]
    sentences: list[Sentence]
    notes: list[NoteGroup]
    sections: list[Markup]


class DebateCard(NamedTuple):
    """A debate.

    Attributes:
        link: Link to it.
        anchor: Name of the place on the page.
        definition: What it is about.
        sentences: What is said of it.
        notes: Remarks.
        positions: The positions in it.
        sections: Links to where the source speaks of it.
    """

    link: Markup
    anchor: str
    definition: Markup
    sentences: list[Sentence]
    notes: list[NoteGroup]
    positions: list[PositionCard]
    sections: list[Markup]


def _debates(site: Site) -> list[Concept]:
    kinds = [c for c in site.kb.concepts if any(k.iri == DEBATE for k in c.kinds)]
    targets = [
        s.object
        for c in site.kb.concepts
        for s in c.relations
        if s.relation.iri == POSITION_IN and isinstance(s.object, Concept)
    ]
    return sorted({*kinds, *targets})


def _positions(debate: Concept) -> list[Concept]:
    return list(dict.fromkeys(s.subject for s in debate.incoming if s.relation.iri == POSITION_IN))


def _debate(o: Writer, debate: Concept) -> DebateCard:
    incoming = [s for s in debate.incoming if s.relation.iri != POSITION_IN]
    return DebateCard(
        o.link(debate),
        debate.slug,
        o.best(debate.texts("definition")),
        outgoing_sentences(o, debate, debate.relations) + incoming_sentences(o, debate, incoming),
        note_groups(o, debate.notes),
        [_position(o, p, debate) for p in sort_by_label(_positions(debate), o.lang)],
        [o.section_link(s) for s in debate.sections if not s.editorial],
    )


def _position(o: Writer, position: Concept, debate: Concept) -> PositionCard:
    own = [s for s in both_sides(position)[0] if s.relation.iri not in (POSITION_IN, *HOLDERS)]
    places = [p for s in position.relations if s.relation.iri == POSITION_IN and s.object == debate for p in s.sections]
    return PositionCard(
        o.link(position),
        o.best(position.texts("definition")),
        [_holder(o, s) for s in position.relations if s.relation.iri in HOLDERS],
        outgoing_sentences(o, position, own),
        note_groups(o, position.notes),
        [o.section_link(p) for p in places],
    )


def _holder(o: Writer, statement: Statement) -> Markup:
    assert isinstance(statement.object, Concept)
    places = Markup("; ").join([o.section_link(p) for p in statement.sections])
    link = o.link(statement.object)
    return Markup("{} <cite>({})</cite>").format(link, places) if places else link


def _against(o: Writer, inside: set[Concept]) -> list[Sentence]:
    """What else stands against what, outside the debates."""
    found: list[Sentence] = []
    for concept in sort_by_label(o.site.kb.concepts, o.lang):
        if concept not in inside:
            statements = [s for s in concept.relations if s.relation.iri in AGAINST]
            found += outgoing_sentences(o, concept, statements)
    return found


__all__ = ["debate_pages", "has_debates"]
