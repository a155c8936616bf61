"""The same pages as files for any other site generator that reads Markdown with front matter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from sobkb.site.building import open_site, write_folder
from sobkb.site.theme import asset_files, overrides_dir, page_meta, theme_data

if TYPE_CHECKING:
    from sobkb.knowledge_base import KnowledgeBase
    from sobkb.pages.page import Page
    from sobkb.pages.writing import Site, SiteOptions


def export_site(
    kb: KnowledgeBase,
    folder: str | PathLike[str],
    options: SiteOptions | None = None,
    *,
    docs: str | PathLike[str] | None = None,
) -> int:
    """Write the pages of the site as files that need no plugin of ours.

    The folder holds `docs/` (Markdown whose body is HTML, data files, assets), `overrides/`
    (templates) and `mkdocs.yml`, which MkDocs and Zensical both read.

    Args:
        kb: The knowledge base.
        folder: Where the files go; new, empty, or an earlier result.
        options: What the maker of the site decides.
        docs: Folder with pages written by hand to take along; None for none.

    Returns:
        The number of files written.

    Raises:
        MissingExtraError: jinja2 is not installed.
        ExportError: The folder holds something else, or cannot be written to.
    """
    # the other generator makes the pages a zip file would hold, and would take Markdown for pages
    return write_folder(folder, _files(open_site(kb, options, finished=False), Path(docs) if docs else None))


def _files(site: Site, docs: Path | None) -> Iterator[tuple[str, bytes]]:
    from sobkb.pages import build_files, build_pages

    taken: set[str] = set()
    if docs is not None:
        for path in sorted(p for p in docs.rglob("*") if p.is_file()):
            name = "docs/" + path.relative_to(docs).as_posix()
            taken.add(name)
            yield name, path.read_bytes()
    for data in (*asset_files(), *build_files(site)):
        name = "docs/" + data.path
        if name not in taken:
            taken.add(name)
            yield name, data.content
    for page in build_pages(site):
        name = f"docs/{page.path}index.md"
        if name not in taken:
            taken.add(name)
            yield name, page_text(page).encode()
    top = overrides_dir()
    for path in sorted(p for p in top.rglob("*") if p.is_file()):
        yield "overrides/" + path.relative_to(top).as_posix(), path.read_bytes()
    yield "mkdocs.yml", _config(site).encode()


def page_text(page: Page) -> str:
    """Return a page as Markdown with front matter; the body is one block of HTML."""
    meta = {key: value for key, value in page_meta(page).items() if value not in ("", [])}
    # JSON is YAML, and quotes everything that could be taken for something else
    front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items())
    return f"---\n{front}---\n\n<div>\n{page.body}\n</div>\n"


def _config(site: Site) -> str:
    config = {
        "site_name": site.name,
        "site_url": site.options.base,
        "use_directory_urls": False,
        "docs_dir": "docs",
        "theme": {"name": "material", "custom_dir": "overrides", "language": site.languages[0], "font": False},
        "plugins": [],
        "nav": [{lang: f"{lang}/index.md"} for lang in site.languages],
        "extra": {"sobkb": theme_data(site)},
        "markdown_extensions": ["attr_list", "md_in_html", "tables", "toc"],
    }
    return json.dumps(config, ensure_ascii=False, indent=1) + "\n"
