"""An endpoint as a store: queries go out, rows come in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NoReturn

from sobkb.errors import EndpointDataError, QueryTooLargeError
from sobkb.namespaces import PREFIXES
from sobkb.query_binding import bind, write_values
from sobkb.query_text import check_read_only, with_prefixes
from sobkb.querying import DEFAULT_TIMEOUT, MOST_ROWS, QueryResult, Row, empty_store
from sobkb.remote.endpoint import Answer, Endpoint
from sobkb.remote.results import RESULTS, read_boolean, read_rows
from sobkb.untrusted import RefusedInputError, check_nesting, check_text

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from sobkb.querying import TripleStore, Value

_GRAPHS = "application/n-triples, text/turtle;q=0.9"


class _AskedRow(Row):
    """A row in which what was asked for stands, or else the endpoint is at fault."""

    def __init__(self, address: str, row: Row) -> None:
        super().__init__(row)
        self._address = address

    def __missing__(self, name: str) -> NoReturn:
        raise EndpointDataError(self._address, "a row of the answer lacks a value that was asked for")


class EndpointSource:
    """A SPARQL endpoint as the store of a knowledge base.

    Args:
        endpoint: The endpoint.
        most_rows: Rows to ask for at a time; less once the endpoint says it gives less.
    """

    def __init__(self, endpoint: Endpoint, most_rows: int) -> None:
        self.endpoint = endpoint
        self.name = endpoint.address
        self.most_rows = most_rows

    def rows(self, query: str) -> list[Row]:
        """Return the rows of a SELECT that sobkb wrote."""
        answer = self.endpoint.ask(query, RESULTS)
        if answer.most_rows:
            self.most_rows = min(self.most_rows, answer.most_rows)
        return [_AskedRow(self.name, row) for row in read_rows(self.name, answer)[1]]

    def query(
        self,
        query: str,
        *,
        timeout: float | None = DEFAULT_TIMEOUT,
        bindings: Mapping[str, str | float | Value] | None = None,
        most_rows: int | None = MOST_ROWS,
        memory: int | None = None,  # noqa: ARG002 - the endpoint's own affair, like the next
        isolated: bool = False,  # noqa: ARG002
    ) -> QueryResult:
        """Run a query that a caller wrote.

        It is checked here first: only what is well formed and reads goes out.

        Raises:
            QueryTooLargeError: The answer has too many rows.
        """
        check_read_only(query)
        bound = bind(query, write_values(bindings))
        kind = self._grammar.query(query, bindings=bindings, timeout=timeout).kind
        sent = with_prefixes(bound, PREFIXES)
        answer = self.endpoint.ask(sent, _GRAPHS if kind == "graph" else RESULTS, timeout=timeout)
        if kind == "ask":
            return QueryResult("ask", boolean=read_boolean(self.name, answer))
        if kind == "graph":
            quads = self._read_graph(answer)
            _check_size(len(quads), most_rows)
            return QueryResult("graph", quads=quads)
        names, rows = read_rows(self.name, answer)
        _check_size(len(rows), most_rows)
        return QueryResult("select", names, tuple(rows))

    @cached_property
    def _grammar(self) -> TripleStore:
        # Asking nothing at all is how the grammar of a query is checked, and its kind found out.
        return empty_store()

    def _read_graph(self, answer: Answer) -> tuple[Quad, ...]:
        from pyoxigraph import RdfFormat, parse

        rdf_format = RdfFormat.from_media_type(answer.media_type)
        if rdf_format not in (RdfFormat.N_TRIPLES, RdfFormat.TURTLE):
            raise EndpointDataError(self.name, "the answer is neither N-Triples nor Turtle")
        try:
            if answer.body.strip():
                check_text(answer.body)
                check_nesting(answer.body)
            return tuple(parse(input=answer.body, format=rdf_format))
        except (SyntaxError, ValueError, RefusedInputError):
            raise EndpointDataError(self.name, "the graph in the answer cannot be read") from None


def _check_size(rows: int, most: int | None) -> None:
    if most is not None and rows > most:
        raise QueryTooLargeError(most, "rows")
