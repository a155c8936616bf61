"""The site on a phone: what fits on the first screen, and what a finger can hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser
    from visiting import Opener

pytestmark = pytest.mark.browser

TOO_SMALL = """() => [...document.querySelectorAll(
    "header a, summary, button, select, input, .letters a, .files a, .ways a")]
  .filter(e => e.checkVisibility() && !e.closest(".entry-head"))
  .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
  .filter(([_, box]) => box.width && (box.width < 44 || box.height < 44))
  .map(([html, box]) => `${Math.round(box.width)}x${Math.round(box.height)} ${html}`)"""


@pytest.mark.parametrize("path", ["nl/", "en/id/stedenfonds/", "nl/a-z/", "nl/kaart/", "nl/sparql/", "nl/vragen/"])
def test_the_controls_one_uses_most_are_large_enough_for_a_finger(visit: Opener, path: str) -> None:
    page = visit(path, width=360)

    assert page.evaluate(TOO_SMALL) == []
    page.click(".menu summary")
    assert page.locator(".menu .groups").bounding_box()["width"] <= 360  # type: ignore[index]
    assert page.evaluate(TOO_SMALL) == []


@pytest.mark.parametrize("slug", ["opbouwwerk-vl", "interactieve-democratie", "stedenfonds", "buurtwerk-nl-eng"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_first_screen_tells_name_region_status_and_definition(visit: Opener, lang: str, slug: str) -> None:
    page = visit(f"{lang}/id/{slug}/", width=360)

    for part in ("h1", ".status", ".definition > span >> nth=0", "a.region >> nth=0"):
        for box in [page.locator(part).bounding_box()] if page.locator(part).count() else []:
            assert box is not None
            assert box["y"] + box["height"] < 740, part


def test_the_definition_is_copied_with_where_it_comes_from(visit: Opener) -> None:
    page = visit("nl/id/stedenfonds/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    page.click(".definition button.copy")
    page.wait_for_selector("text=Gekopieerd")
    words, citation, licence = page.evaluate("navigator.clipboard.readText()").split("\n")

    assert words == f"“{page.inner_text('[data-quote]')}”"
    assert citation == page.inner_text(".cite [data-copy] >> nth=0")
    assert licence == "CC BY 4.0"


def test_what_is_folded_away_is_printed(visit: Opener) -> None:
    page = visit("nl/vragen/")
    folded = page.locator("main details:not([open])").count()

    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("main details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("main details:not([open])").count() == folded > 0


def test_a_tap_in_running_text_shows_a_look_ahead_and_the_next_one_goes_there(
    browser: Browser, real_site: Path
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto((real_site / "nl/id/politiserend-model/index.html").as_uri())
    link = page.locator(".says a[id='opposes.welzijnsmodel']")

    link.tap()
    page.wait_for_selector("[role=dialog]")
    assert "welzijnsmodel" in page.inner_text("[role=dialog] b")
    page.keyboard.press("Escape")
    assert page.locator("[role=dialog]").count() == 0
    assert link.evaluate("e => document.activeElement === e")
    link.tap()
    page.tap("[role=dialog] a")
    page.wait_for_url("**/nl/id/welzijnsmodel/**")
    context.close()


def test_an_abbreviation_is_explained_to_the_keyboard(visit: Opener) -> None:
    page = visit("nl/id/snoei-sociale-projecten/")
    link = page.locator(".definition a:has(abbr)")

    assert link.locator("abbr").get_attribute("title") == "Sociaal Impulsfonds"
    link.focus()
    page.wait_for_selector("[role=tooltip] >> text=Sociaal Impulsfonds")
