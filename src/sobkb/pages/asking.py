"""What the knowledge base promises to answer: every question with its answer, its query and its line of Python."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup, escape

from sobkb.namespaces import XSD, shorten_iri
from sobkb.pages.page import Page
from sobkb.pages.themes import theme_link
from sobkb.pages.views import code_text, view_head
from sobkb.pages.writing import Site, Writer
from sobkb.wording import number_in_words

if TYPE_CHECKING:
    from sobkb.model import Section
    from sobkb.querying import QueryResult, Row, Value
    from sobkb.questions import Question

FOLDER = "vragen/"
_NUMBERS = frozenset(XSD + name for name in ("integer", "decimal", "double", "float"))


class Answer(NamedTuple):
    """A question with all a reader wants of it.

    Attributes:
        id: Its short name.
        text: The question.
        columns: Names of the variables of the query.
        rows: The answer, as HTML.
        verdict: "yes" for an ASK that holds, "no" for one that does not; empty otherwise.
        query: The query.
        python: The line of Python that gives the same.
        sections: Links to the sections the answer rests on.
        parameters: What one may fill in, with what is filled in here.
        checked: True when the answer was foretold and came out so.
    """

    id: str
    text: Markup
    columns: tuple[str, ...]
    rows: list[list[Markup]]
    verdict: str
    query: Markup
    python: str
    sections: list[Markup]
    parameters: list[tuple[str, str]]
    checked: bool


def has_questions(site: Site) -> bool:
    """Tell whether the questions that come with sobkb are about this knowledge base."""
    from sobkb.questions import questions

    return site.is_builtin and bool(questions())


def question_pages(site: Site) -> Iterator[Page]:
    """Make the page with all questions in every language."""
    from sobkb.questions import questions

    results = [(question, question.run(site.kb)) for question in questions()]
    for lang in site.languages:
        o = Writer(site, lang, f"{lang}/{FOLDER}")
        groups: dict[Section | None, list[Answer]] = {}
        for question, result in results:
            groups.setdefault(_first_section(site, question), []).append(_answer(o, question, result))
        ordered = sorted(groups, key=lambda s: (s is None, s.order if s else 0))
        body = o.render(
            "questions.html.j2",
            groups=[
                (s.locator(lang) if s else o.word("ask.other"), s.id if s else "overig", groups[s]) for s in ordered
            ],
            number=len(results),
            sparql=o.href(f"{lang}/sparql/"),
        )
        yield o.page(
            title=o.word("ask.title"),
            family="questions",
            body=body,
            description=o.word("ask.lead", len(results)),
            head=view_head(o),
            scripts=("assets/js/ask.js",),
        )


def is_as_foretold(question: Question, result: QueryResult) -> bool:
    """Tell whether a question has an expected answer and got it."""
    from sobkb.questions import short_rows

    return bool(question.expected) and sorted(short_rows(result)) == sorted(question.expected)


def _first_section(site: Site, question: Question) -> Section | None:
    known = {s.id: s for s in site.kb.sections}
    return next((known[name] for name in question.sections if name in known), None)


def _answer(o: Writer, question: Question, result: QueryResult) -> Answer:
    known = {s.id: s for s in o.site.kb.sections}
    return Answer(
        question.id,
        o.best(question.texts),
        result.variables,
        [[cell_words(o, row.get(v)) for v in result.variables] for row in rows_in(result, o.lang)],
        "" if result.kind != "ask" else "yes" if result.boolean else "no",
        code_text(question.query),
        f'kb.ask("{question.id}").values()',
        [o.section_link(known[name]) for name in question.sections if name in known],
        [(p.name, p.default) for p in question.parameters],
        is_as_foretold(question, result),
    )


def rows_in(result: QueryResult, lang: str) -> list[Row]:
    """Return the rows for readers of a language: where texts come in several, only those in theirs."""

    def languages(row: Row) -> set[str]:
        return {v.lang.partition("-")[0] for v in row.values() if v.lang}

    if any(lang in languages(row) for row in result.rows):
        return [row for row in result.rows if languages(row) <= {lang}]
    return list(result.rows)


def cell_words(o: Writer, cell: Value | None) -> Markup:
    """Write one value of an answer the way readers know it: concepts and sections as links, numbers as numbers."""
    if cell is None:
        return Markup('<span class="none">{}</span>').format(o.word("ask.empty"))
    if cell.type == "literal":
        if cell.datatype in _NUMBERS:
            return escape(number_in_words(cell.value, o.lang))
        if cell.datatype == XSD + "boolean":
            return escape(o.word("ask.yes" if cell.value in ("true", "1") else "ask.no"))
        return Markup("<span{}>{}</span>").format(o.mark(cell.lang), cell.value) if cell.lang else escape(cell.value)
    return _name(o, cell.value)


def _name(o: Writer, iri: str) -> Markup:
    kb = o.site.kb
    concept = kb.concept(iri)
    if concept is not None:
        return o.link(concept)
    for section in kb.sections:
        if section.iri == iri:
            return o.section_link(section)
    for collection in kb.collections:
        if collection.iri == iri:
            path = o.site.at.collection(o.lang, collection)
            return Markup('<a href="{}">{}</a>').format(o.href(path), collection.label(o.lang))
    for theme in kb.themes:
        if theme.iri == iri:
            return theme_link(o, theme)
    for kind in kb.kinds:
        if kind.iri == iri:
            return o.kind_link(kind)
    return Markup("<code>{}</code>").format(shorten_iri(iri))
