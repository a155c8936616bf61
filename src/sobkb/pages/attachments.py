"""What hangs on an entry page: citations, downloads and metadata, made by their own modules."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sobkb.model import Concept
    from sobkb.pages.writing import Site


class Attachments(NamedTuple):
    """What stands at the foot of an entry page, and in its head.

    Attributes:
        citations: Name of a style and the citation in it.
        citation_files: Label and address of files for reference managers, seen from the page.
        downloads: Label and address of the concept's data, seen from the page.
        head: Metadata for the head of the page, as safe HTML.
    """

    citations: tuple[tuple[str, str], ...] = ()
    citation_files: tuple[tuple[str, str], ...] = ()
    downloads: tuple[tuple[str, str], ...] = ()
    head: str = ""


def attachments_of(site: Site, concept: Concept, lang: str) -> Attachments:
    """Gather what the citing and exporting modules have for a concept."""
    return Attachments()
