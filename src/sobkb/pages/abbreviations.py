"""Abbreviations in running text, explained where they stand: each links to the concept it is short for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from sobkb.pages.markup import esc, trusted

if TYPE_CHECKING:
    from markupsafe import Markup

    from sobkb.model import Concept
    from sobkb.pages.writing import Site, Writer

_SHORT = re.compile(r"[A-Z]{2,8}")
_IN_TEXT = re.compile(r'(?<![\w&"\-])[A-Z]{2,8}(?![\w"\-])')
_KNOWN: WeakKeyDictionary[Site, dict[str, Concept]] = WeakKeyDictionary()


def abbreviations_of(site: Site) -> dict[str, Concept]:
    """Return what each abbreviation stands for; those that could mean two things are left out."""
    if site not in _KNOWN:
        found: dict[str, set[Concept]] = {}
        for concept in site.kb.concepts:
            if concept.is_deprecated:
                continue
            for label in (*concept.pref_labels, *concept.alt_labels):
                if _SHORT.fullmatch(label.text):
                    found.setdefault(label.text, set()).add(concept)
        _KNOWN[site] = {short: next(iter(meant)) for short, meant in found.items() if len(meant) == 1}
    return _KNOWN[site]


def explain_abbreviations(o: Writer, concept: Concept, text: Markup) -> Markup:
    """Make the abbreviations in a text links, the first time they occur.

    Args:
        o: What the page is written with.
        concept: What the page is about; its own abbreviation is left as it is.
        text: Text from the data, as safe HTML without links.
    """
    known = abbreviations_of(o.site)
    done = set()

    def linked(match: re.Match[str]) -> str:
        short = match[0]
        meant = known.get(short)
        if meant is None or meant == concept or short in done or o.label(meant) == short:
            return short
        done.add(short)
        return f'<a href="{o.to(meant)}"><abbr title="{esc(o.label(meant))}">{short}</abbr></a>'

    return trusted(_IN_TEXT.sub(linked, str(text))) if known else text
