"""SPARQL 1.1 over the RDF behind a knowledge base, read-only and with a time limit.

Oxigraph is the engine. Queries see the union of all graphs; `GRAPH ?section { … }` asks where
something is said.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sobkb.errors import OntologyLoadError, QueryForbiddenError, QuerySyntaxError, QueryTimeoutError
from sobkb.loading import iter_quads
from sobkb.namespaces import PREFIXES
from sobkb.text import normalise_tag

if TYPE_CHECKING:
    import pyoxigraph
    import rdflib
    from pyoxigraph import Quad, Store

DEFAULT_TIMEOUT = 30.0
"""Seconds a query may take unless the caller says otherwise."""

_SKIP = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\''
    r'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|<[^<>"{}|^`\\\s]*>|#[^\n]*|[?$]\w+|\w*:[\w.-]*',
    re.DOTALL,
)
_UPDATE = re.compile(r"\b(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)\b", re.IGNORECASE)
_SERVICE = re.compile(r"\bSERVICE\b", re.IGNORECASE)
_PLACE = re.compile(r"(?:error at )?(\d+):(\d+)")


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
            >>> mini.sparql('SELECT ?l { <http://example.org/tuin/tuin> skos:prefLabel ?l FILTER(lang(?l) = "nl") }').values()
            [('tuin',)]
        """
        return [tuple(row[v].value if v in row else "" for v in self.variables) for row in self.rows]


class TripleStore:
    """RDF in memory that can be queried but not changed.

    Args:
        store: An Oxigraph store; it must not be changed afterwards.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def __len__(self) -> int:
        return len(self._store)

    @property
    def oxigraph(self) -> Store:
        """The store itself, for what is not offered here."""
        return self._store

    def quads(self) -> Iterator[Quad]:
        """Yield every quad."""
        return self._store.quads_for_pattern(None, None, None, None)

    def query(
        self,
        query: str,
        *,
        timeout: float | None = DEFAULT_TIMEOUT,
        bindings: dict[str, str] | None = None,
    ) -> QueryResult:
        """Run a SPARQL 1.1 query over the union of all graphs.

        The prefixes of `sobkb.namespaces.PREFIXES` need not be declared.

        Args:
            query: SELECT, ASK, CONSTRUCT or DESCRIBE. SERVICE, LOAD and updates are refused.
            timeout: Seconds after which to give up; None to wait for ever.
            bindings: Values for variables: IRIs, or text for a literal without language.

        Returns:
            The result, complete.

        Raises:
            QuerySyntaxError: The query is malformed; holds line and column.
            QueryForbiddenError: It would write or reach out.
            QueryTimeoutError: It took too long.
        """
        check_read_only(query)
        bound = _bind(query, bindings or {})
        outcome: list[QueryResult | BaseException] = []

        def run() -> None:
            try:
                found = self._store.query(bound, prefixes=PREFIXES, use_default_graph_as_union=True)
                outcome.append(_read_result(found))
            except BaseException as error:  # handed to the caller's thread
                outcome.append(error)

        if timeout is None:
            run()
        else:
            # Oxigraph cannot be interrupted from Python: a query that runs over is left behind in its thread.
            thread = threading.Thread(target=run, daemon=True)
            thread.start()
            thread.join(timeout)
            if thread.is_alive():
                raise QueryTimeoutError(timeout)
        result = outcome[0]
        if isinstance(result, SyntaxError):
            raise _syntax_error(result) from None
        if isinstance(result, BaseException):
            raise result
        return result

    def to_rdflib(self) -> rdflib.Dataset:
        """Return a copy as an rdflib dataset whose default graph is the union of all graphs."""
        import rdflib

        dataset = rdflib.Dataset(default_union=True)
        for quad in self.quads():
            context = rdflib.URIRef(quad.graph_name.value) if hasattr(quad.graph_name, "value") else None
            dataset.add((_rdflib(quad.subject), _rdflib(quad.predicate), _rdflib(quad.object), context))  # type: ignore[arg-type]
        for prefix, namespace in PREFIXES.items():
            dataset.bind(prefix, namespace)
        return dataset


def open_files(files: Sequence[Path]) -> TripleStore:
    """Load files into a store.

    Raises:
        OntologyLoadError: A file cannot be read or parsed.
    """
    from pyoxigraph import Store

    store = Store()
    for path in files:
        store.extend(iter_quads(path))
    return TripleStore(store)


def open_quads(quads: Iterable[Quad]) -> TripleStore:
    """Put quads into a store."""
    from pyoxigraph import Store

    store = Store()
    store.extend(quads)
    return TripleStore(store)


def empty_store() -> TripleStore:
    """Return a store with nothing in it."""
    from pyoxigraph import Store

    return TripleStore(Store())


def check_read_only(query: str) -> None:
    """Refuse a query that would write or reach out.

    Raises:
        QueryForbiddenError: It uses SERVICE, or is an update.
    """
    bare = _SKIP.sub(" ", query)
    if _SERVICE.search(bare):
        raise QueryForbiddenError("SERVICE is not allowed: queries run on the loaded data only")
    if not re.search(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", bare, re.IGNORECASE) and (word := _UPDATE.search(bare)):
        raise QueryForbiddenError(f"{word[1].upper()} is not allowed: the knowledge base is read-only")
    if word := re.search(r"\b(INSERT|DELETE)\s*(DATA\b|WHERE\b|\{)|\b(LOAD|CLEAR|DROP)\s+(SILENT\b|<|GRAPH\b|ALL\b|DEFAULT\b|NAMED\b)", bare, re.IGNORECASE):
        raise QueryForbiddenError(f"{word[0].split()[0].upper()} is not allowed: the knowledge base is read-only")


def _syntax_error(error: SyntaxError) -> QuerySyntaxError:
    text = str(error.msg or error)
    line, column = error.lineno, error.offset
    if line is None and (match := _PLACE.search(text)):
        line, column = int(match[1]), int(match[2])
        text = text[match.end() :].lstrip(" :") or text
    return QuerySyntaxError(text, line=line, column=column)


def _bind(query: str, bindings: dict[str, str]) -> str:
    """Add values for variables as the VALUES block that SPARQL 1.1 §10.2 joins with the whole result."""
    if not bindings:
        return query
    for name in bindings:
        if not re.fullmatch(r"[A-Za-z_]\w*", name):
            raise QuerySyntaxError(f"'{name}' is not a name for a variable")
    names = " ".join(f"?{name}" for name in bindings)
    return f"{query}\nVALUES ({names}) {{ ({' '.join(str(_term(value)) for value in bindings.values())}) }}"


def _term(value: str) -> pyoxigraph.NamedNode | pyoxigraph.Literal:
    from pyoxigraph import Literal, NamedNode

    return NamedNode(value) if re.match(r"[a-z][a-z0-9+.-]*:[^\s<>\"]+$", value) else Literal(value)


def _read_result(found: object) -> QueryResult:
    from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Quad

    if isinstance(found, QueryBoolean):
        return QueryResult("ask", boolean=bool(found))
    if isinstance(found, QueryTriples):
        return QueryResult("graph", quads=tuple(Quad(*triple) for triple in found))
    assert isinstance(found, QuerySolutions)
    names = tuple(v.value for v in found.variables)
    rows = tuple({n: _value(cell) for n in names if (cell := solution[n]) is not None} for solution in found)
    return QueryResult("select", names, rows)


def _value(term: object) -> Value:
    from pyoxigraph import BlankNode, Literal, NamedNode

    if isinstance(term, NamedNode):
        return Value("iri", term.value)
    if isinstance(term, BlankNode):
        return Value("bnode", term.value)
    if isinstance(term, Literal):
        if term.language:
            return Value("literal", term.value, normalise_tag(term.language))
        return Value("literal", term.value, "", term.datatype.value)
    return Value("literal", str(term))


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
