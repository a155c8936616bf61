"""What tests that look at pages in a browser share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"
Opener = Callable[..., "Page"]
"""Opens a page of the site: `visit(path, width=360, dark=True, scripts=False)`."""


def faults_of(page: Page, *, whole: bool = True) -> list[str]:
    """Return the accessibility faults axe finds on an open page; colours and sizes only unless `whole`."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    rules = {} if whole else {"runOnly": ["color-contrast", "target-size", "scrollable-region-focusable"]}
    options = {"resultTypes": ["violations"], "preload": False, **rules}
    found = page.evaluate("options => axe.run(document, options)", options)
    return [f"{v['id']} {v['nodes'][0]['html'][:160]}" for v in found["violations"]]


def faulty_pages(visit: Opener, paths: Iterable[str], *, width: int, dark: bool, whole: bool) -> list[str]:
    """Return the accessibility faults of several pages, each with its page; skips the test without axe."""
    if not AXE.is_file():
        pytest.skip("axe-core is not installed; run: npm ci --prefix tests")
    found = []
    for path in paths:
        page = visit(path, width=width, dark=dark)
        found += [f"{path}: {fault}" for fault in faults_of(page, whole=whole)]
        page.close()
    return found


def wide_pages(visit: Opener, paths: Iterable[str]) -> list[str]:
    """Return the pages that scroll sideways on the narrowest screen."""
    found = []
    for path in paths:
        page = visit(path, width=320)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(path)
        page.close()
    return found
