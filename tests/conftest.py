"""Fixtures: `mini` for library logic, `kb` for the real ontology; no test reaches the network."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

import sobkb

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# A deadline is a statement about the machine, not about the code.
settings.register_profile("sobkb", deadline=None)
settings.load_profile("sobkb")

pytest_plugins = ["cli_running"]

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def mini() -> sobkb.KnowledgeBase:
    """The invented garden vocabulary with what a book says about it."""
    return sobkb.load(DATA / "mini")


@pytest.fixture(scope="session")
def kb() -> sobkb.KnowledgeBase:
    """The built-in knowledge base."""
    return sobkb.load()


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let connections go to this machine only."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else "local"
        if host not in ("127.0.0.1", "::1", "localhost", "local"):
            raise AssertionError(f"a test tried to reach {host}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory, kb: sobkb.KnowledgeBase) -> Path:
    """The site of the built-in knowledge base in a folder, without the downloads of every concept."""
    from sobkb.pages import SiteOptions
    from sobkb.site.building import build_site

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


@pytest.fixture
def visit(browser: Browser, real_site: Path) -> Iterator[Callable[..., Page]]:
    """Open pages of the site; at the end no page may have complained or asked another host for anything."""
    problems: list[str] = []
    contexts = []

    def open_page(path: str, query: str = "", *, width: int = 1280, dark: bool = False, scripts: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(f"{path}: {error}"))
        page.on("console", lambda m: problems.append(f"{path}: {m.text}") if m.type == "error" else None)
        own = ("file:", "data:", "blob:")
        page.on("request", lambda r: None if r.url.startswith(own) else problems.append(r.url))
        page.goto((real_site / path / "index.html").as_uri() + query)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []
