"""What the templates in `overrides/` need to know: words, menu, files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sobkb.errors import ExportError
from sobkb.pages.addresses import INDEX
from sobkb.pages.families import FAMILIES
from sobkb.pages.page import DataFile, Page
from sobkb.pages.words import direction
from sobkb.pages.writing import Site

_ASSETS = Path(__file__).parent / "assets"


def theme_data(site: Site) -> dict[str, Any]:
    """Return what the templates read from `config.extra.sobkb`."""
    return {
        "languages": list(site.languages),
        "direction": {lang: direction(lang) for lang in site.languages},
        "version": site.kb.version,
        "versions": "v/index.html" if site.releases else "",
        "licensed": site.is_builtin,
        "names": {lang: _name_parts(site, lang) for lang in site.languages},
        "words": site.words,
        "menu": {
            lang: [
                {"path": f"{lang}/{f.path}", "label": site.words[lang][f.label], "top": f.menu, "group": f.group}
                for f in FAMILIES
                if f.path and f.label and f.shown(site)
            ]
            for lang in site.languages
        },
        "links": {lang: [] for lang in site.languages},
        "material_css": "",
    }


def _name_parts(site: Site, lang: str) -> dict[str, str]:
    """Return the name of the site in a language, whole and cut where a narrow screen may stop reading."""
    whole = site.options.name or site.kb.title(lang) or "SKOS"
    short, colon, rest = whole.partition(": ")
    return {"whole": whole, "short": short, "rest": colon + rest}


def page_meta(page: Page) -> dict[str, Any]:
    """Return the front matter of a page."""
    meta: dict[str, Any] = {
        "title": page.title,
        "lang": page.lang,
        "family": page.family,
        "description": page.description,
        "translations": [{"lang": lang, "path": path, "file": path + INDEX} for lang, path in page.translations],
        "head": page.head,
        "scripts": list(page.scripts),
        "canonical": page.canonical,
        "listed": page.listed,
    }
    return meta


def asset_files() -> Iterator[DataFile]:
    """Return style sheets, scripts and pictures of the site."""
    for path in sorted(_ASSETS.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            yield DataFile("assets/" + path.relative_to(_ASSETS).as_posix(), path.read_bytes())


def overrides_dir() -> Path:
    """Return the folder with the templates: in the package when installed, at the top in a checkout.

    Raises:
        ExportError: It is in neither place.
    """
    here = Path(__file__).resolve()
    for folder in (here.parent / "overrides", here.parents[3] / "overrides"):
        if (folder / "main.html").is_file():
            return folder
    raise ExportError("the templates of the site are missing; reinstall sobkb")
