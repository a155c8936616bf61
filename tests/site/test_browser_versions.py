"""The pages of releases in a browser: readable, accessible, and linked without a gap."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from crawling import broken_links, read_page
from visiting import AXE, faults_of

import sobkb
from releasing import MINI, make_releases
from sobkb.pages import SiteOptions
from sobkb.site.building import build_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

TEMPLATES = (
    "nl/v/index.html",
    "nl/v/1.0.0/index.html",
    "en/v/2.0.0/index.html",
    "nl/v/1.0.0/vijver.html",
    "en/v/1.1.0/tuin.html",
    "nl/id/buurttuin/index.html",
)


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("garden")
    make_releases(folder / "releases")
    build_site(sobkb.load(MINI), folder / "site", SiteOptions(releases=str(folder / "releases")))
    return folder / "site"


@pytest.fixture
def look(browser: Browser, garden: Path) -> Iterator[Callable[..., Page]]:
    """Open pages from the disk; at the end none may have complained or asked another host for anything."""
    problems: list[str] = []
    contexts = []

    def open_page(path: str, *, width: int = 1280, dark: bool = False) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme="dark" if dark else "light"
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: problems.append(f"{path}: {m.text}") if m.type == "error" else None)
        page.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else problems.append(r.url))
        page.goto((garden / path).as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []


@pytest.mark.parametrize(("width", "dark"), [(360, True), (1280, False)], ids=["phone", "desk"])
def test_no_page_about_versions_has_an_accessibility_fault(
    look: Callable[..., Page],
    width: int,
    dark: bool,  # noqa: FBT001
) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed; run: npm ci --prefix tests")
    faults = []
    for path in TEMPLATES:
        page = look(path, width=width, dark=dark)
        faults += [f"{path}: {fault}" for fault in faults_of(page)]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append(f"{path}: scrolls sideways")
        page.close()

    assert faults == []


def test_a_reader_goes_from_the_concept_to_what_it_was_and_back(look: Callable[..., Page]) -> None:
    page = look("nl/id/buurttuin/index.html")
    page.get_by_role("contentinfo").get_by_role("link", name="Versies").click()
    page.get_by_role("link", name="1.0.0").click()
    page.get_by_role("link", name="buurttuin").first.click()

    assert page.get_by_role("note").inner_text().startswith("Dit is versie 1.0.0 van 15 januari 2026")
    assert "Tuin van buren." in page.inner_text("main")

    page.get_by_role("link", name="English").click()
    assert "Garden of neighbours." in page.inner_text("main")
    page.get_by_role("link", name="Read the concept as it is now").click()
    assert page.url.endswith("/en/id/buurttuin/index.html")
    assert "Garden that neighbours share." in page.inner_text("main")


def test_every_link_about_versions_leads_somewhere(garden: Path) -> None:
    assert [link for link in broken_links(garden) if "/v/" in link] == []


def test_frozen_pages_are_whole_documents(garden: Path) -> None:
    for path in sorted(garden.glob("*/v/*/*[!x].html")):
        seen = read_page(path.read_text(encoding="utf-8"))

        assert (seen.unclosed, seen.inline_scripts) == ([], []), path
        assert len(seen.ids) == len(set(seen.ids)), path
        assert [tag for tag, _ in seen.tags].count("h1") == 1, path
