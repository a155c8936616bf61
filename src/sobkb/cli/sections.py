"""`sobkb section` and `sobkb at`: what one section says, and what belongs to one year."""

from __future__ import annotations

from argparse import Namespace

from sobkb.cli import sentences
from sobkb.cli.options import year
from sobkb.cli.output import accent, bold, dim
from sobkb.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sobkb.cli.parsing import Parser
    from sobkb.cli.session import Session
    from sobkb.model import Concept, Section


def configure_section(parser: Parser) -> None:
    """Name the arguments of `section`."""
    parser.argument("id", nargs="?")
    parser.option("--deep", action="store_true")


def run_section(session: Session, options: Namespace) -> int:
    """List the sections, or read one."""
    if options.id is None:
        return _list_sections(session)
    section = session.kb.section(options.id)
    inside = session.kb.subsections(section) if options.deep else (section,)
    if session.as_json:
        _write_json(session, section, inside)
    else:
        for number, part in enumerate(inside):
            if number:
                session.out.line()
            _write_section(session, part)
    return 0


def _list_sections(session: Session) -> int:
    sections = session.kb.sections
    if session.as_json:
        from sobkb.cli import data

        session.out.json([data.section(s) for s in sections])
        return 0
    if not sections:
        session.hint("section.none")
    session.out.table(
        [[accent(s.id), s.label(session.lang) + (f" {dim(session.texts('show.editorial'))}" if s.editorial else "")]
         for s in sections]
    )  # fmt: skip
    return 0


def _write_section(session: Session, section: Section) -> None:
    out, texts, lang = session.out, session.texts, session.lang
    out.line(bold(f"{section.number} {section.label(lang)}".strip() if not section.editorial else section.label(lang)))
    out.line(dim(section.iri))
    said = [s for c in session.kb.concepts for s in c.relations if section in s.sections]
    notes = [s for c in session.kb.concepts for s in c.notes if section in s.sections]
    figures = [f for f in session.kb.figures if f.section == section]
    dates = [d for d in session.kb.dates if d.section == section]
    defined = [c for c in session.kb.concepts if section in c.sources]
    if defined:
        out.heading(texts("section.defines"))
        out.line(", ".join(accent(c.label(lang)) for c in _by_label(defined, lang)), indent=2)
    if said:
        out.heading(texts("section.statements"))
    for sentence in sentences.by_subject(said, lang, texts):
        out.line(f"– {sentence}", indent=2, hang=4)
    if notes:
        out.heading(texts("show.source-notes"))
    for note in sentences.in_language(notes, lang):
        out.line(f"– {sentences.note_line(note, lang)}", indent=2, hang=4)
    if figures or dates:
        from sobkb.cli.showing import dating_in_words, figure_in_words

        out.heading(texts("section.figures-and-dates"))
        for figure in figures:
            lead = accent(figure.concept.label(lang))
            out.line(f"– {lead}: {figure_in_words(figure._replace(section=None), lang, texts)}", indent=2, hang=4)
        for dating in dates:
            lead = accent(dating.concept.label(lang))
            out.line(f"– {lead}: {dating_in_words(dating._replace(section=None), lang, texts)}", indent=2, hang=4)


def _write_json(session: Session, section: Section, inside: tuple[Section, ...]) -> None:
    from sobkb.cli import data

    kb, places = session.kb, set(inside)
    session.out.json(
        {
            **data.section(section),
            "subsections": [s.id for s in kb.subsections(section) if s != section],
            "defines": [c.slug for c in kb.concepts if places.intersection(c.sources)],
            "statements": [
                data.statement(s)
                for c in kb.concepts
                for s in (*c.relations, *c.notes)
                if places.intersection(s.sections)
            ],
            "figures": [data.figure(f) for f in kb.figures if f.section in places],
            "dates": [data.dating(d) for d in kb.dates if d.section in places],
        }
    )


def configure_at(parser: Parser) -> None:
    """Name the arguments of `at`."""
    parser.argument("year", type=year)


def run_at(session: Session, options: Namespace) -> int:
    """List what a source dates to a time that includes a year."""
    found = session.kb.at(options.year)
    if session.as_json:
        from sobkb.cli import data

        session.out.json([{**data.summary(c, session.lang), "dates": [data.dating(d) for d in c.dates]} for c in found])
        return 0
    from sobkb.cli.showing import dating_in_words

    if not found:
        session.hint("at.none", year=options.year)
    for concept in sorted(found, key=lambda c: (_first_year(c, options.year), c.iri)):
        dates = [d for d in concept.dates if d.span and d.span.covers(options.year)]
        words = "; ".join(dating_in_words(d, session.lang, session.texts) for d in dates)
        session.out.line(f"{accent(concept.label(session.lang))} – {words}", hang=2)
    return 0


def _first_year(concept: Concept, wanted: int) -> int:
    years = [d.span.first or 0 for d in concept.dates if d.span and d.span.covers(wanted)]
    return min(years, default=0)


def _by_label(concepts: list[Concept], lang: str) -> list[Concept]:
    from sobkb.hierarchy import sort_by_label

    return sort_by_label(concepts, lang)
