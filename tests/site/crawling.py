"""A small crawler over a built site, for tests."""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])


class Seen(NamedTuple):
    """What one page holds."""

    ids: list[str]
    links: list[str]
    tags: list[tuple[str, dict[str, str | None]]]
    unclosed: list[str]
    inline_scripts: list[str]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = Seen([], [], [], [], [])
        self.open: list[str] = []
        self.script: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.seen.tags.append((tag, known))
        if known.get("id"):
            self.seen.ids.append(str(known["id"]))
        for name in ("href", "src", "action"):
            if known.get(name) is not None:
                self.seen.links.append(str(known[name]))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "script":
            self.script = []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.script is not None:
            self.script.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self.script is not None:
            self.seen.inline_scripts.append("".join(self.script))
            self.script = None
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.seen.unclosed.append(tag)


def read_page(text: str) -> Seen:
    """Read the HTML of a page."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.seen.unclosed.extend(reader.open)
    return reader.seen


def broken_links(top: Path, only: Collection[str] = ()) -> list[str]:
    """Return every link of a site, or of some of its pages, that leads nowhere, as "page → link"."""
    files = {p.relative_to(top).as_posix() for p in top.rglob("*") if p.is_file()}

    @cache
    def page_of(name: str) -> Seen:
        return read_page((top / name).read_text(encoding="utf-8"))

    @cache
    def anchors_of(name: str) -> set[str]:
        return set(page_of(name).ids)

    broken = []
    for name in sorted(only or (f for f in files if f.endswith(".html"))):
        if name == "404.html":  # served from any place, so its links start at the root
            continue
        for link in page_of(name).links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or not link:
                continue
            path = unquote(parts.path)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
            if target not in files or (parts.fragment and unquote(parts.fragment) not in anchors_of(target)):
                broken.append(f"{name} → {link}")
    return broken
