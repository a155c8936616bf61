"""The built site and a browser, shared by the tests that look at pages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import sobkb
from sobkb.pages import SiteOptions
from sobkb.site.building import build_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory, kb: sobkb.KnowledgeBase) -> Path:
    """The site of the built-in knowledge base in a folder, without the downloads of every concept."""
    folder = tmp_path_factory.mktemp("real") / "site"
    build_site(kb, folder, SiteOptions(downloads=(), repository="https://example.org/sobkb", edit_path="{scheme}.ttl"))
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("Chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield chromium
        chromium.close()
