"""What a reader can take along from the page of a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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


def take_along(o: Writer, theme: Collection) -> list[Takeaway]:  # noqa: ARG001 - nothing is made of it yet
    """Return what there is to take along from a theme, in the order of the page.

    Args:
        o: Writer of the page of the theme.
        theme: The theme.
    """
    return []
