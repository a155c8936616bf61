"""The time line: what the sources date, what they order without dates, and what they leave undated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from sobkb.model import Concept
from sobkb.namespaces import NS
from sobkb.pages.page import Page
from sobkb.pages.sentences import best_note
from sobkb.pages.views import upper_first, view_head
from sobkb.pages.writing import Site, Writer
from sobkb.wording import date_in_words

if TYPE_CHECKING:
    from sobkb.dates import DateSpan
    from sobkb.model import Section

FOLDER = "tijdlijn/"
OCCURS_IN = NS + "occursIn"
SUCCESSIONS = (NS + "follows", NS + "replaces")
_LONGEST_CHAIN = 8


def has_dates(site: Site) -> bool:
    """Tell whether a source dates anything."""
    return any(d.span for d in site.kb.dates)


def timeline_pages(site: Site) -> Iterator[Page]:
    """Make the time line in every language."""
    for lang in site.languages:
        yield _page(site, lang)


class Moment(NamedTuple):
    """Something with a time.

    Attributes:
        link: Link to it.
        when: The time in words.
        start: Where its bar begins, in per cents of the scale.
        width: How long the bar is.
        open: "start" or "end" when that side is open; empty otherwise.
        vague: True when the time is about.
        note: Remark on the time.
        through: Link to the period that gives it its time; empty when it has its own.
        section: Link to where it is said.
    """

    link: Markup
    when: str
    start: float
    width: float
    open: str
    vague: bool
    note: Markup
    through: Markup
    section: Markup


class Lane(NamedTuple):
    """What belongs to one region.

    Attributes:
        name: Name of the region, or words for none.
        anchor: Name of the place on the page.
        moments: What is dated, earliest first.
        undated: What is not: link, remark, link to the section.
    """

    name: str
    anchor: str
    moments: list[Moment]
    undated: list[tuple[Markup, Markup, Markup]]


class _Dated(NamedTuple):
    concept: Concept
    span: DateSpan
    note: Markup
    through: Markup
    section: Section | None


class _Scale(NamedTuple):
    first: int
    last: int

    def place(self, span: DateSpan) -> tuple[float, float, str]:
        """Return start and width in per cents, and which side is open."""
        total = self.last - self.first
        start = self.first if span.first is None else span.first
        end = self.last if span.last is None else span.last + 1
        side = "start" if span.first is None else "end" if span.last is None else ""
        return round(100 * (start - self.first) / total, 2), round(100 * (end - start) / total, 2), side

    @property
    def decades(self) -> list[tuple[int, float]]:
        """Every tenth year with its place in per cents."""
        step = 10 if self.last - self.first <= 120 else 50
        return [
            (year, round(100 * (year - self.first) / (self.last - self.first), 2))
            for year in range(self.first, self.last, step)
        ]


def _scale(spans: Iterable[DateSpan]) -> _Scale:
    years = [year for span in spans for year in (span.first, span.last) if year is not None]
    first = min(years) // 10 * 10
    last = (max(years) // 10 + 1) * 10
    return _Scale(first, last if last > first else first + 10)


def _page(site: Site, lang: str) -> Page:
    o = Writer(site, lang, f"{lang}/{FOLDER}")
    dated, undated = _gather(o)
    scale = _scale(d.span for d in dated)
    regions = _regions(site, [d.concept for d in dated] + [c for c, _, _ in undated])
    lanes = []
    for region in (*regions, None):
        moments = [_moment(o, d, scale) for d in _ordered(dated) if region in (d.concept.regions or (None,))]
        rest = [
            (o.link(c), note, o.section_link(section) if section else Markup())
            for c, note, section in sorted(undated, key=lambda u: o.label(u[0]).casefold())
            if region in (c.regions or (None,))
        ]
        if moments or rest:
            name = upper_first(o.label(region)) if region else o.word("time.nowhere")
            lanes.append(Lane(name, region.slug if region else "algemeen", moments, rest))
    body = o.render("timeline.html.j2", lanes=lanes, scale=scale, chains=_chains(o))
    return o.page(
        title=o.word("time.title"),
        family="timeline",
        body=body,
        description=o.word("time.lead"),
        head=view_head(o),
    )


def _gather(o: Writer) -> tuple[list[_Dated], list[tuple[Concept, Markup, Section | None]]]:
    dated: list[_Dated] = []
    undated: list[tuple[Concept, Markup, Section | None]] = []
    for concept in o.site.kb.concepts:
        own = [d for d in concept.dates if d.span]
        dated += [_Dated(concept, d.span, best_note(o, d.notes), Markup(), d.section) for d in own if d.span]
        if own:
            continue
        periods = [
            _Dated(concept, d.span, Markup(), o.link(s.object), s.sections[0] if s.sections else None)
            for s in concept.relations
            if s.relation.iri == OCCURS_IN and isinstance(s.object, Concept)
            for d in s.object.dates
            if d.span
        ]
        dated += periods
        if not periods:
            undated += [(concept, best_note(o, d.notes), d.section) for d in concept.dates]
    return dated, undated


def _ordered(found: list[_Dated]) -> list[_Dated]:
    def key(item: _Dated) -> tuple[int, int, str]:
        first, last = item.span.first, item.span.last
        return (first if first is not None else -9999, last if last is not None else 9999, item.concept.iri)

    return sorted(found, key=key)


def _moment(o: Writer, item: _Dated, scale: _Scale) -> Moment:
    start, width, side = scale.place(item.span)
    return Moment(
        o.link(item.concept),
        date_in_words(item.span, o.lang),
        start,
        width,
        side,
        item.span.approximate,
        item.note,
        item.through,
        o.section_link(item.section) if item.section else Markup(),
    )


def _regions(site: Site, concepts: Iterable[Concept]) -> list[Concept]:
    counts: dict[Concept, int] = {}
    for concept in concepts:
        for region in concept.regions:
            counts[region] = counts.get(region, 0) + 1
    sides = [*(c.flemish for c in site.kb.counterparts), *(c.dutch for c in site.kb.counterparts)]
    order = list(dict.fromkeys(r for side in sides if side for r in side.regions))
    return sorted(counts, key=lambda r: (order.index(r) if r in order else len(order), -counts[r], r.iri))


def _chains(o: Writer) -> list[list[tuple[Markup, Markup]]]:
    """What comes after what: every line from a beginning to an end, each step with its section."""
    later: dict[Concept, dict[Concept, Markup]] = {}
    for concept in o.site.kb.concepts:
        for s in concept.relations:
            if s.relation.iri in SUCCESSIONS and isinstance(s.object, Concept):
                places = Markup("; ").join([o.section_link(p) for p in s.sections])
                later.setdefault(s.object, {})[concept] = places
    after = {c for found in later.values() for c in found}
    lines: list[list[tuple[Markup, Markup]]] = []

    def walk(concept: Concept, line: list[tuple[Concept, Markup]]) -> None:
        line = [*line, (concept, line_place(line, concept))]
        steps = [c for c in later.get(concept, {}) if c not in {x for x, _ in line}]
        if not steps or len(line) >= _LONGEST_CHAIN:
            lines.append([(o.link(c), place) for c, place in line])
        for step in sorted(steps, key=lambda c: (o.label(c).casefold(), c.iri)):
            walk(step, line)

    def line_place(line: list[tuple[Concept, Markup]], concept: Concept) -> Markup:
        return later[line[-1][0]][concept] if line else Markup()

    for start in sorted(set(later) - after, key=lambda c: (o.label(c).casefold(), c.iri)):
        walk(start, [])
    return lines
