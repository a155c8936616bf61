"""What tests that look at pages in a browser share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

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
