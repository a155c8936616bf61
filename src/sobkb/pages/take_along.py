"""What a reader can take along from the page of a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sobkb.pages.downloads import size_in_words
from sobkb.pages.handouts import handouts_of
from sobkb.pages.learning import practice_files, practice_of

if TYPE_CHECKING:
    from sobkb.model import Collection
    from sobkb.pages.writing import Writer


class Takeaway(NamedTuple):
    """A file, or a page, made from a theme.

    Attributes:
        label: Words of the link.
        href: Address, seen from the page of the theme.
        about: What one does with it, in a few words; may be empty.
        file: True for a file that is saved, False for a page that is opened.
    """

    label: str
    href: str
    about: str = ""
    file: bool = True


def take_along(o: Writer, theme: Collection) -> list[Takeaway]:
    """Return what there is to take along from a theme, in the order of the page.

    Args:
        o: Writer of the page of the theme.
        theme: The theme.
    """
    return [*_handouts(o, theme), *_practice(o, theme)]


def _practice(o: Writer, theme: Collection) -> list[Takeaway]:
    """Return what one practises with: pages to open, and files for other programs."""
    pages = [Takeaway(words, o.href(path), file=False) for path, words in practice_of(o, theme)]
    files = [
        Takeaway(o.word(f"learn.file.{form}"), o.href(path), o.word(f"learn.file.{form}.about"))
        for form, path in practice_files(o.site, o.lang, theme)
        if form in ("apkg", "moodle")
    ]
    return pages + files


def _handouts(o: Writer, theme: Collection) -> list[Takeaway]:
    """Return what one hands out, each with its size."""
    found = []
    for item in handouts_of(o.site, o.lang, theme):
        size = size_in_words(len(item.content), o.lang)
        found.append(Takeaway(o.word(f"take.{item.sort}"), o.href(item.path), o.word(f"take.{item.sort}.about", size)))
    return found
