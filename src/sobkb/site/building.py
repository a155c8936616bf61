"""A whole site from anybody's SKOS, without MkDocs: the same pages in the same templates."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from html import escape
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sobkb.errors import ExportError, MissingExtraError
from sobkb.pages.addresses import relative
from sobkb.site.theme import asset_files, overrides_dir, page_meta, theme_data

if TYPE_CHECKING:
    import jinja2

    from sobkb.knowledge_base import KnowledgeBase
    from sobkb.pages.page import Page
    from sobkb.pages.writing import Site, SiteOptions

MARKER = ".sobkb-site"
"""File that says a folder holds a site of ours, which may be replaced."""


def build_site(kb: KnowledgeBase, folder: str | PathLike[str], options: SiteOptions | None = None) -> int:
    """Write a complete site to a folder.

    The site appears as a whole or not at all. A folder that holds anything but an earlier site made
    by this function is left alone.

    Args:
        kb: The knowledge base.
        folder: Where the site goes; made when it does not exist.
        options: What the maker of the site decides.

    Returns:
        The number of files written.

    Raises:
        MissingExtraError: jinja2 is not installed.
        ExportError: The folder holds something else, or cannot be written to.
    """
    return write_folder(folder, _site_files(open_site(kb, options)))


def open_site(kb: KnowledgeBase, options: SiteOptions | None = None, *, finished: bool = True) -> Site:
    """Return what the pages of one build share.

    Args:
        kb: The knowledge base.
        options: What the maker of the site decides.
        finished: False when another generator goes over the pages, whatever the options say.

    Raises:
        MissingExtraError: jinja2 is not installed.
    """
    try:
        from sobkb.pages import Site, SiteOptions
    except ModuleNotFoundError as error:
        raise MissingExtraError("site", error.name or "jinja2") from error
    return Site(kb, options if finished else (options or SiteOptions())._replace(finished=False))


def write_folder(folder: str | PathLike[str], files: Iterator[tuple[str, bytes]]) -> int:
    """Write files to a folder that is new, empty or holds an earlier result; whole or not at all.

    Args:
        folder: Where they go.
        files: Paths below the folder, with their content.

    Returns:
        The number of files written.

    Raises:
        ExportError: The folder holds something else, or cannot be written to.
    """
    target = Path(folder)
    if target.exists() and not target.is_dir():
        raise ExportError(f"{target} is a file; name a folder")
    if target.is_dir() and any(target.iterdir()) and not (target / MARKER).is_file():
        raise ExportError(f"{target} holds something else; name a new or empty folder")
    passing: Path | None = None
    try:
        target.absolute().parent.mkdir(parents=True, exist_ok=True)
        passing = Path(tempfile.mkdtemp(dir=target.absolute().parent, prefix=f".{target.name[:40]}."))
        count = 0
        made: set[str] = set()
        for name, content in files:
            path = passing / name
            if path.parent.as_posix() not in made:
                path.parent.mkdir(parents=True, exist_ok=True)
                made.add(path.parent.as_posix())
            path.write_bytes(content)
            count += 1
        (passing / MARKER).write_text("sobkb\n", encoding="utf-8")
        passing.chmod(0o777 & ~_umask())
        if target.is_dir():
            shutil.rmtree(target)
        passing.replace(target)
    except OSError as error:
        raise ExportError(f"{target} cannot be written: {error.strerror or error}") from error
    finally:
        if passing is not None and passing.exists():
            shutil.rmtree(passing, ignore_errors=True)
    return count


def _site_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Make the files of the site, and of these the zip file; the pages that tell its size come last."""
    from sobkb.site.zipping import SiteZip, offering_pages, tell_size

    zipped = SiteZip(site) if site.has_zip else None
    offering = offering_pages(site)
    waiting: list[tuple[str, bytes]] = []
    for name, content in _own_files(site):
        if zipped:
            zipped.add(name, content)
        if name in offering:
            waiting.append((name, content))
        else:
            yield name, content
    if zipped:
        whole = zipped.finish()
        yield zipped.path, whole
        for name, content in waiting:
            yield name, tell_size(content.decode(), len(whole), offering[name]).encode()


def _own_files(site: Site) -> Iterator[tuple[str, bytes]]:
    from sobkb.pages import build_files, build_pages

    template, config = _frame(site)
    taken: set[str] = set()
    for data in (*asset_files(), *build_files(site)):
        if data.path not in taken:
            taken.add(data.path)
            yield data.path, data.content
    addresses: list[str] = []
    for page in build_pages(site):
        yield page.file, _render(template, config, page).encode()
        if page.listed and not page.canonical:
            addresses.append(page.path)
    if site.options.base:
        yield "sitemap.xml", _sitemap(site.options.base, addresses)


def _frame(site: Site) -> tuple[jinja2.Template, dict[str, Any]]:
    import jinja2

    env = jinja2.Environment(loader=jinja2.FileSystemLoader(overrides_dir()), autoescape=False, auto_reload=False)  # noqa: S701 - the
    # templates are MkDocs' kind, which escape by hand; what comes from the data is escaped before
    env.filters["url"] = jinja2.pass_context(_url)
    config = {
        "site_name": site.name,
        "site_url": site.options.base,
        "extra": {"sobkb": theme_data(site)},
        "extra_css": [],
        "extra_javascript": [],
    }
    return env.get_template("main.html"), config


def _render(template: jinja2.Template, config: dict[str, Any], page: Page) -> str:
    shown = {
        "title": page.title,
        "url": page.file,
        "content": page.body,
        "meta": page_meta(page),
        "toc": [],
        "edit_url": "",
    }
    depth = page.path.count("/")
    return template.render(page=shown, config=config, base_url="/".join([".."] * depth) or ".", here=page.path)


def _url(context: Any, value: str) -> str:
    return relative(context["here"], value)


def _sitemap(base: str, paths: list[str]) -> bytes:
    rows = "".join(f"<url><loc>{escape(base + path)}</loc></url>\n" for path in paths)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    ).encode()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
