"""The first page: what this is, a way to search, and the ways in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from markupsafe import Markup

from sobkb.pages.linked_data import whole_head
from sobkb.pages.listings import counted
from sobkb.pages.page import Page
from sobkb.pages.writing import Site, Writer

if TYPE_CHECKING:
    from sobkb.model import Concept, Contrast, Counterpart

_SHOWN = 6
"""How many examples a home page shows."""


def home_pages(site: Site) -> Iterator[Page]:
    """Make the home page of every language, and the root as a copy of the main language's."""
    for lang in site.languages:
        yield home_page(site, lang, f"{lang}/")
    yield home_page(site, site.languages[0], "")


def home_page(site: Site, lang: str, path: str) -> Page:
    """Make one home page."""
    from sobkb.pages.families import ways_in

    o = Writer(site, lang, path)
    kb = site.kb
    statements = site.count_statements()
    sections = sum(1 for s in kb.sections if not s.editorial)
    count = (
        o.word("home.count", concepts=len(kb), statements=statements, sections=sections)
        if sections
        else o.word("home.count.plain", concepts=len(kb))
    )
    title = site.options.name or kb.title(lang) or site.name
    schemes = [
        (
            Markup('<a href="{}">{}</a>').format(
                o.href(site.at.scheme(lang, s)), s.label(lang)[:1].upper() + s.label(lang)[1:]
            ),
            o.best(s.definitions),
            counted(o, len(members)),
        )
        for s in kb.schemes
        if (members := kb.find(scheme=s.iri))
    ]
    pairs = [
        (o.link(c.flemish), o.link(c.dutch), o.words.get(f"beside.{c.degree}", c.degree), c.degree)
        for c in _telling_pairs(o)
        if c.flemish and c.dutch
    ]
    contrasts = [(o.link(c.first), o.link(c.second), o.best(c.questions)) for c in _telling_contrasts(site)]
    body = o.render(
        "home.html.j2",
        title=kb.title(lang),
        intro=dict(site.options.intro).get(lang) or o.word("home.about"),
        count=count,
        ways=[(o.href(link.path), link.label, text) for link, text in ways_in(site, lang)],
        schemes=schemes,
        pairs=pairs,
        contrasts=contrasts,
        sections=[o.section_link(s) for s in kb.sections if not s.editorial and not s.parent],
        others=[
            (tag, o.href(f"{tag}/"), site.words[tag]["language.switch" if path else "language"])
            for tag in site.languages
            if tag != lang
        ],
    )
    return o.page(
        title=title or kb.title(lang),
        family="home",
        body=body,
        description=dict(site.options.intro).get(lang, ""),
        head=whole_head(o),
        canonical="" if path else f"{lang}/",
        translations=tuple((tag, f"{tag}/") for tag in site.languages),
    )


def _telling_pairs(o: Writer) -> list[Counterpart]:
    """Choose counterparts that go by the same word: there it matters most that they are not the same."""
    found = [
        c
        for c in o.site.kb.counterparts
        if c.flemish and c.dutch and o.label(c.flemish).split()[0] == o.label(c.dutch).split()[0]
    ]
    return sorted(found, key=lambda c: (_weight(c.flemish, c.dutch), c.iri))[:_SHOWN]


def _telling_contrasts(site: Site) -> list[Contrast]:
    """Choose contrasts between concepts that much is said about."""
    found = sorted(site.kb.contrasts, key=lambda c: (_weight(c.first, c.second), c.iri))
    chosen: list[Contrast] = []
    for contrast in found:
        if len(chosen) < _SHOWN and not any({contrast.first, contrast.second} & {c.first, c.second} for c in chosen):
            chosen.append(contrast)
    return chosen


def _weight(*concepts: Concept | None) -> int:
    return -min(len(c.relations) + len(c.incoming) for c in concepts if c)
