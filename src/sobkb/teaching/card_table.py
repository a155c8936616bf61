"""Flashcards as a table, which Quizlet, Anki and spreadsheets read."""

from __future__ import annotations

from collections.abc import Sequence

from sobkb.exports.tables import separated_values
from sobkb.teaching.values import Card, Topic
from sobkb.teaching.words import places_in

COLUMNS = ("front", "back", "sort", "section", "address")
"""Columns of the table with one row per card."""


def write_csv(_topic: Topic, cards: Sequence[Card], _lang: str) -> bytes:
    """Write one row per card as CSV (RFC 4180), in UTF-8; a cell never is a formula."""
    rows = (
        (card.front, "\n".join(card.back), card.sort, places_in(card.sections, card.lang), card.address)
        for card in cards
    )
    return separated_values(COLUMNS, rows).encode("utf-8", "replace")
