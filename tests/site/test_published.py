"""A MkDocs site that knows its address: site map and descriptions."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from test_mkdocs import GARDEN, TOP, run_mkdocs

import sobkb
from sobkb.pages import Site, build_pages

BASE = "https://example.org/tuin/"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The garden vocabulary as a MkDocs site with an address."""
    top = tmp_path_factory.mktemp("published")
    (top / "docs").mkdir()
    config = {
        "site_name": "Tuin",
        "site_url": BASE,
        "use_directory_urls": False,
        "theme": {"name": "material", "custom_dir": str(TOP / "overrides"), "font": False},
        "plugins": [{"sobkb": {"files": [str(GARDEN)]}}],
    }
    (top / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")
    done = run_mkdocs(top)
    assert done.returncode == 0, done.stderr
    return top / "site"


def test_the_site_map_has_every_page_search_engines_should_see(published: Path, mini: sobkb.KnowledgeBase) -> None:
    tree = etree.parse(published / "sitemap.xml")
    found = tree.xpath("//*[local-name()='loc']/text()")

    assert sorted(found) == sorted(BASE + p.path for p in build_pages(Site(mini)) if p.listed and not p.canonical)


def test_addresses_in_the_site_map_are_those_in_the_pages(published: Path) -> None:
    text = (published / "nl/id/moestuin/index.html").read_text(encoding="utf-8")
    canonical = re.search(r'<link rel="canonical" href="([^"]+)">', text)
    assert canonical

    assert f"<loc>{canonical[1]}</loc>" in (published / "sitemap.xml").read_text(encoding="utf-8")


def test_descriptions_of_the_whole_are_where_crawlers_look(published: Path) -> None:
    void = (published / ".well-known/void").read_text(encoding="utf-8")

    assert void == (published / "void.ttl").read_text(encoding="utf-8")
    assert BASE + "download/tuin.ttl" in void
    assert (published / "download/tuin.ttl").is_file()
    assert (published / "dcat.ttl").is_file()


def test_the_whole_site_can_be_taken_along(published: Path) -> None:
    names = zipfile.ZipFile(published / "download/tuin-site.zip").namelist()
    text = (published / "nl/download/index.html").read_text(encoding="utf-8")

    assert {"tuin-site/index.html", "tuin-site/en/id/moestuin/index.html"} < set(names)
    assert not [name for name in names if name.startswith(("tuin-site/id/", "tuin-site/assets/javascripts/"))]
    assert re.search(r'tuin-site\.zip" download>tuin-site\.zip</a> \d+,\d MB', text)


def test_a_twin_in_markdown_is_handed_out_as_it_is(published: Path) -> None:
    text = (published / "nl/id/moestuin/index.html.md").read_text(encoding="utf-8")

    assert text.startswith("# moestuin\n")
    assert "index.html.md" not in (published / "sitemap.xml").read_text(encoding="utf-8")
