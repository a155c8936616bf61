"""What trainers hand out: a PDF and a term list per theme, and a dictionary of everything.

Typesetting takes seconds, most of them outside Python. So a build begins it in the background, and what
needs a hand-out waits for that one alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from sobkb.errors import ExportError, MissingExtraError
from sobkb.pages.addresses import path_name
from sobkb.pages.page import DataFile
from sobkb.pages.writing import Site

if TYPE_CHECKING:
    from sobkb.model import Collection

LONGEST = 150
"""Concepts a hand-out may have and still be handed out."""
MOST = 120
"""Themes that get hand-outs when a site is made; of more, the command line makes the ones that are wanted."""
LARGEST = 1500
"""Concepts a dictionary may have when a site is made."""
_FOLDER = "download/"


class Handout(NamedTuple):
    """A file to hand out.

    Attributes:
        sort: "pdf" or "csv".
        path: Path below the root of the site.
        content: The bytes.
        lang: Language it is in.
    """

    sort: str
    path: str
    content: bytes
    lang: str


class _Press:
    """Makes the hand-outs of one site: all of them in the background once told to, else one at a time."""

    def __init__(self, site: Site) -> None:
        self._makers: dict[str, Callable[[], bytes]] = {}
        self._made: dict[str, Future[bytes | None]] = {}
        if not site.options.downloads:
            return
        themes = site.kb.themes
        chosen = [t for t in themes if len(t.members) <= LONGEST] if len(themes) <= MOST else []
        for lang in site.languages:
            if 0 < len(site.kb) <= LARGEST:
                self._makers[_book_path(site, lang)] = partial(_book, site, lang)
            for theme in chosen:
                self._makers[_pdf_path(site, lang, theme)] = partial(_handout, site, theme, lang)

    def start(self) -> None:
        """Begin to make everything."""
        pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="handout")
        for path in self._makers:
            if path not in self._made:
                self._made[path] = pool.submit(self._make, path)
        pool.shutdown(wait=False)

    def content(self, path: str) -> bytes | None:
        """Return a file; None when it cannot be made here."""
        if path not in self._makers:
            return None
        if path not in self._made:
            self._made[path] = Future()
            self._made[path].set_result(self._make(path))
        return self._made[path].result()

    def _make(self, path: str) -> bytes | None:
        try:
            return self._makers[path]()
        except (MissingExtraError, ExportError):  # no typesetter, or no font for this script: the site does without
            return None


def _handout(site: Site, theme: Collection, lang: str) -> bytes:
    from sobkb.teaching import handout_pdf

    return handout_pdf(site.kb, theme, lang)


def _book(site: Site, lang: str) -> bytes:
    from sobkb.teaching import alphabetical_topics, reader_pdf

    return reader_pdf(site.kb, alphabetical_topics(site.kb, lang), lang, brief=True)


_PRESSES: WeakKeyDictionary[Site, _Press] = WeakKeyDictionary()


def start_handouts(site: Site) -> Iterator[DataFile]:
    """Begin to make the hand-outs; they come with `handout_files`."""
    _press(site).start()
    return iter(())


def handouts_of(site: Site, lang: str, theme: Collection) -> list[Handout]:
    """Return what there is to hand out of a theme."""
    from sobkb.teaching import term_list_csv

    if not site.options.downloads:
        return []
    path = _pdf_path(site, lang, theme)
    pdf = _press(site).content(path)
    found = [Handout("pdf", path, pdf, lang)] if pdf is not None else []
    table = term_list_csv(theme.members, lang)
    return [*found, Handout("csv", path.removesuffix(".pdf") + "-termen.csv", table, lang)]


def books_of(site: Site) -> list[Handout]:
    """Return what there is to hand out of everything, in every language."""
    from sobkb.teaching import term_list_csv

    if not site.options.downloads:
        return []
    found = []
    for lang in site.languages:
        path = _book_path(site, lang)
        pdf = _press(site).content(path)
        if pdf is not None:
            found.append(Handout("pdf", path, pdf, lang))
        concepts = sorted((c for c in site.kb.concepts if not c.is_deprecated), key=lambda c: c.label(lang).casefold())
        found.append(Handout("csv", path.removesuffix(".pdf") + "-termen.csv", term_list_csv(concepts, lang), lang))
    return found


def handout_files(site: Site) -> Iterator[DataFile]:
    """Make the hand-outs of every theme."""
    for lang in site.languages:
        for theme in site.kb.themes:
            for item in handouts_of(site, lang, theme):
                yield DataFile(item.path, item.content)


def _press(site: Site) -> _Press:
    if site not in _PRESSES:
        _PRESSES[site] = _Press(site)
    return _PRESSES[site]


def _pdf_path(site: Site, lang: str, theme: Collection) -> str:
    return f"{site.at.theme(lang, theme)}{theme.slug}.pdf"


def _book_path(site: Site, lang: str) -> str:
    name = path_name(site.name)
    return f"{_FOLDER}{name}-{lang.lower()}.pdf"
