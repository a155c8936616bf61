"""Side by side: themes in two regions, series of one kind, and any two concepts a reader chooses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from sobkb.model import Concept
from sobkb.namespaces import NS, SKOS
from sobkb.pages.entry_parts import figure_line
from sobkb.pages.page import Page
from sobkb.pages.sentences import (
    SOURCE_NOTE,
    Sentence,
    note_groups,
    outgoing_sentences,
    phrase_words,
)
from sobkb.pages.views import plain, upper_first, view_head
from sobkb.pages.writing import Site, Writer
from sobkb.phrasing import both_sides

if TYPE_CHECKING:
    from sobkb.model import Collection, Comparison, Contrast, Counterpart, Statement, Term

FOLDER = "vergelijken/"
PAIRS = FOLDER + "tegenhangers/"
CONFUSED = FOLDER + "verwarren/"
SERIES_LIMIT = 6
"""The most columns a reader can still compare."""
_LEAST_ROWS = 2
NOT_COMPARED = frozenset((SKOS + "related", SOURCE_NOTE, NS + "flemishSide", NS + "dutchSide"))
"""Relations that say nothing one could compare."""


def has_comparisons(site: Site) -> bool:
    """Tell whether there are two concepts to put side by side."""
    return len(site.kb) > 1


def comparison_pages(site: Site) -> Iterator[Page]:
    """Make the overview with the chooser, a page per theme, a page per series, and the pages of pairs."""
    series = series_of(site)
    for lang in site.languages:
        yield _overview(site, lang, series)
        for comparison in site.kb.comparisons:
            yield _two_regions_page(site, lang, comparison)
        for collection in series:
            yield _series_page(site, lang, collection)
        if site.kb.counterparts:
            yield _counterparts_page(site, lang)
        if site.kb.contrasts:
            yield _contrasts_page(site, lang)


def series_path(lang: str, collection: Collection) -> str:
    """Return the path of the page that shows a collection as a table."""
    return f"{lang}/{FOLDER}reeks-{collection.slug}/"


def series_of(site: Site) -> list[Collection]:
    """Return the collections worth a table, the most telling first: few members of one kind, told apart by much."""
    found = []
    for collection in site.kb.collections:
        members = collection.members
        if 2 <= len(members) <= SERIES_LIMIT and len({m.kind for m in members}) == 1 and members[0].kind:
            rows = _rows_of(members)
            telling = sum(_is_telling(cells, len(members)) for cells in rows.values())
            telling += sum(len(c.dimensions) for c in site.kb.contrasts if c.first in members and c.second in members)
            if telling >= _LEAST_ROWS:
                found.append((-telling, collection.slug, collection))
    return [collection for _, _, collection in sorted(found, key=lambda f: f[:2])]


def _is_telling(cells: dict[Concept, list[Statement]], columns: int) -> bool:
    values = {tuple(sorted(str(s.object) for s in statements)) for statements in cells.values()}
    return len(cells) * 2 >= columns and len(cells) >= 2 and len(values) > 1


def _rows_of(members: Iterable[Concept]) -> dict[Term, dict[Concept, list[Statement]]]:
    rows: dict[Term, dict[Concept, list[Statement]]] = {}
    for member in members:
        for statement in (*both_sides(member)[0], *member.notes):
            if statement.relation.iri not in NOT_COMPARED:
                rows.setdefault(statement.relation, {}).setdefault(member, []).append(statement)
    return {term: rows[term] for term in sorted(rows, key=lambda t: (t.order, t.iri))}


# Overview and chooser


def _overview(site: Site, lang: str, series: list[Collection]) -> Page:
    o = Writer(site, lang, f"{lang}/{FOLDER}")
    themes = [
        (o.href(site.at.comparison(lang, c)), upper_first(plain(o, c.themes) or o.label(c.concept)))
        for c in site.kb.comparisons
    ]
    body = o.render(
        "comparisons.html.j2",
        themes=sorted(themes, key=lambda t: t[1].casefold()),
        series=[
            (o.href(series_path(lang, c)), upper_first(c.label(lang)), [o.label(m) for m in c.members]) for c in series
        ],
        pairs=o.href(f"{lang}/{PAIRS}") if site.kb.counterparts else "",
        confused=o.href(f"{lang}/{CONFUSED}") if site.kb.contrasts else "",
        numbers=(len(site.kb.counterparts), len(site.kb.contrasts)),
    )
    return o.page(
        title=o.word("compare.title"),
        family="comparisons",
        body=body,
        description=o.word("compare.lead"),
        head=view_head(o),
        scripts=(f"{lang}/{FOLDER}data.js", "assets/js/compare.js"),
    )


def row_name(o: Writer, term: Term, *, inverse: bool) -> str:
    """Name the row of a relation: what stands in its cells, seen from the concept on top."""
    if term.iri == SOURCE_NOTE:
        return o.word("statements.notes")
    if inverse or not term.labels:
        return phrase_words(o, term, inverse=inverse, plural=False).rstrip(":")
    return term.label(o.lang)


# A theme in two regions


class Item(NamedTuple):
    """A concept on one side.

    Attributes:
        link: Link to it.
        definition: Its definition.
        sentences: What is said of it.
        notes: The same, for what cannot be said with a relation.
        figures: Numbers.
        said: How many of these there are, in words.
    """

    link: Markup
    definition: Markup
    sentences: list[Sentence]
    notes: list[object]
    figures: list[object]
    said: str


def _two_regions_page(site: Site, lang: str, comparison: Comparison) -> Page:
    o = Writer(site, lang, site.at.comparison(lang, comparison))
    left, right = comparison.flemish, comparison.dutch
    theme = upper_first(plain(o, comparison.themes) or o.label(comparison.concept))
    pairs = [p for p in site.kb.counterparts if _is_within(p, left, right)]
    done = {c for p in pairs if p.flemish and p.dutch for c in (p.flemish, p.dutch)}
    body = o.render(
        "two_regions.html.j2",
        title=theme,
        link=o.link(comparison.concept),
        names=_region_names(o, comparison),
        rows=[
            (*_sides(o, p), degree_words(o, p), o.all_best(p.reasons), p.degree) for p in pairs if p.flemish and p.dutch
        ],
        left=[_item(o, c) for c in left if c not in done],
        right=[_item(o, c) for c in right if c not in done],
        missing=[
            (o.link(p.flemish or p.dutch), o.all_best(p.reasons))  # type: ignore[arg-type]  # one of the two is there
            for p in pairs
            if not (p.flemish and p.dutch)
        ],
        conclusions=o.all_best(comparison.conclusions),
    )
    return o.page(
        title=o.word("compare.theme", theme),
        family="two-regions",
        body=body,
        description=plain(o, comparison.conclusions)[:300],
        head=view_head(o),
    )


def _is_within(pair: Counterpart, left: tuple[Concept, ...], right: tuple[Concept, ...]) -> bool:
    sides = [side for side in (pair.flemish, pair.dutch) if side is not None]
    return bool(sides) and all(side in left or side in right for side in sides)


def _sides(o: Writer, pair: Counterpart) -> tuple[Item | None, Item | None]:
    return tuple(_item(o, c) if c is not None else None for c in (pair.flemish, pair.dutch))  # type: ignore[return-value]


def _item(o: Writer, concept: Concept) -> Item:
    sentences = outgoing_sentences(o, concept, both_sides(concept)[0])
    notes = note_groups(o, concept.notes)
    figures = [figure_line(o, f, concept) for f in concept.figures]
    number = len(sentences) + sum(len(n.notes) for n in notes) + len(figures)
    count = "" if not number else o.word("source.count.one") if number == 1 else o.word("source.count", number)
    return Item(o.link(concept), o.best(concept.texts("definition")), sentences, list(notes), list(figures), count)


def degree_words(o: Writer, pair: Counterpart) -> str:
    """Say how far two counterparts are the same."""
    return o.words.get(f"beside.{pair.degree}", pair.degree)


def _region_names(o: Writer, comparison: Comparison | None = None) -> tuple[str, str]:
    """Name the two sides after the region most of their concepts belong to."""
    kb = o.site.kb
    themes = (comparison,) if comparison else kb.comparisons
    names = []
    for side in ("flemish", "dutch"):
        counts: dict[Concept, int] = {}
        found = [c for t in (*themes, *kb.comparisons) for c in getattr(t, side)]
        found += [c for p in kb.counterparts if (c := getattr(p, side)) is not None]
        for concept in found:
            for region in concept.regions:
                counts[region] = counts.get(region, 0) + 1
        best = max(counts, key=lambda r: (counts[r], r.iri), default=None)
        names.append(upper_first(o.label(best)) if best else o.word(f"compare.{side}"))
    return names[0], names[1]


# A series as a table


def _series_page(site: Site, lang: str, collection: Collection) -> Page:
    o = Writer(site, lang, series_path(lang, collection))
    members = collection.members
    by_term = sorted(_rows_of(members).items(), key=lambda row: not _is_telling(row[1], len(members)))
    rows = [
        (upper_first(row_name(o, term, inverse=False)), [_cell(o, cells.get(m, [])) for m in members])
        for term, cells in by_term
    ]
    examples = [(o.word("example"), [Markup("<br>").join(o.all_best(m.texts("example"))) for m in members])]
    figures = [
        (
            o.word("figures"),
            [Markup("<br>").join(figure_line(o, f, m).words for f in m.figures) for m in members],
        )
    ]
    rows += [row for row in (*figures, *examples) if any(row[1])]
    inside = [c for c in site.kb.contrasts if c.first in members and c.second in members]
    title = upper_first(collection.label(lang))
    body = o.render(
        "series.html.j2",
        title=title,
        collection=Markup('<a href="{}">{}</a>').format(o.href(site.at.collection(lang, collection)), title),
        kind=o.kind_link(members[0].kind) if members[0].kind else Markup(),
        sections=[o.section_link(s) for s in collection.sections],
        members=[o.link(m) for m in members],
        definitions=[o.best(m.texts("definition")) for m in members],
        rows=rows,
        contrasts=[_contrast(o, c) for c in inside],
    )
    return o.page(
        title=o.word("compare.theme", title),
        family="series",
        body=body,
        description=", ".join(o.label(m) for m in members),
        head=view_head(o),
    )


def _cell(o: Writer, statements: list[Statement]) -> Markup:
    texts = [s.object for s in statements if not isinstance(s.object, Concept)]
    wanted = {str(t) for t in o.all_best(texts)} if texts else set()
    parts: dict[Markup, dict[Markup, None]] = {}
    for statement in statements:
        end = statement.object
        words = o.link(end) if isinstance(end, Concept) else o.text(end)
        if isinstance(end, Concept) or str(words) in wanted:
            parts.setdefault(words, {}).update(dict.fromkeys(o.section_link(s) for s in statement.sections))
    same = {tuple(places) for places in parts.values()}
    if len(same) == 1:
        places = next(iter(same))
        return _with_places(Markup(", ").join(parts) if len(parts) > 1 else next(iter(parts)), places)
    return Markup("<br>").join(_with_places(words, tuple(places)) for words, places in parts.items())


def _with_places(words: Markup, places: tuple[Markup, ...]) -> Markup:
    return Markup("{} <cite>({})</cite>").format(words, Markup("; ").join(places)) if places else words


# Pairs


def _counterparts_page(site: Site, lang: str) -> Page:
    o = Writer(site, lang, f"{lang}/{PAIRS}")
    order = {"same": 0, "partly": 1, "none": 2}
    found = sorted(
        site.kb.counterparts,
        key=lambda p: (order.get(p.degree, 3), o.label(p.flemish or p.dutch).casefold(), p.iri),  # type: ignore[arg-type]
    )
    rows = [
        (_linked(o, p.flemish), _linked(o, p.dutch), degree_words(o, p), p.degree, o.all_best(p.reasons)) for p in found
    ]
    body = o.render("counterparts.html.j2", rows=rows, names=_region_names(o))
    return o.page(
        title=o.word("compare.pairs"),
        family="counterparts",
        body=body,
        description=o.word("compare.pairs.lead"),
        head=view_head(o),
    )


def _linked(o: Writer, concept: Concept | None) -> Markup:
    return o.link(concept) if concept is not None else Markup("{}").format(o.word("beside.nothing"))


class ContrastTable(NamedTuple):
    """Two concepts that are easily confused.

    Attributes:
        first: Link to one.
        second: Link to the other.
        anchor: Name of the place on the page.
        caption: Both in words.
        questions: The question that decides.
        rows: What is compared, how it is here, how it is there.
    """

    first: Markup
    second: Markup
    anchor: str
    caption: str
    questions: list[Markup]
    rows: list[tuple[Markup, Markup, Markup]]


def _contrast(o: Writer, contrast: Contrast) -> ContrastTable:
    return ContrastTable(
        o.link(contrast.first),
        o.link(contrast.second),
        f"{contrast.first.slug}--{contrast.second.slug}",
        o.word("confused.caption", o.label(contrast.first), o.label(contrast.second)),
        o.all_best(contrast.questions),
        [(o.best(d.labels), o.best(d.first), o.best(d.second)) for d in contrast.dimensions],
    )


def _contrasts_page(site: Site, lang: str) -> Page:
    o = Writer(site, lang, f"{lang}/{CONFUSED}")
    tables = [_contrast(o, c) for c in sorted(site.kb.contrasts, key=lambda c: o.label(c.first).casefold())]
    body = o.render("contrasts.html.j2", tables=tables)
    return o.page(
        title=o.word("compare.confused"),
        family="contrasts",
        body=body,
        description=o.word("compare.confused.lead"),
        head=view_head(o),
    )
