"""What lets Zotero and its kin recognise an entry page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from sobkb.citing.items import csl_item
from sobkb.exports.escaping import xml_text

if TYPE_CHECKING:
    from sobkb.model import Concept

RIGHTS = "https://creativecommons.org/licenses/by/4.0/"
"""Licence of the built-in knowledge base."""


def zotero_meta(concept: Concept, lang: str = "nl", *, rights: str = "") -> list[tuple[str, str]]:
    """Return name and content of the `<meta>` elements that Zotero's "Embedded Metadata" reads.

    The contents are plain text: whoever writes the page escapes them.

    Args:
        concept: What the page is about.
        lang: Language of the page.
        rights: Licence of the page, if known.

    Examples:
        >>> zotero_meta(mini["tuin"])[:2]
        [('z:itemType', 'encyclopediaArticle'), ('z:encyclopediaTitle', 'tuinen')]
    """
    item = csl_item(concept, lang)
    pairs = [
        ("z:itemType", "encyclopediaArticle"),
        ("z:encyclopediaTitle", item.get("container-title", "")),
        ("DC.title", item.get("title", "")),
        *(("DC.creator", a["literal"]) for a in item.get("author", ())),
        ("DC.date", concept.modified or concept.created),
        ("DC.language", item["language"]),
        ("DC.identifier", item["URL"]),
        ("DC.rights", rights),
    ]
    return [(name, content) for name, content in pairs if content]


def coins(concept: Concept, lang: str = "nl") -> str:
    """Return the COinS element of an entry page, as HTML that is safe to insert.

    Args:
        concept: What the page is about.
        lang: Language of the page.

    Examples:
        >>> coins(mini["tuin"])[:54]
        '<span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft'
    """
    item = csl_item(concept, lang)
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", "encyclopediaArticle"),
        ("rft.title", item.get("title", "")),
        ("rft.source", item.get("container-title", "")),
        # an editorial board is one name; Zotero would split what `rft.creator` holds into first and last
        *(("rft.aucorp", a["literal"]) for a in item.get("author", ())),
        ("rft.date", concept.modified or concept.created),
        ("rft.language", item["language"]),
        ("rft.identifier", item["URL"]),
    ]
    query = urlencode([(name, content) for name, content in pairs if content])
    return f'<span class="Z3988" title="{xml_text(query)}"></span>'
