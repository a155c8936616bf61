"""The whole knowledge base to take along: every format, with its size and checksum."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from sobkb.errors import ExportError
from sobkb.pages.addresses import path_name
from sobkb.pages.handouts import books_of
from sobkb.pages.markup import trusted
from sobkb.pages.page import DataFile, Page
from sobkb.pages.revisions import version_path
from sobkb.pages.views import view_head
from sobkb.pages.writing import Site, Writer
from sobkb.wording import number_in_words

if TYPE_CHECKING:
    from sobkb.exports import Format

FOLDER = "download/"
LEFT_OUT = ("svg", "dot", "mermaid")
"""Formats for a part only: of the whole, no reader could make sense."""
LINKED = ("turtle", "trig", "jsonld", "rdfxml", "ntriples", "nquads")
"""The formats that are RDF."""
ZIP_SIZE = "<!--size-->"
"""Where the size of the zip file comes to stand: it is made of all pages, this one too."""
ZIP_MARKS = ("<!--zip-->", "<!--/zip-->")
"""Around the offer of the zip file, which would lead nowhere inside it."""


class Download(NamedTuple):
    """The knowledge base in one format.

    Attributes:
        format: The format.
        path: Path below the root of the site.
        content: The bytes.
        sha256: Checksum of the bytes, as hexadecimal digits.
    """

    format: Format
    path: str
    content: bytes
    sha256: str


_MADE: WeakKeyDictionary[Site, list[Download]] = WeakKeyDictionary()


def downloads_of(site: Site) -> list[Download]:
    """Return the knowledge base in every format it can be written in; made once per build.

    Somebody else's vocabulary comes in the formats its concepts come in; a site without downloads has none.
    """
    from sobkb.exports import FORMATS, write

    if site not in _MADE:
        name = path_name(site.name)
        found = []
        for known in FORMATS.values():
            chosen = site.options.downloads
            if known.name in LEFT_OUT or not (known.name in chosen or (chosen and site.is_builtin)):
                continue
            try:
                content = write(site.kb, known.name).encode()
            except ExportError:
                continue  # a format that cannot hold this data is not offered
            path = f"{FOLDER}{name}{known.extension}"
            found.append(Download(known, path, content, hashlib.sha256(content).hexdigest()))
        _MADE[site] = found
    return _MADE[site]


def zip_path(site: Site) -> str:
    """Return the path of the zip file with the whole site."""
    return f"{FOLDER}{path_name(site.name)}-site.zip"


def download_files(site: Site) -> Iterator[DataFile]:
    """Make the downloads and their checksums in the form `sha256sum --check` reads."""
    found = downloads_of(site)
    for item in found:
        yield DataFile(item.path, item.content)
    sums = [(d.sha256, d.path) for d in found]
    for book in books_of(site):
        yield DataFile(book.path, book.content)
        sums.append((hashlib.sha256(book.content).hexdigest(), book.path))
    lines = [f"{checksum}  {path.removeprefix(FOLDER)}\n" for checksum, path in sums]
    yield DataFile(FOLDER + "SHA256SUMS", "".join(lines).encode())


def download_pages(site: Site) -> Iterator[Page]:
    """Make the page with downloads in every language."""
    for lang in site.languages:
        o = Writer(site, lang, f"{lang}/{FOLDER}")
        rows = {
            d.format.name: (
                d.format.title,
                o.href(d.path),
                d.path.rpartition("/")[2],
                d.format.media_type,
                size_in_words(len(d.content), lang),
                d.sha256,
            )
            for d in downloads_of(site)
        }
        body = o.render(
            "downloads.html.j2",
            groups=[
                (o.word("downloads.linked"), [row for name, row in rows.items() if name in LINKED]),
                (o.word("downloads.tables"), [row for name, row in rows.items() if name not in LINKED]),
                (o.word("downloads.handouts"), _books(o)),
            ],
            themes=o.href(f"{lang}/thema/") if site.kb.themes and site.options.downloads else "",
            sums=o.href(FOLDER + "SHA256SUMS"),
            zip=o.href(zip_path(site)) if site.has_zip else "",
            zip_name=zip_path(site).rpartition("/")[2],
            zip_marks=[trusted(mark) for mark in ZIP_MARKS],
            zip_size=trusted(ZIP_SIZE),
            api=o.href(f"{lang}/api/"),
            versions=o.href(version_path(lang)) if site.releases else "",
            version=site.kb.version,
        )
        yield o.page(
            title=o.word("downloads.title"),
            family="downloads",
            body=body,
            description=o.word("downloads.lead"),
            head=view_head(o),
        )


def _books(o: Writer) -> list[tuple[str, str, str, str, str, str]]:
    """Describe what there is to read and hand out, first in the language of the page."""
    words = {"pdf": ("downloads.book", "application/pdf"), "csv": ("downloads.terms", "text/csv")}
    return [
        (
            o.word(words[item.sort][0], o.language(item.lang)),
            o.href(item.path),
            item.path.rpartition("/")[2],
            words[item.sort][1],
            size_in_words(len(item.content), o.lang),
            hashlib.sha256(item.content).hexdigest(),
        )
        for item in sorted(books_of(o.site), key=lambda item: item.lang != o.lang)
    ]


def size_in_words(size: int, lang: str) -> str:
    """Write a number of bytes the way readers of a language do.

    Examples:
        >>> size_in_words(512, "nl"), size_in_words(1536000, "nl"), size_in_words(1536000, "en")
        ('512 B', '1,5 MB', '1.5 MB')
    """
    for unit, step in (("MB", 1_000_000), ("kB", 1_000)):
        if size >= step:
            return f"{number_in_words(f'{size / step:.1f}', lang)} {unit}"
    return f"{size} B"
