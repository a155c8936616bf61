"""Texts in several languages as JSON objects keyed by language tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sobkb.text import LangText


def by_language(texts: Iterable[LangText], untagged: str = "") -> dict[str, str]:
    """Return the first text of every language.

    Args:
        texts: The texts.
        untagged: Key for text without a language.

    Examples:
        >>> by_language(mini["tuin"].pref_labels)
        {'en': 'garden', 'nl': 'tuin'}
    """
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(text.lang or untagged, text.text)
    return found


def lists(texts: Iterable[LangText], untagged: str = "") -> dict[str, list[str]]:
    """Return all texts of every language.

    Args:
        texts: The texts.
        untagged: Key for text without a language.
    """
    found: dict[str, list[str]] = {}
    for text in texts:
        found.setdefault(text.lang or untagged, []).append(text.text)
    return found
