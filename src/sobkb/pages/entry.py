"""The page of a concept, in a fixed order; what the data does not have is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from sobkb.model import Concept
from sobkb.pages.abbreviations import explain_abbreviations
from sobkb.pages.attachments import attachments_of
from sobkb.pages.entry_parts import (
    confusion_with,
    counterpart_line,
    date_line,
    enumeration_line,
    figure_lines,
    match_lines,
    place_of,
    siblings_of,
    terms_of,
)
from sobkb.pages.page import Page
from sobkb.pages.picture import neighbourhood_of
from sobkb.pages.picture_drawing import picture_path
from sobkb.pages.revisions import frozen_link, revision_rows
from sobkb.pages.sentences import (
    incoming_sentences,
    note_groups,
    outgoing_sentences,
    passages_of,
)
from sobkb.pages.themes import anchor_of, theme_link
from sobkb.pages.writing import Site, Writer
from sobkb.phrasing import both_sides

FAMILY = "entry"


def entry_pages(site: Site) -> Iterator[Page]:
    """Make the page of every concept in every language."""
    for lang in site.languages:
        for concept in site.kb.concepts:
            yield entry_page(site, concept, lang)


def entry_page(site: Site, concept: Concept, lang: str) -> Page:
    """Make the page of one concept in one language."""
    o = Writer(site, lang, site.at.concept(lang, concept))
    label = site.label(concept, lang)
    own, others = both_sides(concept)
    attachments = attachments_of(o, concept)
    options = site.options
    edit = ""
    if options.edit_path:
        scheme = concept.schemes[0].slug if concept.schemes else ""
        edit = options.edit_path.format(scheme=scheme, slug=concept.slug)
    body = o.render(
        "entry.html.j2",
        concept=concept,
        title=o.text(label),
        status_line=_status_line(o, concept),
        explanation=explain_abbreviations(o, concept, o.best(concept.texts("comment"))),
        definitions=[explain_abbreviations(o, concept, d) for d in o.all_best(concept.texts("definition"))],
        definition_sources=[o.section_link(s) for s in concept.sources],
        remarks=_remarks(o, concept),
        sentences=passages_of(outgoing_sentences(o, concept, own, anchors=True)),
        heading=_heading(site, concept),
        incoming=passages_of(incoming_sentences(o, concept, others)),
        notes=note_groups(o, concept.notes),
        place=place_of(o, concept),
        themes=[theme_link(o, t, fragment=anchor_of(concept)) for t in concept.themes],
        enumerations=[enumeration_line(o, concept, c) for c in concept.collections],
        contrasts=[confusion_with(o, concept, c) for c in concept.contrasts],
        counterparts=[counterpart_line(o, concept, c) for c in concept.counterparts],
        comparison=[
            (
                [o.link(c) for c in x.flemish],
                [o.link(c) for c in x.dutch],
                o.all_best(x.conclusions),
                o.href(site.at.comparison(lang, x)),
            )
            for x in site.kb.comparisons
            if x.concept == concept
        ],
        comparisons=[
            Markup('<a href="{}">{}</a>').format(
                o.href(site.at.comparison(lang, c)), o.best(c.themes) or o.label(c.concept)
            )
            for c in site.kb.comparisons
            if concept in (*c.flemish, *c.dutch)
        ],
        compare=f"{o.href(f'{lang}/vergelijken/')}?a={concept.slug}",
        siblings=siblings_of(o, concept),
        figures=figure_lines(o, concept),
        dates=[date_line(o, d) for d in concept.dates],
        picture=neighbourhood_of(o, concept),
        picture_file=o.href(picture_path(o, concept)) if options.downloads else "",
        sections=[o.section_link(s) for s in concept.sections if not s.editorial],
        terms=terms_of(o, concept),
        matches=match_lines(o, concept.matches),
        attachments=attachments,
        history=_history(o, concept),
        frozen=frozen_link(o, concept),
        edit_link=f"{options.repository}/edit/main/{edit}" if options.repository and edit else "",
        report_link=_report_link(o, concept),
        address=concept.iri,
    )
    return o.page(
        title=label.text,
        family=FAMILY,
        body=f'<div class="cols">{body}{o.contents(body)}</div>',
        description=_shorten(concept.definition(lang) or concept.explanation(lang)),
        edit=edit,
        head=attachments.head,
        listed=not concept.is_deprecated,
    )


def _heading(site: Site, concept: Concept) -> str:
    """Tell who speaks in the statements: a source, the editors alone, or the data does not say."""
    if not site.has_sections:
        return "statements.plain"
    said = (*concept.relations, *concept.incoming, *concept.notes)
    return "statements.editorial" if said and all(s.is_editorial for s in said) else "statements"


def _status_line(o: Writer, concept: Concept) -> list[Markup]:
    found: list[Markup] = []
    if concept.kind is not None:
        found.append(o.kind_link(concept.kind))
    found += [
        Markup('<a class="region r-{}" href="{}">{}</a>').format(
            r.slug, o.href(o.site.at.region(o.lang, r)), o.label(r)
        )
        for r in concept.regions
    ]
    own = o.site.label(concept, o.lang).lang
    if o.mark(own):
        found.append(Markup("<span>{}</span>").format(o.word("fallback", o.language(own))))
    if concept.level and f"level.{concept.level}" in o.words:
        found.append(Markup("<span>{}</span>").format(o.word(f"level.{concept.level}")))
    if concept.status:
        status = o.words.get(f"status.{concept.status}", concept.status)
        found.append(Markup('<span class="status">{}</span>').format(status))
    return found


class Remark(NamedTuple):
    """Notes of one sort.

    Attributes:
        title: What sort of note it is.
        texts: The notes.
    """

    title: str
    texts: list[Markup]


def _remarks(o: Writer, concept: Concept) -> list[Remark]:
    sorts = ("scopeNote", "example", "historyNote", "note", "changeNote")
    return [
        Remark(o.word(s), [explain_abbreviations(o, concept, t) for t in o.all_best(concept.texts(s))])
        for s in sorts
        if concept.texts(s)
    ]


def _history(o: Writer, concept: Concept) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = [
        (o.word("history.created"), concept.created),
        (o.word("history.modified"), concept.modified),
    ]
    found += revision_rows(o, concept) or [(o.word("history.version"), o.site.kb.version)]
    return [(word, value) for word, value in found if value]


def _report_link(o: Writer, concept: Concept) -> str:
    title = quote(o.word("report.title", o.label(concept)))
    body = quote(concept.iri)
    options = o.site.options
    if options.repository:
        return f"{options.repository}/issues/new?title={title}&body={body}"
    return f"mailto:{options.mail}?subject={title}&body={body}" if options.mail else ""


def _shorten(text: str, limit: int = 300) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + "…"
