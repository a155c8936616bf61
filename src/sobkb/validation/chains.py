"""Following chains of links for all entries at once.

A rule such as "nothing is related to what stands above it" asks of each pair whether a chain of links leads from
one to the other. A SPARQL engine walks the chain anew for every pair, which takes the square of the length of
the chain. Here the pairs are collected first, and looked up together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

from sobkb.namespaces import expand_curie
from sobkb.reach import Reach

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode, Store

T = TypeVar("T")

Function = Callable[..., "Literal"]

_NAME = r"[A-Za-z][\w-]*:[A-Za-z][\w-]*"
_CHAIN = re.compile(
    rf"(?P<start>[?$]\w+)\s+(?:\((?P<links>\^?{_NAME}(?:\s*\|\s*\^?{_NAME})*)\)|(?P<link>{_NAME}))\+\s+"
    r"(?P<end>[?$]\w+)(?:\s*\.)?"
)


class Chains:
    """The chains that the queries of rules ask for.

    Args:
        store: The data.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._reaches: dict[str, Reach[object]] = {}

    def run(self, query: str, select: Callable[[str, Mapping[NamedNode, Function]], T]) -> T:
        """Run a query whose chains are looked up instead of walked.

        Both ends of a chain must be bound by other patterns of the same group.

        Args:
            query: A SELECT.
            select: What runs a query with some functions of ours.

        Returns:
            What `select` returns.
        """
        from pyoxigraph import Literal, NamedNode

        kinds: list[str] = []

        def ask_instead(match: re.Match[str]) -> str:
            kinds.append(re.sub(r"\s", "", match["links"] or match["link"]))
            return f"FILTER(<urn:sobkb:chain-{len(kinds)}>({match['start']}, {match['end']}))"

        rewritten = _CHAIN.sub(ask_instead, query)
        if not kinds:
            return select(query, {})
        asked: list[set[tuple[object, object]]] = [set() for _ in kinds]
        names = [NamedNode(f"urn:sobkb:chain-{n}") for n in range(1, len(kinds) + 1)]
        no, yes = Literal(False), Literal(True)

        def noting(pairs: set[tuple[object, object]]) -> Function:
            def note(start: object, end: object) -> Literal:
                pairs.add((start, end))
                return no

            return note

        select(rewritten, dict(zip(names, map(noting, asked), strict=True)))
        known = [self._reach(kind).leading(pairs) for kind, pairs in zip(kinds, asked, strict=True)]

        def telling(pairs: set[tuple[object, object]]) -> Function:
            return lambda start, end: yes if (start, end) in pairs else no

        return select(rewritten, dict(zip(names, map(telling, known), strict=True)))

    def _reach(self, kind: str) -> Reach[object]:
        if kind not in self._reaches:
            self._reaches[kind] = Reach(self._links(kind))
        return self._reaches[kind]

    def _links(self, kind: str) -> Iterator[tuple[object, object]]:
        from pyoxigraph import NamedNode

        for name in kind.split("|"):
            iri = expand_curie(name.removeprefix("^"))
            assert iri is not None
            for quad in self._store.quads_for_pattern(None, NamedNode(iri), None, None):
                yield (quad.object, quad.subject) if name.startswith("^") else (quad.subject, quad.object)
