"""Documentation tells the truth: every example in it runs."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import sobkb

TOP = Path(__file__).parent.parent
PAGES = [TOP / "README.md", *sorted((TOP / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```python[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
OPTIONAL = ("sobkb.site",)
"""Packages that need an extra; their examples run when it is installed."""


def examples(path: Path) -> list[str]:
    """Return the Python blocks of a page."""
    return BLOCK.findall(path.read_text("utf-8"))


@pytest.mark.parametrize(
    "path", [p for p in PAGES if examples(p)], ids=lambda p: p.relative_to(TOP).as_posix().replace("/", "-")
)
def test_the_python_on_a_page_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    text = path.read_text("utf-8")
    for block in examples(path):
        line = text[: text.index(block)].count("\n")
        exec(compile("\n" * line + block, str(path), "exec"), names)


def modules() -> list[ModuleType]:
    """Return every module of the package that can be imported here."""
    found = []
    for info in pkgutil.walk_packages(sobkb.__path__, "sobkb."):
        if info.name == "sobkb.__main__":
            continue
        try:
            found.append(importlib.import_module(info.name))
        except ImportError:
            if not info.name.startswith(OPTIONAL):
                raise
    return found


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.__name__)
def test_the_examples_in_docstrings_run(
    module: ModuleType,
    kb: sobkb.KnowledgeBase,
    mini: sobkb.KnowledgeBase,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    names = {**vars(module), "sobkb": sobkb, "kb": kb, "mini": mini}
    finder = doctest.DocTestFinder(exclude_empty=True)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    reports: list[str] = []
    for test in finder.find(module, globs=names):
        runner.run(test, out=reports.append)

    assert not reports, "".join(reports)


def test_every_public_name_has_an_entry_in_the_reference() -> None:
    reference = (TOP / "docs/en/library/reference.md").read_text("utf-8")

    assert [n for n in sobkb.__all__ if f"sobkb.{n}" not in reference] == []
