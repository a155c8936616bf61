"""The source section by section: what each part says, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from sobkb.pages.entry_parts import figure_line
from sobkb.pages.listings import defined
from sobkb.pages.page import Page
from sobkb.pages.sentences import NoteGroup, Sentence, best_note, note_groups, outgoing_sentences, subject_words
from sobkb.pages.themes import theme_link
from sobkb.pages.writing import Site, Writer
from sobkb.wording import date_in_words

if TYPE_CHECKING:
    from sobkb.model import Concept, Section, Statement


class Passage(NamedTuple):
    """What a section says about one concept.

    Attributes:
        subject: Link to the concept.
        slug: Name of the place on the page.
        sentences: Its relations.
        notes: What cannot be said with a relation.
        figures: Numbers.
        dates: Times and remarks on them.
    """

    subject: Markup
    slug: str
    sentences: list[Sentence]
    notes: list[NoteGroup]
    figures: list[object]
    dates: list[tuple[str, Markup]]


class Heading(NamedTuple):
    """A section in the table of contents.

    Attributes:
        link: Link to its page.
        depth: How deep it stands, from 0.
        said: How much it says, in words.
    """

    link: Markup
    depth: int
    said: str


def section_pages(site: Site) -> Iterator[Page]:
    """Make the table of contents of the sources and a page per section."""
    sections = site.kb.sections
    if not sections:
        return
    introduced = _introduced(site)
    for lang in site.languages:
        o = Writer(site, lang, f"{lang}/bron/")
        body = o.render(
            "sources.html.j2",
            works=[
                (s.label(lang), o.best(s.citations), [h for h in _contents(o) if h[1].source == s.iri])
                for s in site.kb.sources
            ],
            loose=[h for h in _contents(o) if not h[1].editorial and not h[1].source],
            editorial=[h for h in _contents(o) if h[1].editorial],
        )
        yield o.page(title=o.word("source.title"), family="sources", body=body, description=o.word("source.lead"))
        own = [s for s in sections if not s.editorial]
        for section in sections:
            number = own.index(section) if section in own else -1
            before = own[number - 1] if number > 0 else None
            after = own[number + 1] if 0 <= number < len(own) - 1 else None
            yield _section_page(site, section, lang, before, after, introduced.get(section.iri, []))


def _section_page(
    site: Site, section: Section, lang: str, before: Section | None, after: Section | None, introduced: list[Concept]
) -> Page:
    o = Writer(site, lang, site.at.section(lang, section))
    parents: list[Markup] = []
    above = section
    while above.parent and len(parents) < 10:
        above = site.kb.section_of(above.parent)
        parents.insert(0, o.section_link(above))
    body = o.render(
        "section.html.j2",
        section=section,
        title=section.locator(lang),
        parents=parents,
        parts=[o.section_link(s) for s in site.kb.sections if s.parent == section.iri],
        passages=_passages(o, section),
        extra=_editorial(o, section),
        lists=[
            Markup('<a href="{}">{}</a>').format(o.href(site.at.collection(lang, c)), c.label(lang))
            for c in site.kb.collections
            if section in c.sections
        ],
        introduced=defined(o, introduced),
        before=o.section_link(before) if before else None,
        after=o.section_link(after) if after else None,
    )
    return o.page(
        title=section.locator(lang),
        family="section",
        body=body,
        description=o.word("source.editorial.lead" if section.editorial else "source.lead"),
    )


def _passages(o: Writer, section: Section) -> list[Passage]:
    said: dict[Concept, list[Statement]] = {}
    for statement in o.site.statements_in(section):
        said.setdefault(statement.subject, []).append(statement)
    for concept in o.site.concepts_with_findings(section):
        said.setdefault(concept, [])
    passages = []
    for concept in sorted(said, key=lambda c: (o.label(c).casefold(), c.iri)):
        statements = said[concept]
        relations = sorted(
            (s for s in statements if not s.relation.iri.endswith("Note")), key=lambda s: s.relation.order
        )
        figures = [figure_line(o, f, concept) for f in concept.figures if f.section == section]
        dates = [
            (date_in_words(d.span, o.lang) if d.span else o.word("date.relative"), best_note(o, d.notes))
            for d in concept.dates
            if d.section == section
        ]
        passages.append(
            Passage(
                subject_words(o, concept, linked=True),
                concept.slug,
                outgoing_sentences(o, concept, relations, cite=False),
                note_groups(o, statements, cite=False),
                list(figures),
                dates,
            )
        )
    return passages


def _editorial(o: Writer, section: Section) -> list[Markup]:
    """What the editors put side by side or together, when this is one of their graphs."""
    if not section.editorial:
        return []
    record = o.site.kb.record
    lines: list[Markup] = []
    contrasts = {c["iri"] for c in record["contrasts"] if c["graph"] == section.iri}
    lines += [
        Markup("{} – {}").format(o.link(c.first), o.link(c.second)) for c in o.site.kb.contrasts if c.iri in contrasts
    ]
    counterparts = {c["iri"] for c in record["counterparts"] if c["graph"] == section.iri}
    for c in o.site.kb.counterparts:
        if c.iri in counterparts:
            sides = [
                o.link(s) if s is not None else Markup("{}").format(o.word("beside.nothing"))
                for s in (c.flemish, c.dutch)
            ]
            lines.append(Markup("{} – {}: {}").format(*sides, o.words.get(f"beside.{c.degree}", c.degree)))
    comparisons = {c["iri"] for c in record["comparisons"] if c["graph"] == section.iri}
    lines += [
        Markup("{}: {}").format(o.link(c.concept), o.best(c.conclusions))
        for c in o.site.kb.comparisons
        if c.iri in comparisons
    ]
    lines += [
        Markup("{}: {}").format(theme_link(o, t), o.best(t.notes)) for t in o.site.kb.themes if section in t.sections
    ]
    return lines


def _contents(o: Writer) -> list[tuple[Heading, Section]]:
    known = {s.iri: s for s in o.site.kb.sections}
    found = []
    for section in o.site.kb.sections:
        depth, above = 0, section
        while above.parent in known and depth < 6:
            depth, above = depth + 1, known[above.parent]
        number = o.site.count_statements(section)
        count = "" if not number else o.word("source.count.one") if number == 1 else o.word("source.count", number)
        found.append((Heading(o.section_link(section), depth, count), section))
    return found


def _introduced(site: Site) -> dict[str, list[Concept]]:
    found: dict[str, list[Concept]] = {}
    for concept in site.kb.concepts:
        for section in concept.sources:
            found.setdefault(section.iri, []).append(concept)
    return found
