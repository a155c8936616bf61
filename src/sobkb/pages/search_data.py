"""The data behind the search box and the previews, as scripts, so that they load without a server too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sobkb.pages.page import DataFile
from sobkb.pages.writing import Site, Writer


def search_files(site: Site) -> Iterator[DataFile]:
    """Make the search index of every language, in two parts, and the previews of concepts.

    The first part, with the names, is enough to search; the second, with definitions and notes, follows.
    """
    from sobkb.search.browser import browser_index

    for lang in site.languages:
        index = browser_index(site.kb, lang)
        texts = index.pop("texts")
        words = site.words[lang]
        found = {"one": words["search.found.one"], "many": words["search.found"], "none": words["search.none"]}
        yield DataFile(f"assets/search-{lang}.js", _script("sobkbIndex", index) + _script("sobkbFound", found))
        yield DataFile(f"assets/search-texts-{lang}.js", _script("sobkbTexts", texts))
        yield DataFile(f"assets/previews-{lang}.js", _script("sobkbPreviews", previews(site, lang)))


def previews(site: Site, lang: str) -> dict[str, list[str]]:
    """Return label, kind and definition of every concept, by slug."""
    o = Writer(site, lang, "")
    return {
        c.slug: [o.label(c), c.kind.label(lang) if c.kind else "", c.definition(lang) or c.explanation(lang)]
        for c in site.kb.concepts
    }


def _script(name: str, data: Any) -> bytes:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")  # line ends to a script, not to JSON
    return f"window.{name}={text};\n".encode()
