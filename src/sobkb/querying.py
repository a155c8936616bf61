"""SPARQL 1.1 over the RDF behind a knowledge base, read-only and with a time limit.

Oxigraph is the engine. Queries see the union of all graphs; `GRAPH ?section { … }` asks where
something is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sobkb.errors import OntologyLoadError, QueryError, QuerySyntaxError, QueryTimeoutError, QueryTooLargeError
from sobkb.loading import base_iri, explained, format_of, iter_quads, read_bytes
from sobkb.namespaces import PREFIXES
from sobkb.patience import run_within, watch_memory
from sobkb.query_binding import bind, write_values
from sobkb.query_faults import explain_fault
from sobkb.query_text import check_read_only, check_size, names_graphs
from sobkb.spellings import find_spellings
from sobkb.text import normalise_tag

if TYPE_CHECKING:
    import rdflib
    from pyoxigraph import Literal, Quad, Store

    from sobkb.isolation import Processes

T = TypeVar("T")

_BAD_BINDINGS = "a value is given to a variable that the query gives one itself"

DEFAULT_TIMEOUT = 30.0
"""Seconds a query may take unless the caller says otherwise."""

MOST_ROWS = 1_000_000
"""Rows or triples an answer may have unless the caller says otherwise."""

ISOLATED_MEMORY = 1_000_000_000
"""Bytes a query in a process of its own may take unless the caller says otherwise."""

_LARGE = 10_000_000
"""Bytes from which a file is loaded by itself."""


class Value(NamedTuple):
    """One cell of a result.

    Attributes:
        type: "iri", "literal" or "bnode".
        value: The IRI, text or node name.
        lang: Language tag of a literal; empty when it has none.
        datatype: Datatype IRI of a literal without language; empty otherwise.
    """

    type: str
    value: str
    lang: str = ""
    datatype: str = ""

    def __str__(self) -> str:
        return self.value


Row = dict[str, Value]
"""Variable name → value; a variable without value in this row is absent."""


class QueryResult(NamedTuple):
    """What a query gives.

    Attributes:
        kind: "select", "ask" or "graph".
        variables: Names of the columns of a SELECT, in order.
        rows: The rows of a SELECT.
        boolean: The answer of an ASK; None for other queries.
        quads: The triples of a CONSTRUCT or DESCRIBE.
    """

    kind: str
    variables: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    boolean: bool | None = None
    quads: tuple[Quad, ...] = ()

    def values(self) -> list[tuple[str, ...]]:
        """Return the rows of a SELECT as plain text, an empty string where there is no value.

        Examples:
            >>> query = "SELECT ?l { <http://example.org/tuin/tuin> skos:prefLabel ?l FILTER(lang(?l) = 'nl') }"
            >>> mini.sparql(query).values()
            [('tuin',)]
        """
        return [tuple(row[v].value if v in row else "" for v in self.variables) for row in self.rows]

    def __repr__(self) -> str:
        found = {
            "select": f"{len(self.rows)} rows of {', '.join(self.variables)}",
            "ask": str(self.boolean),
            "graph": f"{len(self.quads)} triples",
        }
        return f"<QueryResult {self.kind}: {found.get(self.kind, '')}>"

    def _repr_html_(self) -> str:
        from sobkb.notebook import result_html

        return result_html(self)


class TripleStore:
    """RDF in memory that can be queried but not changed.

    Args:
        store: An Oxigraph store; it must not be changed afterwards.
        folder: The folder it is opened from, where it is on disk.
        written: Yields the quads as the files have them. A store keeps the values of numbers and times,
            not how they are written.
    """

    def __init__(
        self, store: Store, folder: str | None = None, *, written: Callable[[], Iterable[Quad]] | None = None
    ) -> None:
        self._store = store
        self._folder = folder
        self._written = written

    def __len__(self) -> int:
        return len(self._store)

    @property
    def oxigraph(self) -> Store:
        """The store itself, for what is not offered here."""
        return self._store

    def quads(self) -> Iterator[Quad]:
        """Yield every quad."""
        return self._store.quads_for_pattern(None, None, None, None)

    def quads_as_written(self) -> Iterable[Quad]:
        """Yield every quad with its numbers and times as the files write them, where it comes from files.

        Raises:
            OntologyLoadError: A file changed since, or cannot be read any more.
        """
        return self.quads() if self._written is None else self._written()

    @cached_property
    def spellings(self) -> Mapping[Quad, Sequence[Literal]]:
        """How the files write the values that the store writes another way: `"007"^^xsd:integer` for 7.

        What is said of blank nodes is left out, since they have other names here than in the files.

        Raises:
            OntologyLoadError: A file changed since, or cannot be read any more.
        """
        return find_spellings(self.quads_as_written()) if self._written else {}

    def query(
        self,
        query: str,
        *,
        timeout: float | None = DEFAULT_TIMEOUT,
        bindings: Mapping[str, str | float | Value] | None = None,
        most_rows: int | None = MOST_ROWS,
        memory: int | None = None,
        isolated: bool = False,
    ) -> QueryResult:
        """Run a SPARQL 1.1 query over the union of all graphs, or those it names with FROM.

        The prefixes of `sobkb.namespaces.PREFIXES` need not be declared.

        Queries of people you do not know are best run with `isolated=True`. Oxigraph cannot be interrupted: a query
        in this process that is given up is left to end in its thread, and when three are, no more are taken. A process
        of its own can be ended. It is started with a copy of the data at the first such query, which takes a moment,
        kept for the next one, and answers a few milliseconds later than this process would.

        Args:
            query: SELECT, ASK, CONSTRUCT or DESCRIBE. SERVICE, LOAD and updates are refused.
            timeout: Seconds after which to give up; None to wait for ever.
            bindings: Values for variables: IRIs, text for a literal without language, numbers, or a `Value` for
                anything else. They never become part of the query.
            most_rows: Most rows, or triples, the answer may have; None for any number.
            memory: Most bytes the query may take. In a process of its own this is a gigabyte unless you say otherwise,
                and the system sees to it (Linux only). In this process the limit is None unless you give one, and
                what the whole process takes more than before counts as the query's.
            isolated: True to run the query in a process of its own.

        Returns:
            The result, complete.

        Raises:
            QuerySyntaxError: The query is malformed; holds line and column.
            QueryForbiddenError: It would write or reach out.
            QueryTimeoutError: It took too long.
            QueryTooLargeError: It took too much memory, or gives too many rows.
            QueryError: It is too complicated, or too many queries that were given up are still running.

        Examples:
            >>> mini.store.query("ASK { ?s a skos:Concept }", isolated=True, timeout=5).boolean
            True
        """
        if timeout is not None:
            timeout = max(timeout, 0.0)
        check_read_only(query)
        check_size(query)
        try:
            query.encode()
        except UnicodeEncodeError:
            raise QuerySyntaxError("it holds a broken character, half of a pair") from None
        bound = bind(query, write_values(bindings))
        try:
            if isolated:
                from sobkb.isolation import Task

                task = Task(bound, most_rows, ISOLATED_MEMORY if memory is None else memory)
                return self._processes.query(task, timeout)
            if timeout is None and memory is None:
                return self._run(bound, None, most_rows)
            deadline = None if timeout is None else monotonic() + timeout
            watch = None if memory is None else watch_memory(memory)
            return run_within(timeout, lambda: self._run(bound, deadline, most_rows), watch)
        except TimeoutError:
            raise QueryTimeoutError(timeout or 0.0) from None
        except QuerySyntaxError:
            raise explain_fault(query, PREFIXES) or QuerySyntaxError(_BAD_BINDINGS) from None

    def _run(self, query: str, deadline: float | None, most_rows: int | None) -> QueryResult:
        try:
            is_union = not names_graphs(query)
            found = self._store.query(query, prefixes=PREFIXES, use_default_graph_as_union=is_union)
            return _read_result(found, deadline, most_rows)
        except SyntaxError as error:
            raise QuerySyntaxError(str(error.msg)) from None
        except RuntimeError as error:  # what is well formed but not known, such as a function of another engine
            raise QueryError(str(error)) from None

    @cached_property
    def _processes(self) -> Processes:
        from pyoxigraph import RdfFormat

        from sobkb.isolation import Processes

        store = self._store  # not this object, which would keep itself alive
        return Processes(self._folder, lambda file: store.dump(file, format=RdfFormat.N_QUADS))

    def close(self) -> None:
        """End the processes that were started for queries; the next one starts another."""
        if "_processes" in self.__dict__:
            self._processes.close()

    def to_rdflib(self) -> rdflib.Dataset:
        """Return a copy as an rdflib dataset whose default graph is the union of all graphs."""
        import rdflib

        dataset = rdflib.Dataset(default_union=True)
        graphs: dict[str | None, rdflib.Graph] = {None: dataset.default_graph}
        for quad in self.quads():
            name = getattr(quad.graph_name, "value", None)
            if name not in graphs:
                graphs[name] = dataset.graph(rdflib.URIRef(str(name)))
            graphs[name].add((_rdflib(quad.subject), _rdflib(quad.predicate), _rdflib(quad.object)))
        for prefix, namespace in PREFIXES.items():
            dataset.bind(prefix, namespace)
        return dataset


def open_files(files: Sequence[Path], *, again: Callable[[], Sequence[Path]] | None = None) -> TripleStore:
    """Load files into a store.

    Args:
        files: The files.
        again: Tells the files when they are to be read once more, or raises an error when they changed.

    Raises:
        OntologyLoadError: A file cannot be read or parsed.
    """

    def written() -> Iterator[Quad]:
        return chain.from_iterable(map(iter_quads, files if again is None else again()))

    return TripleStore(fill_store(None, files), written=written)


def fill_store(folder: str | None, files: Sequence[Path]) -> Store:
    """Load files into a new store, in memory or in a folder.

    Raises:
        OntologyLoadError: A file cannot be read or parsed.
    """
    from pyoxigraph import Store

    store = Store(folder)
    small: list[Path] = []
    for path in files:
        rdf_format = format_of(path)
        if path.stat().st_size <= _LARGE:
            small.append(path)
            continue
        data = read_bytes(path)
        with explained(path, data):
            store.bulk_load(input=data, format=rdf_format, base_iri=base_iri(path))
    quads = chain.from_iterable(map(iter_quads, small))
    if folder is None:
        store.extend(quads)
    else:
        store.bulk_extend(quads)
    if folder is not None:
        store.optimize()  # each load leaves files of its own; reading from one is several times faster
        store.flush()
    return store


def open_quads(quads: Iterable[Quad]) -> TripleStore:
    """Put quads into a store."""
    from pyoxigraph import Store

    store = Store()
    store.extend(quads)
    return TripleStore(store)


def open_copy(place: str, *, is_folder: bool) -> TripleStore:
    """Open what another process left: a file of N-Quads, blank nodes with their names, or a store on disk."""
    from pyoxigraph import RdfFormat, Store, parse

    if is_folder:
        return TripleStore(Store.read_only(place), place)
    return open_quads(parse(path=place, format=RdfFormat.N_QUADS))


def empty_store() -> TripleStore:
    """Return a store with nothing in it."""
    from pyoxigraph import Store

    return TripleStore(Store())


def _read_result(found: object, deadline: float | None, most_rows: int | None) -> QueryResult:
    from pyoxigraph import Quad, QueryBoolean, QuerySolutions, QueryTriples

    if isinstance(found, QueryBoolean):
        return QueryResult("ask", boolean=bool(found))
    if isinstance(found, QueryTriples):
        return QueryResult("graph", quads=tuple(Quad(*triple) for triple in _until(deadline, most_rows, found)))
    assert isinstance(found, QuerySolutions)
    names = tuple(v.value for v in found.variables)
    read = _reader()
    rows = tuple(
        {n: read(cell) for n, cell in zip(names, solution, strict=True) if cell is not None}
        for solution in _until(deadline, most_rows, found)
    )
    return QueryResult("select", names, rows)


def _until(deadline: float | None, most: int | None, found: Iterable[T]) -> Iterator[T]:
    """Yield what is found; stop when time is up, so that a query left behind collects no more, and when it is much."""
    for number, item in enumerate(found):
        if not number % 256 and deadline is not None and monotonic() > deadline:
            raise TimeoutError
        if number == most:
            raise QueryTooLargeError(number, "rows")
        yield item


def _reader() -> Callable[[object], Value]:
    """Return what turns the terms of a result into values; it runs for every cell, so it is kept short."""
    from pyoxigraph import BlankNode, Literal, NamedNode

    tags: dict[str, str] = {}

    def read(term: object) -> Value:
        if isinstance(term, NamedNode):
            return Value("iri", term.value)
        if isinstance(term, Literal):
            tag = term.language
            if tag is None:
                return Value("literal", term.value, "", term.datatype.value)
            return Value("literal", term.value, tags.get(tag) or tags.setdefault(tag, normalise_tag(tag)))
        if isinstance(term, BlankNode):
            return Value("bnode", term.value)
        return Value("literal", str(term))

    return read


def _rdflib(term: object) -> rdflib.term.Node:
    import rdflib
    from pyoxigraph import BlankNode, Literal, NamedNode

    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=normalise_tag(term.language))
        if term.datatype.value == "http://www.w3.org/2001/XMLSchema#string":
            return rdflib.Literal(term.value)
        return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))
    raise OntologyLoadError("<store>", "quoted triples cannot be handed to rdflib")
