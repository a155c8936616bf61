"""Every kind of page is valid HTML, as the validator of the W3C (vnu) sees it; it runs here, without the network."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from crawling import broken_links
from mkdocs.commands.build import build
from mkdocs.config import load_config

TOP = Path(__file__).parents[2]
VALIDATOR = Path(__file__).parents[1] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
STEP = 5
"""One page of every folder is looked at, and of all pages every fifth: many come from one template."""


def invalid(pages: list[Path]) -> list[str]:
    """Return what is wrong with some pages, as "page:line message"."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("Java is not installed; the validator needs it")
    if not VALIDATOR.is_file():
        pytest.skip("the validator is not installed; run: npm ci --prefix tests --ignore-scripts")
    done = subprocess.run(
        [java, "-jar", str(VALIDATOR), "--format", "json", "--exit-zero-always", *map(str, pages)],
        capture_output=True,
        text=True,
        check=False,
    )
    messages = json.loads(done.stderr or done.stdout)["messages"]
    faults = [m for m in messages if m["type"] != "info" or m.get("subType") == "warning"]
    return [f"{m.get('url')}:{m.get('lastLine')} {m['message']}" for m in faults]


def test_the_pages_of_the_real_site_are_valid_html(real_site: Path) -> None:
    pages = sorted(real_site.rglob("*.html"))
    of_each_folder = set({page.parent.parent: page for page in pages}.values())

    assert invalid(sorted(of_each_folder.union(pages[::STEP]))) == []


def test_the_pages_written_by_hand_are_valid_html_without_dead_links(tmp_path: Path) -> None:
    """As published: built by MkDocs with the configuration of this repository, every warning being an error."""
    config = load_config(str(TOP / "mkdocs.yml"), site_dir=str(tmp_path / "site"), strict=True)
    config.plugins["sobkb"].config["downloads"] = []
    build(config)
    written = [path.relative_to(TOP / "docs").with_suffix(".html") for path in (TOP / "docs").rglob("*.md")]

    assert len(written) > 5
    assert broken_links(tmp_path / "site", {path.as_posix() for path in written}) == []
    assert invalid([tmp_path / "site" / path for path in (*written, Path("404.html"))]) == []


def test_a_fault_in_a_page_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("<!doctype html><html lang=nl><title>x</title><h1><div>x</div></h1>", encoding="utf-8")

    assert len(invalid([page])) == 1
