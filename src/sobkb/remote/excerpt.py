"""Fetching the RDF of some concepts from an endpoint, or all of it piece by piece.

A blank node has a name only within one answer, so whatever hangs together through blank nodes is asked for at once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from sobkb.errors import EndpointDataError, TooLargeError
from sobkb.namespaces import NS, OWL, RDF, SSSOM
from sobkb.stored.asking import BATCH
from sobkb.stored.source import write_iri, write_iris

if TYPE_CHECKING:
    from pyoxigraph import Quad, Store

    from sobkb.querying import Row, Value
    from sobkb.stored.fetching import Fetcher

RECORDS = (NS + "Contrast", NS + "Counterpart", SSSOM + "Mapping", OWL + "Axiom")
"""Classes of nodes that exist to say something about concepts."""

_DEEPEST = 6
_VALUES = "VALUES %v { %s }"
_ROOT = "%v ?p0 ?o0 . FILTER(isBlank(%v) && NOT EXISTS { ?x0 ?y0 %v })"
_RECORD = f"?s ?to ?c . ?s <{RDF}type> ?sort ."
_REST = f"<{RDF}rest>*"


class Excerpt:
    """A part of what an endpoint holds, fetched as it is asked for.

    Where the data describes its sections, these are the graphs of what they state; other graphs are then where a store
    happens to keep things, and are left out.

    Args:
        fetcher: What asks the endpoint.
    """

    def __init__(self, fetcher: Fetcher) -> None:
        from pyoxigraph import Store

        self.store: Store = Store()
        self._fetcher = fetcher
        self._sections = frozenset(fetcher.meta["sections"])
        self._done: set[str] = set()
        self._answers = 0

    def add_nodes(self, iris: Iterable[str]) -> None:
        """Fetch what is said about nodes, and about the blank nodes below them."""
        wanted = sorted(set(iris) - self._done)
        self._done.update(wanted)
        rows = self._fetcher.about(wanted)
        self._add(row for row in rows if row["o"].type != "bnode")
        self._add_below(sorted({row["s"].value for row in rows if row["o"].type == "bnode"}))

    def add_concepts(self, iris: Collection[str]) -> None:
        """Fetch what is said about concepts, what points at them, and the records they take part in."""
        self.add_nodes(iris)
        names = sorted(iris)
        self._add(self._fetcher.quads(names, "?o", "FILTER(isIRI(?s))"))
        rows = self._ask(names, f"VALUES ?c {{ %s }} VALUES ?sort {{ {write_iris(RECORDS)} }} {_RECORD}")
        self._add(row for row in rows if row["s"].type == "bnode")
        self.add_nodes(row["s"].value for row in rows if row["s"].type == "iri")
        self.add_nodes(row["o"].value for row in rows if row["p"].value == NS + "dimension" and row["o"].type == "iri")

    def add_graph(self, graph: str) -> None:
        """Fetch what a named graph states."""

        def write(values: str) -> str:
            return f"SELECT ?g ?s ?p ?o {{ VALUES ?g {{ {values} }} GRAPH ?g {{ ?s ?p ?o }} }}"

        self._add(self._fetcher.complete([graph], write, "?s ?p ?o"))

    def add_names(self, iris: Iterable[str], properties: Iterable[str]) -> None:
        """Fetch a few properties of nodes that are only pointed at."""
        condition = "FILTER(?p IN (" + ", ".join(write_iri(p) for p in properties) + "))"
        self._add(self._fetcher.about(sorted(set(iris) - self._done), condition))

    def iris(self) -> set[str]:
        """Return the nodes that have been met."""
        from pyoxigraph import NamedNode

        return {t.value for q in self.store for t in (q.subject, q.object, q.graph_name) if isinstance(t, NamedNode)}

    def add_roots(self) -> None:
        """Fetch the blank nodes that nothing points at, with what hangs below them.

        Raises:
            TooLargeError: There are too many to be fetched at once.
        """

        def ask(depth: int) -> list[Row]:
            query = self._write([_chain(_ROOT, d) for d in range(depth + 1)])
            rows = self._fetcher.source.rows(query)
            if len(rows) >= self._fetcher.source.most_rows:
                raise TooLargeError(f"{self._fetcher.source.name} has blank nodes that nothing points at", len(rows))
            return rows

        self._add(self._closed(ask))

    def _add_below(self, iris: Sequence[str]) -> None:
        """Fetch the blank nodes below nodes, as deep as they go, lists with all their cells."""
        for at in range(0, len(iris), BATCH):
            part = iris[at : at + BATCH]
            self._add(self._closed(partial(self._ask_below, part)))

    def take(self) -> set[Quad]:
        """Return what was fetched and begin anew."""
        found = set(self.store)
        self.store.clear()
        self._done.clear()
        return found

    def _ask_below(self, iris: Sequence[str], depth: int) -> list[Row]:
        return self._ask(iris, *(_chain(_VALUES, d) for d in range(depth + 1)))

    def _closed(self, ask: Callable[[int], list[Row]]) -> list[Row]:
        """Ask deeper and deeper, until nothing hangs below what was found."""
        for depth in range(1, _DEEPEST + 1):
            rows = ask(depth)
            subjects = {row["s"].value for row in rows}
            if all(row["o"].value in subjects for row in rows if row["o"].type == "bnode"):
                return rows
        raise TooLargeError(f"{self._fetcher.source.name} has blank nodes below blank nodes", _DEEPEST)

    def _ask(self, iris: Sequence[str], *ways: str) -> list[Row]:
        """Ask for all triples of the ?s that some ways lead to from some IRIs."""
        return self._fetcher.complete(
            iris, lambda values: self._write([w.replace("%s", values) for w in ways]), "?g ?s ?p ?o"
        )

    def _write(self, ways: Iterable[str]) -> str:
        """Write the query for the triples of the ?s that some ways lead to, in the whole and in named graphs."""
        arms = []
        for way in ways:
            arms.append(f"{{ {way} ?s ?p ?o }}")
            if self._fetcher.sees_all:  # Virtuoso loses the graph of a list when all of the way stands in it
                arms.append(f"{{ {way} GRAPH ?g {{ ?s ?p ?o }} }}")
            else:
                arms.append(f"{{ GRAPH ?g {{ {way} ?s ?p ?o }} }}")
        return f"SELECT DISTINCT ?g ?s ?p ?o {{ {' UNION '.join(arms)} }}"

    def _add(self, rows: Iterable[Row]) -> None:
        self.store.extend(self.read(rows))

    def read(self, rows: Iterable[Row]) -> set[Quad]:
        """Turn the rows of one answer into quads; what a section states is not repeated without it."""
        from pyoxigraph import DefaultGraph, NamedNode, Quad

        self._answers += 1
        stated: dict[tuple[str, str, str], set[Quad]] = {}
        try:
            for row in rows:
                if not {"s", "p", "o"} <= row.keys():
                    continue
                graph = row["g"].value if "g" in row else ""
                is_kept = graph and (not self._sections or graph in self._sections)
                place = NamedNode(graph) if is_kept else DefaultGraph()
                quad = Quad(self._term(row["s"]), NamedNode(row["p"].value), self._term(row["o"]), place)  # type: ignore[arg-type]
                stated.setdefault((str(quad.subject), str(quad.predicate), str(quad.object)), set()).add(quad)
        except ValueError as error:
            raise EndpointDataError(self._fetcher.source.name, f"a value of the answer is not RDF ({error})") from None
        found: set[Quad] = set()
        for quads in stated.values():
            placed = {q for q in quads if isinstance(q.graph_name, NamedNode)}
            found |= placed or quads
        return found

    def _term(self, value: Value) -> object:
        from pyoxigraph import BlankNode, Literal, NamedNode

        if value.type == "iri":
            return NamedNode(value.value)
        if value.type == "bnode":
            return BlankNode(f"a{self._answers}x{value.value.encode().hex()}")
        if value.lang:
            return Literal(value.value, language=value.lang)
        return Literal(value.value, datatype=NamedNode(value.datatype)) if value.datatype else Literal(value.value)


def _chain(start: str, length: int) -> str:
    """Write the way that leads to ?s through a chain of blank nodes."""
    if length == 0:
        return start.replace("%v", "?s")
    steps, at = [start.replace("%v", "?c")], "?c"
    for n in range(1, length + 1):
        to = "?s" if n == length else f"?s{n}"
        steps.append(f"{at} ?p{n} ?b{n} . FILTER(isBlank(?b{n})) ?b{n} {_REST} {to} .")
        at = to
    return " ".join(steps)


def iterate_quads(fetcher: Fetcher) -> Iterator[set[Quad]]:
    """Yield everything an endpoint holds, some subjects at a time.

    Raises:
        TooLargeError: There are too many blank nodes that nothing points at to be fetched at once.
    """
    excerpt = Excerpt(fetcher)  # one for all, so that no two blank nodes get the same name
    subjects = fetcher.iris(fetcher.triple("?s", "?p", "?o"), "?s")
    while part := list(islice(subjects, BATCH)):
        excerpt.add_nodes(part)
        yield excerpt.take()
    excerpt.add_roots()
    yield excerpt.take()
