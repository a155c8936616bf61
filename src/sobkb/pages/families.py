"""The page families of a site. A family is a function from the site to pages; add yours here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sobkb.pages.alphabet import alphabet_pages
from sobkb.pages.api import api_files, api_pages
from sobkb.pages.asking import has_questions, question_pages
from sobkb.pages.attachments import entry_files
from sobkb.pages.choosing import comparison_files
from sobkb.pages.comparisons import comparison_pages, has_comparisons
from sobkb.pages.debates import debate_pages, has_debates
from sobkb.pages.downloads import download_files, download_pages
from sobkb.pages.entry import entry_pages
from sobkb.pages.figures_table import figure_pages, has_figures
from sobkb.pages.handouts import handout_files, start_handouts
from sobkb.pages.home import home_pages
from sobkb.pages.learning import has_lessons, learning_files, learning_pages
from sobkb.pages.linked_data import linked_data_files, no_pages
from sobkb.pages.listings import collection_pages, deprecated_pages, kind_pages, region_pages, scheme_pages
from sobkb.pages.map_of_field import has_map, map_files, map_pages
from sobkb.pages.ontology_reference import has_ontology, ontology_files, ontology_pages
from sobkb.pages.page import DataFile, NavLink, Page
from sobkb.pages.picture_drawing import neighbourhood_files
from sobkb.pages.quality import has_quality, quality_pages
from sobkb.pages.reading_along import section_pages
from sobkb.pages.rules_reference import has_rules, rule_pages
from sobkb.pages.search_data import search_files
from sobkb.pages.sparql_page import can_query, sparql_files, sparql_pages
from sobkb.pages.themes import has_themes, theme_pages
from sobkb.pages.timeline import has_dates, timeline_pages
from sobkb.pages.tree import tree_pages
from sobkb.pages.twins import twin_files
from sobkb.pages.versions import has_versions, version_files, version_pages
from sobkb.pages.writing import Site


class Family(NamedTuple):
    """A kind of page, and its place in the menu.

    Attributes:
        name: Name of the family.
        pages: Makes its pages.
        path: Path of its first page behind the language tag; empty when it has no place in the menu.
        label: Key of its name in the table of words.
        text: Key of one sentence about it.
        shown: Tells whether this knowledge base has such pages.
        files: Makes its data files.
        menu: True to stand in the menu on top of every page.
        group: Part of the whole menu it stands in: "in" for ways in, "see" for ways to see, "data" for the data.
    """

    name: str
    pages: Callable[[Site], Iterator[Page]]
    path: str = ""
    label: str = ""
    text: str = ""
    shown: Callable[[Site], bool] = lambda _: True
    files: Callable[[Site], Iterator[DataFile]] = lambda _: iter(())
    menu: bool = True
    group: str = "in"


FAMILIES: tuple[Family, ...] = (
    Family("handouts", no_pages, files=start_handouts),  # first, so that the typesetter works while others do
    Family("home", home_pages),
    Family("entry", entry_pages, files=entry_files),
    Family("alphabet", alphabet_pages, "a-z/", "nav.concepts", "way.az"),
    Family("themes", theme_pages, "thema/", "nav.themes", "way.themes", has_themes, handout_files),
    Family("tree", tree_pages, "boom/", "nav.tree", "way.tree"),
    Family("kinds", kind_pages, "soort/", "nav.kinds", "way.kinds", lambda s: any(c.kinds for c in s.kb.concepts)),
    Family("schemes", scheme_pages, "kader/", "nav.schemes", "way.schemes", lambda s: bool(s.kb.schemes), menu=False),
    Family("sources", section_pages, "bron/", "nav.source", "way.source", lambda s: s.has_sections),
    Family(
        "regions", region_pages, "regio/", "nav.regions", "way.regions", lambda s: any(c.regions for c in s.kb.concepts)
    ),
    Family(
        "collections",
        collection_pages,
        "opsomming/",
        "nav.collections",
        "way.collections",
        lambda s: bool(s.kb.collections),
        menu=False,
    ),
    Family(
        "comparisons",
        comparison_pages,
        "vergelijken/",
        "nav.compare",
        "way.compare",
        has_comparisons,
        comparison_files,
        group="see",
    ),
    Family("timeline", timeline_pages, "tijdlijn/", "nav.time", "way.time", has_dates, menu=False, group="see"),
    Family("map", map_pages, "kaart/", "nav.map", "way.map", has_map, map_files, menu=False, group="see"),
    Family("debates", debate_pages, "debatten/", "nav.debates", "way.debates", has_debates, menu=False, group="see"),
    Family("figures", figure_pages, "cijfers/", "nav.figures", "way.figures", has_figures, menu=False, group="see"),
    Family(
        "practice",
        learning_pages,
        "oefenen/",
        "nav.practice",
        "way.practice",
        has_lessons,
        learning_files,
        menu=False,
        group="see",
    ),
    Family("questions", question_pages, "vragen/", "nav.ask", "way.ask", has_questions, group="data"),
    Family(
        "sparql", sparql_pages, "sparql/", "nav.sparql", "way.sparql", can_query, sparql_files, menu=False, group="data"
    ),
    Family("search", lambda _: iter(()), files=search_files),
    Family(
        "downloads",
        download_pages,
        "download/",
        "nav.downloads",
        "way.downloads",
        files=download_files,
        menu=False,
        group="data",
    ),
    Family(
        "versions",
        version_pages,
        "v/",
        "nav.versions",
        "",
        has_versions,
        version_files,
        menu=False,
        group="data",
    ),
    Family("api", api_pages, "api/", "nav.api", files=api_files, menu=False, group="data"),
    Family(
        "ontology", ontology_pages, "ontologie/", "nav.onto", "", has_ontology, ontology_files, menu=False, group="data"
    ),
    Family("rules", rule_pages, "regels/", "nav.rules", "", has_rules, menu=False, group="data"),
    Family("quality", quality_pages, "kwaliteit/", "nav.quality", "", has_quality, menu=False, group="data"),
    Family("pictures", no_pages, files=neighbourhood_files),
    Family("linked-data", no_pages, files=linked_data_files),
    Family("twins", no_pages, files=twin_files),
    Family("deprecated", deprecated_pages, "vervallen/", "nav.deprecated", "", menu=False),
)


def ways_in(site: Site, lang: str) -> list[tuple[NavLink, str]]:
    """Return the links a home page offers, each with a sentence about it."""
    words = site.words[lang]
    return [
        (NavLink(f"{lang}/{f.path}", words[f.label]), words[f.text])
        for f in FAMILIES
        if f.path and f.text and f.shown(site)
    ]


def menu(site: Site, lang: str) -> list[NavLink]:
    """Return the links of the menu."""
    words = site.words[lang]
    return [NavLink(f"{lang}/{f.path}", words[f.label]) for f in FAMILIES if f.path and f.menu and f.shown(site)]


def build_pages(site: Site) -> Iterator[Page]:
    """Make all pages of a site."""
    for family in FAMILIES:
        if family.shown(site):
            yield from family.pages(site)


def build_files(site: Site) -> Iterator[DataFile]:
    """Make all data files of a site."""
    for family in FAMILIES:
        if family.shown(site):
            yield from family.files(site)
