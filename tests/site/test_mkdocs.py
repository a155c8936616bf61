"""The plugin and the export, with real site generators."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from crawling import broken_links, read_page

import sobkb
from releasing import make_releases
from sobkb.pages import Site, SiteOptions, build_pages
from sobkb.site.export import export_site

TOP = Path(__file__).parents[2]
GARDEN = TOP / "tests" / "data" / "mini"


def run_mkdocs(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", *options],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A MkDocs site of the garden vocabulary with one page written by hand."""
    top = tmp_path_factory.mktemp("garden")
    for lang in ("nl", "en"):
        (top / "docs" / lang / "gids").mkdir(parents=True)
        text = f"# Gids\n\n[A-Z](../a-z/index.md)\n\n[tuin](../id/tuin/index.md#definitie)\n\n{lang}\n"
        (top / "docs" / lang / "gids" / "index.md").write_text(text, encoding="utf-8")
        (top / "docs" / lang / "meer.md").write_text(f"# {lang}\n", encoding="utf-8")
    config = {
        "site_name": "Tuin & <hof>",
        "use_directory_urls": False,
        "theme": {"name": "material", "custom_dir": str(TOP / "overrides"), "font": False},
        "plugins": [
            {"sobkb": {"files": [str(GARDEN)], "edit_path": "ontology/{scheme}.ttl", "releases": "data/releases"}}
        ],
        "repo_url": "https://example.org/repo",
        "validation": {"links": {"anchors": "warn", "not_found": "warn", "unrecognized_links": "warn"}},
    }
    make_releases(top / "data" / "releases")
    (top / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")
    done = run_mkdocs(top)
    assert done.returncode == 0, done.stderr
    return top / "site"


def test_what_was_released_is_handed_over_as_it_is(garden: Path) -> None:
    assert "Tuin van buren." in (garden / "nl/v/1.0.0/buurttuin.html").read_text(encoding="utf-8")
    assert "Versie 1.0.0" in (garden / "nl/v/1.0.0/index.html").read_text(encoding="utf-8")
    released = (garden.parent / "data/releases/1.0.0/tuinen-1.0.0.trig.gz").read_bytes()
    assert (garden / "v/1.0.0/tuinen-1.0.0.trig.gz").read_bytes() == released


def test_all_pages_are_there(garden: Path, mini: sobkb.KnowledgeBase) -> None:
    missing = [p.file for p in build_pages(Site(mini)) if not (garden / p.file).is_file()]

    assert missing == []


def test_no_link_of_the_mkdocs_site_is_broken(garden: Path) -> None:
    assert broken_links(garden) == []


def test_the_language_of_a_page_is_that_of_its_text(garden: Path) -> None:
    for lang in ("nl", "en"):
        for path in (garden / lang).rglob("index.html"):
            assert f'<html lang="{lang}">' in path.read_text(encoding="utf-8")


def test_nothing_is_asked_of_another_host(garden: Path) -> None:
    for path in garden.rglob("*.html"):
        for tag, attrs in read_page(path.read_text(encoding="utf-8")).tags:
            address = attrs.get("src") if tag != "link" else None
            if tag == "link" and attrs.get("rel") in ("stylesheet", "icon", "preload", "preconnect"):
                address = attrs.get("href")
            assert not str(address).startswith(("http", "//")), (path, address)


def test_a_page_written_by_hand_gets_its_language_and_its_translation(garden: Path) -> None:
    text = (garden / "en" / "gids" / "index.html").read_text(encoding="utf-8")

    assert '<html lang="en">' in text
    assert 'href="../../nl/gids/index.html" lang="nl"' in text
    assert 'href="../nl/meer.html" lang="nl"' in (garden / "en" / "meer.html").read_text(encoding="utf-8")


def test_the_edit_link_leads_to_the_data(garden: Path) -> None:
    text = (garden / "nl" / "id" / "tuin" / "index.html").read_text(encoding="utf-8")

    assert 'href="https://example.org/repo/edit/main/ontology/kader.ttl"' in text


def test_a_link_to_a_missing_heading_stops_a_strict_build(tmp_path: Path) -> None:
    (tmp_path / "docs" / "nl").mkdir(parents=True)
    (tmp_path / "docs" / "nl" / "x.md").write_text("[x](id/tuin/index.md#nergens)\n", encoding="utf-8")
    config = {
        "site_name": "x",
        "theme": {"name": "material", "custom_dir": str(TOP / "overrides"), "font": False},
        "plugins": [{"sobkb": {"files": [str(GARDEN)]}}],
        "validation": {"links": {"anchors": "warn"}},
    }
    (tmp_path / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")

    done = run_mkdocs(tmp_path)

    assert done.returncode == 1
    assert "nergens" in done.stderr


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory, mini: sobkb.KnowledgeBase) -> Path:
    """The garden site as files for other generators."""
    top = tmp_path_factory.mktemp("exported") / "out"
    make_releases(top.parent / "releases")
    export_site(mini, top, SiteOptions(releases=str(top.parent / "releases")))
    return top


def test_the_export_builds_with_plain_mkdocs(exported: Path, tmp_path: Path) -> None:
    done = run_mkdocs(exported, "-d", str(tmp_path / "site"))

    assert done.returncode == 0, done.stderr
    assert broken_links(tmp_path / "site") == []
    assert "Moestuin</span>" in (tmp_path / "site/nl/id/moestuin/index.html").read_text(encoding="utf-8")


def test_the_export_builds_with_zensical(exported: Path, tmp_path: Path) -> None:
    zensical = shutil.which("zensical", path=str(Path(sys.executable).parent))
    if zensical is None:
        pytest.skip("zensical is not installed")
    copy = tmp_path / "copy"
    shutil.copytree(exported, copy)

    done = subprocess.run([zensical, "build", "--clean"], cwd=copy, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert broken_links(copy / "site") == []
    assert "Moestuin</span>" in (copy / "site/nl/id/moestuin/index.html").read_text(encoding="utf-8")
