"""The parts of an entry page that take more than a line to put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from sobkb.hierarchy import begins_halfway, paths_to_top, sort_by_label
from sobkb.model import Concept
from sobkb.namespaces import shorten_iri
from sobkb.pages.sentences import best_note, join_words
from sobkb.text import pick_text, texts_in
from sobkb.wording import date_in_words, number_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sobkb.model import Collection, Contrast, Counterpart, Dating, Figure, Match
    from sobkb.pages.writing import Writer

_PATHS = 12
_HIGHEST = 12  # links up
_MEMBERS = 18


class Place(NamedTuple):
    """Where a concept stands in the hierarchy.

    Attributes:
        paths: Ways down to it, each without itself.
        schemes: Links to its schemes.
        narrower: What is directly below it, each with its definition.
        heading: Words above what is below it.
    """

    paths: list[list[Markup]]
    schemes: list[Markup]
    narrower: list[tuple[Markup, Markup]]
    heading: str


def place_of(o: Writer, concept: Concept) -> Place:
    """Tell where a concept stands."""
    schemes = [
        Markup('<a href="{}">{}</a>').format(o.href(o.site.at.scheme(o.lang, s)), s.label(o.lang))
        for s in concept.schemes
    ]
    paths = [
        [*([Markup("…")] if begins_halfway(path) else []), *(o.link(c) for c in path[:-1])]
        for path in paths_to_top(concept, limit=_PATHS, distance=_HIGHEST)
        if len(path) > 1
    ]
    narrower = [(o.link(c), o.best(c.texts("definition"))) for c in sort_by_label(concept.narrower, o.lang)]
    return Place(paths, schemes, narrower, o.word("place.narrower", o.label(concept)))


class Enumeration(NamedTuple):
    """A collection the concept is in.

    Attributes:
        link: Link to the collection.
        marks: Whether it is open and ordered, in words.
        members: Links to the members in order; the concept itself is plain text.
        more: How many members are left out.
        ordered: True when the order means something.
        sections: Links to where it stands.
    """

    link: Markup
    marks: list[str]
    members: list[Markup]
    more: int
    ordered: bool
    sections: list[Markup]


def enumeration_line(o: Writer, concept: Concept, collection: Collection) -> Enumeration:
    """Describe an enumeration, seen from one of its members."""
    members = [
        Markup('<strong aria-current="true">{}</strong>').format(o.label(c)) if c == concept else o.link(c)
        for c in collection.members[:_MEMBERS]
    ]
    return Enumeration(
        Markup('<a href="{}">{}</a>').format(
            o.href(o.site.at.collection(o.lang, collection)), collection.label(o.lang)
        ),
        list_marks(o, collection),
        members,
        len(collection.members) - len(members),
        collection.ordered,
        [o.section_link(s) for s in collection.sections],
    )


def list_marks(o: Writer, collection: Collection) -> list[str]:
    """Return the words that tell whether a collection is open and ordered; none without a source to say so."""
    marks = []
    if collection.sections or collection.open:
        marks.append(o.word("list.open" if collection.open else "list.closed"))
    if collection.ordered:
        marks.append(o.word("list.ordered"))
    return marks


class Confusion(NamedTuple):
    """A concept that is easily confused with the one of the page.

    Attributes:
        this: Label of this concept.
        other: Label of the other one.
        link: Link to the other one.
        caption: Caption of the table.
        questions: The questions that decide.
        rows: What is compared, how it is here, how it is there.
        slug: Short name of the other.
    """

    this: str
    other: Markup
    link: Markup
    caption: str
    questions: list[Markup]
    rows: list[tuple[Markup, Markup, Markup]]
    slug: str


def confusion_with(o: Writer, concept: Concept, contrast: Contrast) -> Confusion:
    """Describe a contrast, seen from one of its sides."""
    other = contrast.other(concept)
    rows = []
    for d in contrast.dimensions:
        here, there = (d.first, d.second) if concept == contrast.first else (d.second, d.first)
        rows.append((o.best(d.labels), o.best(here), o.best(there)))
    caption = o.word("confused.caption", o.label(concept), o.label(other))
    name = o.text(o.site.label(other, o.lang))
    questions = o.all_best(contrast.questions)
    return Confusion(o.label(concept), name, o.link(other), caption, questions, rows, other.slug)


class Beside(NamedTuple):
    """What stands in its place in the other region.

    Attributes:
        other: Link to it, or words for nothing.
        degree: How far the two are the same, in words.
        mark: The same for style sheets.
        reasons: Why.
        slug: Short name of the other; empty for nothing.
    """

    other: Markup
    degree: str
    mark: str
    reasons: list[Markup]
    slug: str


def counterpart_line(o: Writer, concept: Concept, counterpart: Counterpart) -> Beside:
    """Describe what stands in the other region, seen from one side."""
    other = counterpart.dutch if concept == counterpart.flemish else counterpart.flemish
    degree = o.words.get(f"beside.{counterpart.degree}", counterpart.degree)
    link = o.link(other) if other is not None else Markup("{}").format(o.word("beside.nothing"))
    return Beside(link, degree, counterpart.degree, o.all_best(counterpart.reasons), other.slug if other else "")


def siblings_of(o: Writer, concept: Concept) -> list[tuple[str, Markup, list[Markup]]]:
    """Concepts with the same relation to the same thing, for relations the ontology gives words for that."""
    found = []
    for statement in concept.relations:
        words = dict(statement.relation.phrases).get("siblings")
        target = statement.object
        if not words or not isinstance(target, Concept):
            continue
        others = [s.subject for s in target.incoming if s.relation == statement.relation and s.subject != concept]
        if others:
            title = pick_text(words, o.lang)
            assert title is not None
            links = [o.link(c) for c in sort_by_label(dict.fromkeys(others), o.lang)]
            found.append((title.text, o.link(target), links))
    return found


class FigureLine(NamedTuple):
    """A number in words.

    Attributes:
        words: Number and unit.
        about: Words for "about"; empty when the number is exact.
        measures: Links to what is counted.
        places: Links to where it holds.
        note: Remarks.
        section: Link to where it is said.
        owner: Link to the concept the number belongs to, when that is another one.
    """

    words: Markup
    about: str
    measures: Markup
    places: Markup
    note: Markup
    section: Markup
    owner: Markup


def figure_lines(o: Writer, concept: Concept) -> list[FigureLine]:
    """Put the numbers of a concept into words, and those that count it."""
    own = [figure_line(o, f, concept) for f in concept.figures]
    others = [figure_line(o, f, concept) for f in o.site.figures_measuring(concept) if f.concept != concept]
    return own + others


def figure_line(o: Writer, figure: Figure, concept: Concept | None = None) -> FigureLine:
    """Put a number into words.

    Args:
        o: Writer of the page.
        figure: The number.
        concept: The concept of the page, which needs no link to itself.
    """
    unit = o.best(figure.units)
    number = number_in_words(figure.value, o.lang)
    words = (
        Markup("<strong>{}</strong> {}").format(number, unit) if unit else Markup("<strong>{}</strong>").format(number)
    )
    return FigureLine(
        words,
        o.word("figure.about") if figure.approximate else "",
        join_words([o.link(c) for c in figure.measures if c != concept], o.word("and")),
        join_words([o.link(c) for c in figure.places if c != concept], o.word("and")),
        best_note(o, figure.notes),
        o.section_link(figure.section) if figure.section else Markup(),
        o.link(figure.concept) if figure.concept != concept else Markup(),
    )


def date_line(o: Writer, dating: Dating) -> tuple[str, Markup, Markup]:
    """Put a date into words: the date, remarks on it, and where it is said."""
    words = date_in_words(dating.span, o.lang) if dating.span else ""
    section = o.section_link(dating.section) if dating.section else Markup()
    return words, best_note(o, dating.notes), section


class Terms(NamedTuple):
    """Other words for a concept.

    Attributes:
        own: Alternative terms in the page's language, with where they are used.
        hidden: What people type to find it.
        others: Name of another language, the attributes of text in it, and the preferred and alternative terms.
        notations: Codes.
    """

    own: list[Markup]
    hidden: list[Markup]
    others: list[tuple[str, Markup, list[str]]]
    notations: tuple[str, ...]


def terms_of(o: Writer, concept: Concept) -> Terms:
    """Gather the other words for a concept."""
    own = []
    for text in texts_in(concept.alt_labels, o.lang):
        region = Markup(" ({})").format(o.word("terms.only", o.language(text.lang))) if "-" in text.lang else ""
        own.append(Markup("{}{}").format(o.text(text), region))
    hidden = [o.text(t) for t in texts_in(concept.hidden_labels, o.lang)]
    shown = o.site.label(concept, o.lang)
    others: dict[str, list[str]] = {}
    for text in (*concept.pref_labels, *concept.alt_labels):
        tag = text.lang.partition("-")[0]
        if tag != o.lang.partition("-")[0] and text != shown:
            others.setdefault(tag, []).append(text.text)
    languages = [(o.language(tag) if tag else "", o.mark(tag), words) for tag, words in sorted(others.items())]
    return Terms(own, hidden, languages, concept.notations)


def match_lines(o: Writer, matches: Iterable[Match]) -> list[tuple[str, list[Markup], list[Markup]]]:
    """Describe matches: the degree, links to what matches in that degree for the same reasons, and the reasons."""
    found: dict[tuple[str, tuple[Markup, ...]], list[Markup]] = {}
    for match in matches:
        label = pick_text(match.labels, o.lang)
        words = label.text if label else shorten_iri(match.iri)
        host = match.iri.partition("://")[2].partition("/")[0]
        link = Markup("{} <small>{}</small>").format(o.outside(match.iri, words), host)
        degree = o.words.get(f"match.{match.type}", match.type)
        found.setdefault((degree, tuple(o.all_best(match.reasons))), []).append(link)
    return [(degree, links, list(reasons)) for (degree, reasons), links in found.items()]
