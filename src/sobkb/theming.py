"""Themes for vocabularies that name none: their collections, or else the parts of their hierarchy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sobkb.hierarchy import TreeNode
from sobkb.light_typing import TYPE_CHECKING
from sobkb.model import Collection, Concept

if TYPE_CHECKING:
    from sobkb.records import CollectionRecord

FEWEST = 4
"""Concepts that make a theme; fewer are not worth a lesson."""

MOST = 150
"""Concepts a theme may have; what holds more makes way for the parts below it."""


def themes_of_collections(
    collections: Iterable[Collection], records: Mapping[str, CollectionRecord]
) -> tuple[Collection, ...]:
    """Make themes of collections, sorted by label.

    A collection that itself lists enough concepts is a theme, with what the collections inside it list
    behind its own. One that stands inside such a collection is no theme of its own, unless the two
    together are too much.

    Args:
        collections: All collections.
        records: Their records, which tell what collections stand inside others.
    """
    known = {c.iri: c for c in collections}
    inside = {iri: [m for m in records[iri]["members"] if m in known] for iri in known}
    large = sorted(iri for iri, c in known.items() if FEWEST <= len(c.members) <= MOST)
    below = _reached((part for iri in large for part in inside[iri]), inside)
    found: list[Collection] = []
    taken: set[str] = set()
    for iri in (*(i for i in large if i not in below), *large):  # what stands in a circle has its turn in the second
        if iri in taken:
            continue
        parts = _reached([iri], inside, without=taken)
        members = dict.fromkeys(m for part in parts for m in known[part].members)
        if len(members) > MOST:
            parts, members = [iri], dict.fromkeys(known[iri].members)
        taken.update(parts)
        found.append(known[iri]._replace(members=tuple(members)))
    return tuple(sorted(found, key=lambda theme: (theme.label().casefold(), theme.iri)))


def themes_of_trees(trees: Iterable[TreeNode]) -> tuple[Collection, ...]:
    """Make themes of a hierarchy: a concept at the top with all that stands below it, in tree order.

    Args:
        trees: The hierarchy (see `sobkb.KnowledgeBase.tree`).

    Examples:
        >>> themes_of_trees(mini.tree())  # none of its trees holds four concepts
        ()
    """
    found: list[Collection] = []
    waiting = list(reversed(tuple(trees)))
    seen: set[str] = set()
    while waiting:
        node = waiting.pop()
        if node.concept.iri in seen:
            continue
        seen.add(node.concept.iri)
        members = _in_tree_order(node)
        if len(members) > MOST:
            waiting.extend(reversed(node.children))
        elif len(members) >= FEWEST:
            top = node.concept
            notes = top.texts("definition")
            found.append(Collection(top.iri, top.slug, top.pref_labels, members, ordered=True, notes=notes))
    return tuple(found)


def _in_tree_order(top: TreeNode) -> tuple[Concept, ...]:
    """Return what a tree holds, each concept once, above what is below it; no more than is needed to judge it."""
    found: dict[str, Concept] = {}
    waiting = [top]
    while waiting and len(found) <= MOST:
        node = waiting.pop()
        if node.concept.iri not in found:
            found[node.concept.iri] = node.concept
            waiting.extend(reversed(node.children))
    return tuple(found.values())


def _reached(starts: Iterable[str], inside: Mapping[str, list[str]], *, without: Iterable[str] = ()) -> list[str]:
    """Return collections and those inside them, outer ones first, each once."""
    found: dict[str, None] = {}
    left_out = frozenset(without)
    waiting = list(starts)[::-1]
    while waiting:
        iri = waiting.pop()
        if iri not in found and iri not in left_out:
            found[iri] = None
            waiting.extend(reversed(inside[iri]))
    return list(found)
