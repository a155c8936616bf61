"""The whole site as a zip file: complete, without dead links, the same bytes every time, readable from a folder."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from crawling import broken_links

import sobkb
from sobkb.pages import Site, SiteOptions
from sobkb.site.building import build_site
from sobkb.site.zipping import SiteZip

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HOME = "https://example.org/tuin/"


def build(kb: sobkb.KnowledgeBase, folder: Path, options: SiteOptions) -> Path:
    """Build a site and unpack its zip file beside it; return where its pages stand."""
    build_site(kb, folder / "site", options)
    zipfile.ZipFile(folder / "site" / "download" / "tuin-site.zip").extractall(folder)
    return folder / "tuin-site"


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory, mini: sobkb.KnowledgeBase) -> Path:
    """What is in the zip file of the garden site, which knows its address."""
    return build(mini, tmp_path_factory.mktemp("zip"), SiteOptions(name="tuin", base=HOME))


def test_every_page_is_in_it_and_no_link_is_dead(unpacked: Path) -> None:
    site = unpacked.parent / "site"
    pages = {p.relative_to(site) for p in site.rglob("*.html")}

    assert {p.relative_to(unpacked) for p in unpacked.rglob("*.html")} == pages
    assert broken_links(unpacked) == []


def test_data_for_programs_stays_on_the_web(unpacked: Path) -> None:
    text = (unpacked / "nl/id/tuin/index.html").read_text(encoding="utf-8")

    assert not (unpacked / "id").exists()
    assert f'href="{HOME}id/tuin.ttl"' in text
    assert (unpacked / "nl/id/tuin/tuin.ris").is_file()


def test_a_site_that_knows_no_address_keeps_its_data_in_it(mini: sobkb.KnowledgeBase, tmp_path: Path) -> None:
    unpacked = build(mini, tmp_path, SiteOptions(name="tuin"))

    assert (unpacked / "id/tuin.ttl").is_file()
    assert broken_links(unpacked) == []


def test_the_same_site_gives_the_same_bytes(unpacked: Path, mini: sobkb.KnowledgeBase, tmp_path: Path) -> None:
    build(mini, tmp_path, SiteOptions(name="tuin", base=HOME))

    assert (tmp_path / "site/download/tuin-site.zip").read_bytes() == (
        unpacked.parent / "site/download/tuin-site.zip"
    ).read_bytes()


def test_the_page_of_downloads_tells_its_size(unpacked: Path) -> None:
    zipped = (unpacked.parent / "site/download/tuin-site.zip").stat().st_size
    text = (unpacked.parent / "site/nl/download/index.html").read_text(encoding="utf-8")

    size = f"{zipped / 1_000_000:.1f}".replace(".", ",")
    assert f"download>tuin-site.zip</a> {size} MB" in text
    assert "tuin-site.zip" not in (unpacked / "nl/download/index.html").read_text(encoding="utf-8")


def test_a_site_without_downloads_has_none(mini: sobkb.KnowledgeBase, tmp_path: Path) -> None:
    build_site(mini, tmp_path / "site", SiteOptions(downloads=()))

    assert list(tmp_path.rglob("*.zip")) == []


def test_the_zip_file_of_the_real_site_is_small_enough_to_take_along(real_site: Path, kb: sobkb.KnowledgeBase) -> None:
    zipped = SiteZip(Site(kb))
    for path in real_site.rglob("*"):
        if path.is_file():
            zipped.add(path.relative_to(real_site).as_posix(), path.read_bytes())

    assert len(zipped.finish()) < 25_000_000


@pytest.mark.browser
def test_one_can_search_in_it_without_a_network(unpacked: Path, browser: Browser, tmp_path: Path) -> None:
    shutil.copytree(unpacked, tmp_path / "map met spaties & é")
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "map met spaties & é" / "index.html").as_uri())
    page.fill("#zoek", "moestuin")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/id/moestuin/**")

    assert page.inner_text("h1").lower() == "moestuin"
    assert [url for url in asked if not url.startswith("file:")] == []
    page.close()
