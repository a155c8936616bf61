"""Knowledge bases behind a SPARQL 1.1 endpoint, with the verbs of one in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, cast

from sobkb.errors import EndpointError
from sobkb.remote.endpoint import Endpoint
from sobkb.remote.source import EndpointSource
from sobkb.stored.knowledge_base import MOST_CONCEPTS, StoredKnowledgeBase

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from sobkb.querying import TripleStore
    from sobkb.remote.excerpt import Excerpt
    from sobkb.stored.records import StoredCollections

__all__ = ["RemoteKnowledgeBase", "connect"]


class RemoteKnowledgeBase(StoredKnowledgeBase):
    """A knowledge base behind a SPARQL endpoint; see `connect`."""

    def __init__(self, source: EndpointSource, *, most_concepts: int = MOST_CONCEPTS) -> None:
        super().__init__(source, most_concepts=most_concepts)
        self._endpoint = source.endpoint

    @property
    def address(self) -> str:
        """The address of the endpoint."""
        return self._endpoint.address

    @property
    def joins_graphs(self) -> bool:
        """True when a query that names no graph finds what stands in named graphs too."""
        return self._fetcher.sees_all

    @property
    def store(self) -> TripleStore:
        """Not there: the RDF stays behind the endpoint.

        Raises:
            EndpointError: Always.
        """
        raise EndpointError(self.address, "the RDF stays there; ask for what you need with sparql()")

    def excerpt(self) -> Excerpt:
        """Return an empty excerpt of the RDF, to be filled with what is wanted."""
        from sobkb.remote.excerpt import Excerpt

        return Excerpt(self._fetcher)

    def quads(self) -> Iterator[set[Quad]]:
        """Yield all the RDF behind the endpoint, some subjects at a time; nothing is kept."""
        from sobkb.remote.excerpt import iterate_quads

        return iterate_quads(self._fetcher)

    def look_up(self, iris: Iterable[str]) -> None:
        """Find out at once which of some IRIs are those of concepts or collections."""
        wanted = set(iris)
        self._stored.look_up(sorted(wanted))
        collections = cast("StoredCollections", self._record["collections"])
        collections.fetch(sorted(wanted.intersection(self._fetcher.collection_iris())))

    def close(self) -> None:
        """Close the connection; the next question opens a new one."""
        self._endpoint.close()


def connect(
    address: str,
    *,
    timeout: float = 30.0,
    retries: int = 2,
    most_bytes: int = 64_000_000,
    most_rows: int = 10_000,
    most_concepts: int = MOST_CONCEPTS,
    graphs: Iterable[str] = (),
    headers: Mapping[str, str] | None = None,
) -> RemoteKnowledgeBase:
    """Open a knowledge base behind a SPARQL 1.1 endpoint.

    Any endpoint will do: Oxigraph, Virtuoso, GraphDB, Fuseki, QLever. Requests go to this address and
    nowhere else; concepts are fetched in batches when they are asked for, and never all of them. One
    question is asked at once, so that a wrong address shows here and not later.

    Args:
        address: Its http or https address.
        timeout: Seconds one exchange with the endpoint may take, retries included.
        retries: How often to try again when there is no connection or it answers with status 429 or 5xx.
        most_bytes: Largest answer to accept.
        most_rows: Rows to ask for at a time; less when the endpoint says it gives less.
        most_concepts: Concepts that one answer (`find`, `tree`, `expand` …) may hold.
        graphs: IRIs of the named graphs to look at; all when there are none.
        headers: Headers to send along, such as Authorization.

    Returns:
        A read-only knowledge base.

    Raises:
        EndpointTimeoutError: It does not answer in time.
        EndpointDataError: It does not answer as SPARQL 1.1 promises.
        EndpointError: It cannot be reached, refuses, or sends us to another host.
    """
    parameters = [(name, graph) for graph in graphs for name in ("default-graph-uri", "named-graph-uri")]
    endpoint = Endpoint(
        address, timeout=timeout, retries=retries, most_bytes=most_bytes, headers=headers, parameters=parameters
    )
    source = EndpointSource(endpoint, most_rows)
    source.rows("SELECT ?s { ?s ?p ?o } LIMIT 1")
    return RemoteKnowledgeBase(source, most_concepts=most_concepts)
