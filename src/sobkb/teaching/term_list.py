"""Term lists for trainers: one row per concept, in the words of the reader."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sobkb.exports.escaping import web_address
from sobkb.exports.tables import separated_values
from sobkb.text import pick_text, texts_in

if TYPE_CHECKING:
    from sobkb.model import Concept

COLUMNS: dict[str, tuple[str, ...]] = {
    "nl": (
        "korte naam",
        "term",
        "term (Engels)",
        "andere termen",
        "andere termen (Engels)",
        "uitleg",
        "definitie",
        "soort",
        "regio",
        "vindplaats",
        "adres",
    ),
    "en": (
        "short name",
        "term",
        "term (Dutch)",
        "other terms",
        "other terms (Dutch)",
        "explanation",
        "definition",
        "kind",
        "region",
        "section",
        "address",
    ),
}
"""Columns of a term list, per language."""

_BETWEEN = "; "


def term_list_csv(concepts: Iterable[Concept], lang: str = "nl") -> bytes:
    """Write a term list as CSV (RFC 4180), in the order given.

    It is UTF-8 with a byte order mark, without which spreadsheets take it for something else. No
    cell is ever run as a formula.

    Args:
        concepts: The concepts; one that is given twice has one row.
        lang: Language of the terms, the texts and the heads of the columns.

    Examples:
        >>> rows = term_list_csv([mini["tomaat"]], "en").decode("utf-8-sig").splitlines()
        >>> rows[1].split(",")[:3]
        ['tomaat', 'tomato', 'tomaat']
    """
    base = lang.partition("-")[0].lower()
    columns = COLUMNS.get(base, COLUMNS["en"])
    other = "en" if base == "nl" else "nl"
    rows = (_row(concept, lang, other) for concept in dict.fromkeys(concepts))
    return separated_values(columns, rows).encode("utf-8-sig", "replace")


def _row(concept: Concept, lang: str, other: str) -> tuple[str, ...]:
    base = lang.partition("-")[0]
    translated = pick_text(texts_in(concept.pref_labels, other), other)
    return (
        concept.slug,
        concept.label(lang),
        translated.text if translated else "",
        _BETWEEN.join(t.text for t in texts_in(concept.alt_labels, base)),
        _BETWEEN.join(t.text for t in texts_in(concept.alt_labels, other)),
        concept.explanation(lang),
        concept.definition(lang),
        concept.kind.label(lang) if concept.kind else "",
        _BETWEEN.join(r.label(lang) for r in concept.regions),
        _BETWEEN.join(s.locator(lang) for s in concept.sources),
        web_address(concept.iri) or concept.iri,
    )
