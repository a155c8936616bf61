"""The whole site as one zip file, to read from a folder without a network.

Left out are the data for programs; where the site's address is known, links to them lead to the web instead.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from sobkb.pages.addresses import INDEX
from sobkb.pages.downloads import ZIP_MARKS, ZIP_SIZE, size_in_words, zip_path
from sobkb.pages.linked_data import home_address
from sobkb.pages.markup import esc

if TYPE_CHECKING:
    from sobkb.pages.writing import Site

_DATA = ("id/", "api/", "download/", "v/")
"""Folders that programs read, not people."""
_NEVER = re.compile(r"assets/javascripts/|.*\.map$|\.")
"""What no page of ours asks for: scripts of the theme below the hand-written pages, source maps, dotfiles."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_PACKED = {
    ".html",
    ".md",
    ".css",
    ".js",
    ".json",
    ".svg",
    ".wasm",
    ".txt",
    ".xml",
    ".ttl",
    ".bib",
    ".ris",
    ".csv",
    ".tsv",
    ".pdf",
}


class SiteZip:
    """Gathers the files of a site in a zip file with the same bytes for the same files.

    Args:
        site: What the site is made of.
    """

    def __init__(self, site: Site) -> None:
        self._site = site
        self._home = home_address(site)
        self.path = zip_path(site)
        self._top = self.path.rpartition("/")[2].removesuffix(".zip") + "/"
        self._bytes = BytesIO()
        self._zip = zipfile.ZipFile(self._bytes, "w", zipfile.ZIP_DEFLATED, compresslevel=6)

    def add(self, path: str, content: bytes) -> None:
        """Take a file in, unless readers without a network have no use for it.

        Args:
            path: Path below the root of the site.
            content: The bytes.
        """
        if path == self.path or _NEVER.match(path) or (self._home and path.startswith(_DATA)):
            return
        if path.endswith(".html"):
            content = self._page(path, content.decode()).encode()
        entry = zipfile.ZipInfo(self._top + path, _EPOCH)
        entry.external_attr = 0o644 << 16
        packed = Path(path).suffix in _PACKED
        entry.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        self._zip.writestr(entry, content)

    def finish(self) -> bytes:
        """Return the zip file; nothing can be added after that."""
        self._zip.close()
        return self._bytes.getvalue()

    def _page(self, path: str, html: str) -> str:
        """Drop the offer of the zip itself, and lead links to data that is left out to the web."""
        start, end = ZIP_MARKS
        if start in html:
            before, _, rest = html.partition(start)
            html = before + rest.partition(end)[2]
        if not self._home:
            return html
        up = "../" * path.count("/")
        folders = "|".join(re.escape(folder) for folder in _DATA)
        return re.sub(
            rf'href="{re.escape(up)}((?:{folders})[^"]*)"', lambda m: f'href="{esc(urljoin(self._home, m[1]))}"', html
        )


def tell_size(html: str, size: int, lang: str) -> str:
    """Fill in how large the zip file is, on the page that offers it."""
    return html.replace(ZIP_SIZE, size_in_words(size, lang))


def offering_pages(site: Site) -> dict[str, str]:
    """Return the files of the pages that offer the zip file, with their languages."""
    return {f"{lang}/download/{INDEX}": lang for lang in site.languages} if site.has_zip else {}


def zip_folder(site: Site, folder: Path) -> None:
    """Put the zip file into a folder with the finished site, and its size on the pages that offer it.

    Args:
        site: What the site is made of.
        folder: Where its files stand.
    """
    if not site.has_zip:
        return
    zipped = SiteZip(site)
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        zipped.add(path.relative_to(folder).as_posix(), path.read_bytes())
    content = zipped.finish()
    target = folder / zipped.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    for name, lang in offering_pages(site).items():
        page = folder / name
        page.write_text(tell_size(page.read_text(encoding="utf-8"), len(content), lang), encoding="utf-8")
