"""Putting the concepts that fit a query in order.

A concept is as good as its best name. Names that hold every word of the query come first; what is
found in running text or by some of the words only comes after them, whatever its score would be.
`site/assets/search-engine.js` holds the same steps; a change here is a change there. Only there every
concept is rated that fits; here, when many fit, those of which a glance tells that they cannot be
among the best are left out (`sobkb.search.promising`).
"""

from __future__ import annotations

from collections.abc import Callable

from sobkb.light_typing import TYPE_CHECKING
from sobkb.search.findings import Best, Finding
from sobkb.search.parts import Parts
from sobkb.search.promising import names_by_promise
from sobkb.search.rating import Names

if TYPE_CHECKING:
    from sobkb.search.indexing import SearchIndex
    from sobkb.search.query import Query

__all__ = ["Finding", "rank"]


def rank(index: SearchIndex, query: Query, *, allowed: frozenset[str] | None, limit: int | None) -> list[Finding]:
    """Return the best findings, in order.

    Args:
        index: The index of the knowledge base.
        query: The query.
        allowed: IRIs of the only concepts wanted; None for all.
        limit: The most findings wanted; None for all.
    """
    if not query.words:
        return []
    best = Best(index, limit)
    names = Names(index, query)
    wanted: Callable[[int], bool] | None = None
    if allowed is not None:
        iris = index.iris
        wanted = lambda owner: iris[owner] in allowed  # noqa: E731
    promising = names_by_promise(names, wanted, limit)
    if promising is not None:
        for score, owner in promising:
            if not best.has_room_for(best.key(owner, score)):
                break
            for finding in names.findings_of(owner):
                best.add(finding)
        return best.in_order()
    whole = names.findings()
    lasting = 0
    for finding in whole.values():
        if wanted is None or wanted(finding.concept):
            best.add(finding)
            lasting += not index.standings[finding.concept].deprecated
    if limit is None or lasting < limit:
        parts = Parts(names, whole)
        for score, owner in parts.by_promise():
            if not best.has_room_for(best.key(owner, score)):
                break
            if (wanted is None or wanted(owner)) and (found := parts.finding(owner)) is not None:
                best.add(found)
    return best.in_order()
