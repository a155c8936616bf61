"""The reference of the library, as mkdocstrings makes it: nothing that one can use is left out."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from test_mkdocs import TOP, run_mkdocs

import sobkb

PLUMBING = re.compile(r"_|\w+_of$|get$|items$|keys$|values$|term$|opened_with$")
"""What a mapping has anyway, and what concepts ask of their knowledge base."""


@pytest.fixture(scope="module")
def anchors(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names that have a place on the page."""
    from mkdocs.utils.yaml import yaml_load

    top = tmp_path_factory.mktemp("reference")
    (top / "docs").mkdir()
    (top / "docs" / "index.md").write_text((TOP / "docs/en/library/reference.md").read_text("utf-8"), encoding="utf-8")
    plugins: list[Any] = yaml_load((TOP / "mkdocs.yml").read_text("utf-8"))["plugins"]
    (settings,) = (p["mkdocstrings"] for p in plugins if isinstance(p, dict) and "mkdocstrings" in p)
    settings["handlers"]["python"]["paths"] = [str(TOP / "src")]
    config = {"site_name": "sobkb", "theme": {"name": "mkdocs"}, "plugins": [{"mkdocstrings": settings}]}
    (top / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")
    done = run_mkdocs(top)
    assert done.returncode == 0, done.stderr
    return set(re.findall(r'id="([^"]+)"', (top / "site/index.html").read_text("utf-8")))


@pytest.mark.parametrize("name", ["KnowledgeBase", "Concept", "Statement", "Section"])
def test_everything_one_can_ask_of_a_thing_has_its_place(anchors: set[str], name: str) -> None:
    fields = {"count", "index", *getattr(getattr(sobkb, name), "_fields", ())}  # listed under the class
    members = {n for n in dir(getattr(sobkb, name)) if not PLUMBING.match(n)} - fields
    missing = {n for n in members if not any(a.endswith(f"{name}.{n}") for a in anchors)}
    assert missing == set()


def test_every_public_name_has_its_place(anchors: set[str]) -> None:
    assert {n for n in sobkb.__all__ if not any(a.endswith(f".{n}") for a in anchors)} == set()
