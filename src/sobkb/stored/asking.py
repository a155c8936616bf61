"""Asking any SPARQL store: where its triples stand, and how much it answers at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from sobkb.errors import TooLargeError
from sobkb.grouping import Node, Subjects
from sobkb.namespaces import ID, RDF, SKOS, SKOSXL, SSSOM
from sobkb.stored.source import Source, is_iri, write_iri, write_iris

if TYPE_CHECKING:
    from sobkb.querying import Row, Value

BATCH = 50
"""Concepts that are fetched together."""

_ROUND = 100


class Asker:
    """Asks a store, whatever it is like, and gets all of the answer.

    Args:
        source: The store.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self._nodes = 0

    # What the store is like

    @cached_property
    def sees_all(self) -> bool:
        """True when a plain pattern finds what stands in named graphs too."""
        rows = self.source.rows("SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } FILTER(isIRI(?s) && isIRI(?o)) } LIMIT 1")
        if not rows:
            return True
        s, p, o = (rows[0][n].value for n in "spo")
        if not all(map(is_iri, (s, p, o))):
            return False
        return bool(self.source.rows(f"SELECT ?x {{ <{s}> <{p}> <{o}> BIND(1 AS ?x) }} LIMIT 1"))

    @cached_property
    def is_typed(self) -> bool:
        """True when concepts say that they are; else they are told by their links."""
        return bool(self.source.rows(f"SELECT ?c {{ {self.triple('?c', RDF + 'type', SKOS + 'Concept')} }} LIMIT 1"))

    @cached_property
    def has_mappings(self) -> bool:
        """True when matches are explained by SSSOM mappings."""
        return bool(self.source.rows(f"SELECT ?m {{ {self.triple('?m', SSSOM + 'subject_id', '?c')} }} LIMIT 1"))

    @cached_property
    def has_named_labels(self) -> bool:
        """True when labels are resources of their own (SKOS-XL)."""
        return bool(self.source.rows(f"SELECT ?x {{ {self.triple('?x', SKOSXL + 'literalForm', '?l')} }} LIMIT 1"))

    @cached_property
    def has_own_ids(self) -> bool:
        """True when the concepts are entries of sobkb, whose slugs are their IRIs."""
        found = list(islice(self.iris(self.is_concept()), 20))
        return bool(found) and all(iri.startswith(ID) for iri in found)

    def triple(self, subject: str, predicate: str, target: str) -> str:
        """Write a triple pattern that finds the triple in whatever graph it stands."""
        s, p, o = (t if t.startswith(("?", '"', "<")) else write_iri(t) for t in (subject, predicate, target))
        if self.sees_all:
            return f"{s} {p} {o} ."
        self._nodes += 1
        return f"{{ {{ {s} {p} {o} }} UNION {{ GRAPH ?g_{self._nodes} {{ {s} {p} {o} }} }} }}"

    def is_concept(self, name: str = "?c") -> str:
        """Write the pattern that makes a variable a concept."""
        if self.is_typed:
            return self.triple(name, RDF + "type", SKOS + "Concept")
        arms = [
            self.triple(name, SKOS + "broader", "?x_"),
            self.triple("?x_", SKOS + "broader", name),
            self.triple(name, SKOS + "narrower", "?x_"),
            self.triple("?x_", SKOS + "narrower", name),
            self.triple("?x_", SKOS + "hasTopConcept", name),
            *(
                self.triple(name, SKOS + p, "?x_") + self.triple(name, SKOS + "prefLabel", "?l_")
                for p in ("inScheme", "topConceptOf", "related")
            ),
        ]
        return " UNION ".join(f"{{ {arm} }}" for arm in arms)

    # Asking

    def complete(self, iris: Sequence[str], write: Callable[[str], str], order: str, size: int = BATCH) -> list[Row]:
        """Return all rows of a question about some IRIs, also where a store cuts answers off.

        A store may give fewer rows than there are, without a word, and mostly a round number of them: then
        less is asked at a time, and of a single IRI page by page.

        Args:
            iris: What is asked about.
            write: Makes the query of the IRIs, written for a VALUES block.
            order: The variables of a row, to go through it in pages.
            size: IRIs to ask about at a time.
        """
        found: list[Row] = []
        for part in in_parts([i for i in iris if is_iri(i)], size):
            query = write(write_iris(part))
            rows = self.source.rows(query)
            if len(rows) < self.source.most_rows and (not rows or len(rows) % _ROUND):
                found += rows
            elif len(part) > 1:
                found += self.complete(part, write, order, -(-len(part) // 2))
            else:
                found += self._pages(f"{query} ORDER BY {order}")
        return found

    def _pages(self, query: str) -> list[Row]:
        found: list[Row] = []
        while rows := self.source.rows(f"{query} LIMIT {self.source.most_rows} OFFSET {len(found)}"):
            found += rows
        return found

    def quads(self, iris: Sequence[str], place: str, condition: str = "", size: int = BATCH) -> list[Row]:
        """Return rows of ?s ?p ?o, with ?g where the triple stands in a named graph.

        Args:
            iris: The subjects, or objects, that are asked about.
            place: Which of the two: "?s" or "?o".
            condition: Anything else that must hold of ?s ?p ?o.
            size: IRIs to ask about at a time.
        """

        def write(values: str) -> str:
            head = f"VALUES {place} {{ {values} }}"
            arms = (f"{{ {head} ?s ?p ?o . {condition} }}", f"{{ {head} GRAPH ?g {{ ?s ?p ?o }} . {condition} }}")
            return f"SELECT ?g ?s ?p ?o {{ {' UNION '.join(arms)} }}"

        return self.complete(iris, write, "?g ?s ?p ?o", size)

    def about(self, iris: Sequence[str], condition: str = "") -> list[Row]:
        """Return every quad whose subject is one of the IRIs, as far as a condition on ?p and ?o holds."""
        return self.quads(iris, "?s", condition)

    def group(self, rows: Iterable[Row], into: Subjects | None = None) -> Subjects:
        """Group rows by subject, as quads from a file would be.

        Blank nodes get names of their own, since a store names them anew in every answer. A triple that is
        also said without a graph is said once: many stores show named graphs as part of the whole.
        """
        subjects = {} if into is None else into
        self._nodes += 1
        mark = self._nodes
        for row in rows:
            if not {"s", "p", "o"} <= row.keys():
                continue
            name = self._name(row["s"], mark)
            target = row["o"]
            value = self._name(target, mark) if target.type != "literal" else target.value
            graph = row["g"].value if "g" in row else ""
            node = Node(value, target.lang if target.type == "literal" else None, self._evidence(graph))
            nodes = subjects.setdefault(name, {}).setdefault(row["p"].value, [])
            if node in nodes:
                continue
            if node.graph and node._replace(graph="") in nodes:
                nodes.remove(node._replace(graph=""))
            elif not node.graph and any(n[:2] == node[:2] for n in nodes):
                continue
            nodes.append(node)
        return subjects

    def _evidence(self, graph: str) -> str:
        # Where the data describes its sections, other graphs are only where a store happens to keep things.
        sections = self._section_iris
        return graph if not sections or graph in sections else ""

    _section_iris: frozenset[str] = frozenset()

    @staticmethod
    def _name(value: Value, mark: int) -> str:
        return f"_:q{mark}-{value.value}" if value.type == "bnode" else value.value

    def all_iris(self, pattern: str, name: str = "?c", *, most: int = 100_000) -> list[str]:
        """Return all IRIs a pattern binds a variable to, sorted.

        Raises:
            TooLargeError: There are more than `most`.
        """
        found = list(islice(self.iris(pattern, name), most + 1))
        if len(found) > most:
            raise TooLargeError(f"{self.source.name} has too many at once", most)
        return found

    def iris(self, pattern: str, name: str = "?c") -> Iterator[str]:
        """Yield all IRIs a pattern binds a variable to, sorted, page by page.

        Each page begins after the last IRI of the one before, so that no page costs more than the first
        and a store that gives fewer rows than asked for still gives all.
        """
        page = min(1000, self.source.most_rows)
        last = ""
        while True:
            after = f' && STR({name}) > "{last}"' if last else ""
            rows = self.source.rows(
                f"SELECT DISTINCT {name} {{ {pattern} FILTER(isIRI({name}){after}) }} ORDER BY STR({name}) LIMIT {page}"
            )
            found = [i for row in rows if (cell := row.get(name[1:])) and is_iri(i := cell.value) and i > last]
            if not found:
                return
            yield from found
            last = max(found)


def in_parts(items: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Cut a list into parts of some size."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
