"""Concepts with the same label, told apart in lists: a reader cannot choose between three equal links."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from markupsafe import Markup

if TYPE_CHECKING:
    from sobkb.model import Concept
    from sobkb.pages.writing import Site, Writer

_SHARED: WeakKeyDictionary[Site, dict[str, frozenset[str]]] = WeakKeyDictionary()


def tell_apart(o: Writer, concept: Concept) -> Markup:
    """Return what tells a concept from others with its label: what stands above it, or what it belongs to.

    Args:
        o: What the page is written with.
        concept: The concept whose link stands before it.

    Returns:
        Safe HTML to stand behind the link; empty when no other concept has the label.
    """
    label = o.label(concept)
    if label not in _shared_labels(o.site, o.lang):
        return Markup()
    above = [o.label(c) for c in concept.broader]
    groups = [c.label(o.lang) for c in concept.collections]
    kinds = [k.label(o.lang) for k in concept.kinds]
    marks = [*concept.notations, concept.slug]
    other = next((words for words in (*above, *groups, *kinds, *marks) if words and words != label), "")
    return Markup(" <small>({})</small>").format(other) if other else Markup()


def _shared_labels(site: Site, lang: str) -> frozenset[str]:
    found = _SHARED.setdefault(site, {})
    if lang not in found:
        counts = Counter(site.label(c, lang).text for c in site.kb.concepts if not c.is_deprecated)
        found[lang] = frozenset(label for label, number in counts.items() if number > 1)
    return found[lang]
