"""What hangs on an entry page: citations, downloads and metadata, made by their own modules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from sobkb.errors import MissingExtraError
from sobkb.pages.markup import trusted
from sobkb.pages.metadata import entry_head
from sobkb.pages.page import DataFile

if TYPE_CHECKING:
    from sobkb.model import Concept
    from sobkb.pages.writing import Site, Writer

PROSE = ("apa", "mla", "harvard")
"""Styles shown on the page, in this order."""
RECORDS = {"biblatex": ".bib", "ris": ".ris", "csl-json": ".csl.json"}
"""Formats for reference managers, with how their files end."""


class Attachments(NamedTuple):
    """What stands at the foot of an entry page, and in its head.

    Attributes:
        citations: Name of a style and the citation in it.
        citation_files: Label and address of files for reference managers, seen from the page.
        downloads: Label and address of the concept's data, seen from the page.
        head: Metadata for the head of the page, as safe HTML.
        coins: The same citation for reference managers that look for COinS, as safe HTML.
    """

    citations: tuple[tuple[str, str], ...] = ()
    citation_files: tuple[tuple[str, str], ...] = ()
    downloads: tuple[tuple[str, str], ...] = ()
    head: str = ""
    coins: Markup = Markup()


def attachments_of(o: Writer, concept: Concept) -> Attachments:
    """Gather what the citing and exporting modules have for a concept."""
    from sobkb.citing import STYLES, cite, coins

    styles = PROSE if o.site.can_cite else ()
    return Attachments(
        tuple((STYLES[style].partition(" ")[0], cite(concept, style, o.lang)) for style in styles),
        tuple((ending, concept.slug + ending) for ending in RECORDS.values()),
        tuple((ending, o.href(data_path(concept, ending))) for _, ending in data_formats(o.site)),
        entry_head(o, concept),
        trusted(coins(concept, o.lang)),
    )


def can_cite(site: Site) -> bool:
    """Tell whether citations in words can be made: they need an optional package."""
    from sobkb.citing import cite

    first = next(iter(site.kb.concepts), None)
    if first is None:
        return False
    try:
        cite(first, PROSE[0])
    except MissingExtraError:
        return False
    return True


def data_formats(site: Site) -> list[tuple[str, str]]:
    """Return name and ending of the formats every concept can be downloaded in."""
    from sobkb.exports import FORMATS

    return [(name, FORMATS[name].extension) for name in site.options.downloads]


def data_path(concept: Concept, ending: str) -> str:
    """Return the path of a concept's data: the same for all languages, like its IRI."""
    return f"id/{concept.slug}{ending}"


def entry_files(site: Site) -> Iterator[DataFile]:
    """Make the downloads of every concept and its records for reference managers."""
    from sobkb.citing import cite
    from sobkb.exports import write

    for name, ending in data_formats(site):
        for concept in site.kb.concepts:
            yield DataFile(data_path(concept, ending), write(site.kb, name, concepts=concept).encode())
    for lang in site.languages:
        for concept in site.kb.concepts:
            for style, ending in RECORDS.items():
                path = f"{site.at.concept(lang, concept)}{concept.slug}{ending}"
                yield DataFile(path, cite(concept, style, lang).encode())
