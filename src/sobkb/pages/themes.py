"""Themes: a page to study and to print from top to bottom, with its concepts in the order of learning."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from sobkb.model import Concept
from sobkb.pages.entry_parts import FigureLine, date_line, figure_lines
from sobkb.pages.listings import counted
from sobkb.pages.metadata import theme_head
from sobkb.pages.page import Page
from sobkb.pages.sentences import NoteGroup, Sentence, note_groups, outgoing_sentences
from sobkb.pages.take_along import take_along
from sobkb.pages.writing import Site, Writer

if TYPE_CHECKING:
    from sobkb.model import Collection, Comparison

_SENTENCES = 5
"""Sentences about one concept: enough to learn it, few enough to go on to the next."""

_NOTES = 3
_STYLE = "assets/css/study.css"


class Judgement(NamedTuple):
    """What the editors conclude from two regions side by side, where a concept of a theme stands for that.

    Attributes:
        flemish: Links to the Flemish side.
        dutch: Links to the Dutch side.
        conclusions: What the editors conclude.
        whole: Address of the two sides with all that is said about them.
    """

    flemish: list[Markup]
    dutch: list[Markup]
    conclusions: list[Markup]
    whole: str


class Unit(NamedTuple):
    """One concept of a theme.

    Attributes:
        anchor: Its place on the page.
        link: Link to its page.
        facts: Its kind and regions.
        explanation: What it is, in plain words.
        definitions: What it is, exactly.
        sources: Links to what the definition rests on.
        judgements: What the editors conclude, when the concept is a comparison of theirs.
        contrasts: Other concepts of the theme it is confused with, each with the questions that decide.
        sentences: What is said about it and a relation can hold.
        notes: What else the source says.
        figures: Numbers.
        dates: Times, with remarks and where they are said.
    """

    anchor: str
    link: Markup
    facts: list[Markup]
    explanation: Markup
    definitions: list[Markup]
    sources: list[Markup]
    judgements: list[Judgement]
    contrasts: list[tuple[Markup, list[Markup]]]
    sentences: list[Sentence]
    notes: list[NoteGroup]
    figures: list[FigureLine]
    dates: list[tuple[str, Markup, Markup]]


def has_themes(site: Site) -> bool:
    """Tell whether there are themes, or anything that can stand in for them."""
    return bool(site.kb.themes)


def theme_pages(site: Site) -> Iterator[Page]:
    """Make the overview of themes and a page per theme."""
    themes = site.kb.themes
    for lang in site.languages:
        yield _overview(site, lang, themes)
        for number, theme in enumerate(themes):
            before = themes[number - 1] if number else None
            after = themes[number + 1] if number + 1 < len(themes) else None
            yield _theme_page(site, lang, theme, before, after)


def theme_link(o: Writer, theme: Collection, *, fragment: str = "") -> Markup:
    """Return a link to the page of a theme, or to a place on it."""
    return Markup('<a href="{}">{}</a>').format(o.href(o.site.at.theme(o.lang, theme), fragment), title_of(o, theme))


def title_of(o: Writer, theme: Collection) -> str:
    """Return the title of a theme, with a capital."""
    label = theme.label(o.lang)
    return label[:1].upper() + label[1:]


def anchor_of(concept: Concept) -> str:
    """Return the place of a concept on the page of a theme: never one that the page itself uses."""
    return f"b-{concept.slug}"


def _head(o: Writer) -> str:
    """Return the style sheet of these pages, which the others do without."""
    return str(Markup('<link rel="stylesheet" href="{}">').format(o.href(_STYLE)))


def _credit(o: Writer, theme: Collection) -> str:
    """Return the line with which one names the source; empty when we do not know on what terms one may reuse."""
    if not o.site.is_builtin:
        return ""
    kb = o.site.kb
    version = o.word("version", kb.version)
    return f"‘{title_of(o, theme)}’, {kb.title(o.lang)}, {version}, {theme.iri}, CC BY 4.0."


def _overview(site: Site, lang: str, themes: tuple[Collection, ...]) -> Page:
    o = Writer(site, lang, f"{lang}/thema/")
    lead = o.word("themes.lead" if any(t.is_editorial for t in themes) else "themes.plain")
    body = o.render(
        "themes.html.j2",
        title=o.word("themes.title"),
        lead=lead,
        editorial=any(t.is_editorial for t in themes),
        rows=[(theme_link(o, t), o.best(t.notes), counted(o, len(t.members))) for t in themes],
    )
    return o.page(title=o.word("themes.title"), family="themes", body=body, description=lead, head=_head(o))


def _theme_page(site: Site, lang: str, theme: Collection, before: Collection | None, after: Collection | None) -> Page:
    o = Writer(site, lang, site.at.theme(lang, theme))
    own = theme.iri in site.kb.record["themes"]  # what stands in for a theme has an address of another kind
    units = [_unit(o, c, theme) for c in theme.members]
    cited = {link for unit in units for link in _cited(unit)}
    body = o.render(
        "study_theme.html.j2",
        title=title_of(o, theme),
        description=o.best(theme.notes),
        editorial=theme.is_editorial,
        count=counted(o, len(theme.members)),
        contents=[(anchor_of(c), o.text(site.label(c, lang))) for c in theme.members],
        units=units,
        take=take_along(o, theme),
        sections=[link for s in site.kb.sections if (link := o.section_link(s)) in cited],
        works=[o.best(w.citations) for w in site.kb.sources if w.citations] if site.has_sections else [],
        address=theme.iri if own else "",
        credit=_credit(o, theme),
        before=theme_link(o, before) if before else None,
        after=theme_link(o, after) if after else None,
    )
    return o.page(
        title=title_of(o, theme),
        family="study-theme",
        body=body,
        description=theme.description(lang),
        head=_head(o) + ("\n" + theme_head(o, theme) if own else ""),
    )


def _unit(o: Writer, concept: Concept, theme: Collection) -> Unit:
    sentences = outgoing_sentences(o, concept, [s for s in concept.relations if not s.is_editorial])
    notes = note_groups(o, (s for s in concept.notes if not s.is_editorial))
    members = set(theme.members)
    return Unit(
        anchor=anchor_of(concept),
        link=o.link(concept),
        facts=_facts(o, concept),
        explanation=o.best(concept.texts("comment")),
        definitions=o.all_best(concept.texts("definition")),
        sources=[o.section_link(s) for s in concept.sources],
        judgements=[_judgement(o, c) for c in o.site.kb.comparisons if c.concept == concept],
        contrasts=[
            (_link_here(o, c.other(concept)), o.all_best(c.questions))
            for c in concept.contrasts
            if c.other(concept) in members
        ],
        sentences=sentences[:_SENTENCES],
        notes=_first_notes(notes),
        figures=figure_lines(o, concept),
        dates=[date_line(o, d) for d in concept.dates],
    )


def _judgement(o: Writer, comparison: Comparison) -> Judgement:
    return Judgement(
        [o.link(c) for c in comparison.flemish],
        [o.link(c) for c in comparison.dutch],
        o.all_best(comparison.conclusions),
        o.href(o.site.at.comparison(o.lang, comparison)),
    )


def _facts(o: Writer, concept: Concept) -> list[Markup]:
    kind = [Markup('<span class="kind">{}</span>').format(o.kind_link(concept.kind))] if concept.kind else []
    return kind + [
        Markup('<a class="region r-{}" href="{}">{}</a>').format(
            r.slug, o.href(o.site.at.region(o.lang, r)), o.label(r)
        )
        for r in concept.regions
    ]


def _link_here(o: Writer, concept: Concept) -> Markup:
    return Markup('<a href="#{}">{}</a>').format(anchor_of(concept), o.text(o.site.label(concept, o.lang)))


def _first_notes(groups: list[NoteGroup]) -> list[NoteGroup]:
    """Keep the texts of a sort that has a name, and the first few of the plain remarks."""
    return [g if g.title else g._replace(notes=g.notes[:_NOTES]) for g in groups]


def _cited(unit: Unit) -> Iterator[Markup]:
    """Yield the links to sections that stand in a unit."""
    yield from unit.sources
    for sentence in unit.sentences:
        yield from sentence.sections
        for part in sentence.parts:
            yield from part.sections
    for group in unit.notes:
        for _, places, _ in group.notes:
            yield from places
    yield from (figure.section for figure in unit.figures)
    yield from (place for _, _, place in unit.dates)
