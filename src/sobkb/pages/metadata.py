"""What machines read in the head of an entry page: links to the data, citation metadata, schema.org."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sobkb.pages.addresses import safe_href
from sobkb.pages.markup import esc
from sobkb.pages.page import TWIN
from sobkb.text import pick_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sobkb.model import Collection, Concept, Scheme
    from sobkb.pages.writing import Writer

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""Licence of the texts of the built-in knowledge base."""
_MOST_TERMS = 500


def entry_head(o: Writer, concept: Concept) -> str:
    """Return the elements for the head of a concept's page, as safe HTML.

    Links follow Signposting (cite-as, describedby, collection, type, license); the rest is for Zotero and for
    search engines.
    """
    from sobkb.citing import zotero_meta
    from sobkb.exports import FORMATS
    from sobkb.pages.attachments import data_path

    licence = LICENCE if o.site.is_builtin else ""
    parts = []
    if address := safe_href(concept.iri):
        parts.append(f'<link rel="cite-as" href="{esc(address)}">')
    for name in o.site.options.downloads:
        known = FORMATS[name]
        href = o.href(data_path(concept, known.extension))
        parts.append(f'<link rel="alternate describedby" type="{known.media_type}" href="{href}">')
    if o.site.has_twins:
        parts.append(f'<link rel="alternate" type="text/markdown" href="{TWIN}">')
    if licence:
        parts.append(f'<link rel="license" href="{licence}">')
    if concept.schemes:
        parts.append(f'<link rel="collection" href="{o.href(o.site.at.scheme(o.lang, concept.schemes[0]))}">')
    parts.append('<link rel="type" href="https://schema.org/DefinedTerm">')
    parts += [
        f'<meta name="{esc(name)}" content="{esc(content)}">'
        for name, content in zotero_meta(concept, o.lang, rights=licence)
    ]
    parts.append(f'<script type="application/ld+json">{script_json(defined_term(o, concept))}</script>')
    return "\n".join(parts)


def defined_term(o: Writer, concept: Concept) -> dict[str, Any]:
    """Describe a concept with schema.org: what a search engine shows. The rest is in the JSON-LD to download."""
    term: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "@id": concept.iri,
        "name": o.label(concept),
    }
    if definition := concept.definition(o.lang):
        term["description"] = definition
    others = sorted({t.text for t in concept.alt_labels if t.lang.partition("-")[0] == o.lang})
    if others:
        term["alternateName"] = others
    if concept.schemes:
        term["inDefinedTermSet"] = concept.schemes[0].iri  # whose page describes it
    same = [m.iri for m in concept.matches if m.type == "exactMatch" and safe_href(m.iri)]
    if same:
        term["sameAs"] = same
    return term


def scheme_head(o: Writer, scheme: Scheme, concepts: Sequence[Concept]) -> str:
    """Return the elements for the head of a concept scheme's page, as safe HTML."""
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "DefinedTermSet",
        "@id": scheme.iri,
        "name": scheme.label(o.lang),
        "inLanguage": o.lang,
        "hasDefinedTerm": [{"@type": "DefinedTerm", "@id": c.iri, "name": o.label(c)} for c in concepts[:_MOST_TERMS]],
    }
    if text := pick_text(scheme.definitions, o.lang):
        found["description"] = text.text
    address = safe_href(scheme.iri)
    link = f'<link rel="cite-as" href="{esc(address)}">\n' if address else ""
    return f'{link}<script type="application/ld+json">{script_json(found)}</script>'


def theme_head(o: Writer, theme: Collection) -> str:
    """Return the elements for the head of a theme's page: a learning resource that teaches concepts."""
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "@id": theme.iri,
        "name": theme.label(o.lang),
        "description": theme.description(o.lang),
        "inLanguage": o.lang,
        "teaches": [{"@type": "DefinedTerm", "@id": c.iri, "name": o.label(c)} for c in theme.members],
    }
    if o.site.is_builtin:
        found["license"] = LICENCE
    address = safe_href(theme.iri)
    link = f'<link rel="cite-as" href="{esc(address)}">\n' if address else ""
    return f'{link}<script type="application/ld+json">{script_json(found)}</script>'


def script_json(data: Any) -> str:
    """Write JSON that may stand inside a script element, whatever the texts hold.

    Examples:
        >>> "</script>" in script_json({"a": "</script>"})
        False
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
