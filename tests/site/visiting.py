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


def faults_of(page: Page) -> list[str]:
    """Return the accessibility faults axe finds on an open page."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations'], preload: false})")
    return [f"{v['id']} {v['nodes'][0]['html'][:160]}" for v in found["violations"]]
