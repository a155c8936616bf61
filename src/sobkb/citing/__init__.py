"""Citing a concept, or a single statement, number or date, in the styles and formats people use.

>>> import sobkb
>>> print(sobkb.load()["interactieve-democratie"].cite("apa", "en"))  # doctest: +ELLIPSIS
sobkb. (2026). Interactive democracy. In sobkb: knowledge base of community development ...

The date is the day the entry last changed, never the day the citation was made, and the sentence at
the end names the source the entry rests on, as far as it is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sobkb.citing.interchange import write_biblatex, write_csl_json, write_ris
from sobkb.citing.items import csl_item, english_titles
from sobkb.citing.metadata import coins, zotero_meta
from sobkb.citing.versions import at_release
from sobkb.errors import ExportError
from sobkb.text import normalise_tag

if TYPE_CHECKING:
    from datetime import date

    from sobkb.archive import Release
    from sobkb.citing.items import Citable

__all__ = ["EXTENSIONS", "STYLES", "cite", "coins", "csl_item", "zotero_meta"]

STYLES = {
    "apa": "APA 7",
    "mla": "MLA 9",
    "harvard": "Harvard (Cite Them Right)",
    "chicago": "Chicago 18",
    "biblatex": "BibLaTeX",
    "ris": "RIS",
    "csl-json": "CSL-JSON",
}
"""Names of the styles and formats, with what they are called."""

EXTENSIONS = {"biblatex": ".bib", "ris": ".ris", "csl-json": ".csl.json"}
"""How the file of a format for reference managers ends."""

_ALIASES = {"bibtex": "biblatex", "csl": "csl-json"}
_WRITERS = {"biblatex": write_biblatex, "ris": write_ris, "csl-json": write_csl_json}


def cite(
    cited: Citable,
    style: str = "apa",
    lang: str = "nl",
    *,
    accessed: str | date | None = None,
    html: bool = False,
    version: str | Release | None = None,
) -> str:
    """Return a citation of a concept, or of one thing that is said of it.

    Args:
        cited: The concept, statement, figure or date.
        style: A name in `STYLES`.
        lang: Language of the citation: "nl" or "en"; "en-GB" and "en-US" choose the quotation marks and dates.
        accessed: Day it was looked up, as a date or in ISO 8601; left out by default. Harvard always names it, the
            other styles only for what has no date of its own.
        html: True for HTML with titles in italics; only for the styles in words.
        version: A release, or its number: cite what it was then, at the address where it stays that. By default
            what it is now is cited, at the address that follows its changes.

    Returns:
        A sentence of plain text (or HTML) for a style, a whole record for a format.

    Raises:
        ExportError: There is no such style, `accessed` is not a day, or the release does not say this.
        UnknownTermError: There is no such release.
        MissingExtraError: A style in words needs citeproc-py; install the extra "cite".

    Examples:
        >>> cite(mini["tuin"])
        'Tuin. (2026). In tuinen. http://example.org/tuin/tuin'
        >>> cite(mini["tuin"], "mla", "en")
        '“Garden.” Gardens, 2 Jan. 2026, http://example.org/tuin/tuin.'
    """
    name = _ALIASES.get(style.lower(), style.lower())
    if name not in STYLES:
        raise ExportError(f"there is no citation style '{style}'; there is {', '.join(STYLES)}")
    lang = normalise_tag(lang)
    release = None
    if version is not None:
        cited, release = at_release(cited, version)
    item = csl_item(cited, lang, accessed=accessed, release=release)
    if name in _WRITERS:
        return _WRITERS[name](item)
    from sobkb.citing.prose import render

    return render(item, name, lang, markup=html, english=english_titles(cited, lang))
