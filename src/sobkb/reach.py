"""Where chains of links lead, for many pairs at once and however long the chains are."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

N = TypeVar("N", bound=Hashable)

_AT_ONCE = 2048  # ends looked for in one go: bits of a number


class Reach(Generic[N]):
    """Which nodes a chain of at least one link leads to.

    Args:
        links: Pairs of a node and one it links to.

    Examples:
        >>> reach = Reach([("a", "b"), ("b", "c")])
        >>> reach.leading([("a", "c"), ("c", "a"), ("a", "a")])
        {('a', 'c')}
    """

    def __init__(self, links: Iterable[tuple[N, N]]) -> None:
        following: dict[N, dict[N, None]] = {}
        for start, end in links:
            following.setdefault(start, {})[end] = None
            following.setdefault(end, {})
        self._circular: set[int] = set()
        self._group_of: dict[N, int] = {}
        self._after: list[set[int]] = []
        for at, group in enumerate(strongly_connected(following)):
            self._group_of.update(dict.fromkeys(group, at))
            self._after.append({self._group_of[end] for node in group for end in following[node]} - {at})
            if len(group) > 1 or group[0] in following[group[0]]:
                self._circular.add(at)

    def leading(self, pairs: Iterable[tuple[N, N]]) -> set[tuple[N, N]]:
        """Return those of some pairs whose first node a chain connects to the second."""
        found: set[tuple[N, N]] = set()
        starts: dict[int, dict[int, list[tuple[N, N]]]] = {}
        for pair in pairs:
            first, last = (self._group_of.get(node) for node in pair)
            if first is None or last is None:
                continue
            if first == last:
                if first in self._circular:
                    found.add(pair)
            elif last < first:  # a link leads to a lower number only, so that most pairs need no search
                starts.setdefault(last, {}).setdefault(first, []).append(pair)
        ends = sorted(starts)
        for begin in range(0, len(ends), _AT_ONCE):
            found |= self._search({end: starts[end] for end in ends[begin : begin + _AT_ONCE]})
        return found

    def _search(self, starts: Mapping[int, Mapping[int, list[tuple[N, N]]]]) -> set[tuple[N, N]]:
        """Go through all groups once, each taking over what those after it reach."""
        bits = {end: 1 << n for n, end in enumerate(starts)}
        reached: list[int] = []
        for at in range(max(max(firsts) for firsts in starts.values()) + 1):
            mask = bits.get(at, 0)
            for following in self._after[at]:
                mask |= reached[following]
            reached.append(mask)
        return {
            pair
            for end, firsts in starts.items()
            for first, pairs in firsts.items()
            if reached[first] & bits[end]
            for pair in pairs
        }


def strongly_connected(links: Mapping[N, Iterable[N]]) -> Iterator[list[N]]:
    """Yield the groups of nodes that reach each other, a group after those it links to.

    Tarjan's algorithm (1972) with a stack of its own, since chains may be longer than Python's.

    Args:
        links: Node → the nodes it links to.

    Examples:
        >>> list(map(sorted, strongly_connected({"a": ["b"], "b": ["a", "c"]})))
        [['c'], ['a', 'b']]
    """
    number: dict[N, int] = {}
    lowest: dict[N, int] = {}
    pending: list[N] = []
    is_pending: set[N] = set()
    for top in links:
        if top in number:
            continue
        path: list[tuple[N, Iterator[N]]] = [(top, iter(links[top]))]
        number[top] = lowest[top] = len(number)
        pending.append(top)
        is_pending.add(top)
        while path:
            node, ends = path[-1]
            for end in ends:
                if end not in number:
                    number[end] = lowest[end] = len(number)
                    pending.append(end)
                    is_pending.add(end)
                    path.append((end, iter(links.get(end, ()))))
                    break
                if end in is_pending:
                    lowest[node] = min(lowest[node], number[end])
            else:
                path.pop()
                if path:
                    lowest[path[-1][0]] = min(lowest[path[-1][0]], lowest[node])
                if lowest[node] == number[node]:
                    group = [pending.pop()]
                    while group[-1] != node:
                        group.append(pending.pop())
                    is_pending.difference_update(group)
                    yield group
