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
from sobkb.search.promising import NameBounds
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
    bounds = NameBounds.worth_it(names, limit, wanted)
    lasting = 0
    if bounds is None:
        whole = names.findings()
        for finding in whole.values():
            if wanted is None or wanted(finding.concept):
                best.add(finding)
                lasting += not index.standings[finding.concept].deprecated
    else:
        for score, owner in bounds.by_promise():
            if not best.has_room_for(best.key(owner, score)):
                break
            lasting += not index.standings[owner].deprecated
            for finding in names.findings_of(owner):
                best.add(finding)
    if limit is None or lasting < limit:
        parts = Parts(names, whole if bounds is None else set(bounds.owners))
        for score, owner in parts.by_promise(wanted):
            if not best.has_room_for(best.key(owner, score)):
                break
            if (found := parts.finding(owner)) is not None:
                best.add(found)
    return best.in_order()
