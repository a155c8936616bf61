"""The verbs of a knowledge base over a store that is not held in memory."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from sobkb.conditions import Conditions
from sobkb.errors import AmbiguousNameError, TooLargeError
from sobkb.knowledge_base import KnowledgeBase
from sobkb.model import Collection, Concept, Scheme
from sobkb.namespaces import DCTERMS, NS, RDF, SKOS, expand_curie
from sobkb.paths import Link, shortest_path
from sobkb.querying import QueryResult
from sobkb.stored.fetching import Fetcher
from sobkb.stored.records import StoredCollections, StoredConcepts, StoredIndexes, StoredParts
from sobkb.stored.searching import find_candidates, small_record
from sobkb.stored.source import Source, write_iri, write_iris, write_text

if TYPE_CHECKING:
    from sobkb.hierarchy import TreeNode
    from sobkb.records import KnowledgeBaseRecord, TermRecord
    from sobkb.search import Hit
    from sobkb.search.indexing import SearchIndex

MOST_CONCEPTS = 10_000
"""Concepts that one answer may hold, unless the caller says otherwise."""


class StoredKnowledgeBase(KnowledgeBase):
    """A knowledge base in a store; what is asked for is fetched, in batches, and nothing else.

    Where the concepts of a store are typed as such, only those count. Slugs are the last parts of the
    IRIs; a second concept with the same one gets a mark behind it.

    Args:
        source: The store.
        most_concepts: Concepts that one answer may hold.
    """

    def __init__(self, source: Source, *, most_concepts: int = MOST_CONCEPTS) -> None:
        self._source = source
        self._most = most_concepts
        self._fetcher = Fetcher(source)
        parts = StoredParts(self._fetcher)
        self._stored: StoredConcepts = cast("StoredConcepts", parts["concepts"])
        self._links = StoredIndexes(self._stored)
        super().__init__(cast("KnowledgeBaseRecord", parts), None, self._links)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._source.name}>"

    def _repr_html_(self) -> str:
        from sobkb.exports.escaping import xml_text

        return f"<code>{xml_text(repr(self))}</code>"  # counting would be a question to the store

    def __contains__(self, name: object) -> bool:
        if isinstance(name, Concept):
            name = name.iri
        if not isinstance(name, str):
            return False
        known = name in self._stored or expand_curie(name) in self._stored or name in self._links.by_slug
        return known or any(labels.get(name.casefold()) for labels in self._links.by_label)

    # Names

    def _iri_by_label(self, name: str) -> str:
        # The exact word in a likely language is a look-up for a store; letter case aside it must try them all.
        tags = {"", "nl", "en", "nl-BE", "nl-NL"} | {t[1] for t in self._record["title"]}
        for labels in (self._links.preferred, self._links.alternative):
            iris = labels.find(f"VALUES ?l {{ {' '.join(write_text(name, tag) for tag in sorted(tags))} }}")
            if len(iris) == 1:
                return iris[0]
            if iris:
                raise AmbiguousNameError(name, [self._stored.slug(i) for i in iris])
        return super()._iri_by_label(name)

    def suggest(self, name: str, *, limit: int = 3) -> tuple[str, ...]:
        """Return slugs of concepts whose name looks like one that does not exist, best first."""
        return tuple(hit.concept.slug for hit in self.search(name, limit=limit))

    def concept(self, iri: str) -> Concept | None:
        """Return the concept with an IRI, or None."""
        if len(self._made) > 2 * self._most:
            self._made.clear()
        return super().concept(iri)

    def _term_record(self, iri: str) -> TermRecord | None:
        # Not the whole list of relations in use: to make that, a store must look at everything it has.
        meta = self._fetcher.meta
        return meta["kinds"].get(iri) or meta["relations"].get(iri) or self._fetcher.terms([iri]).get(iri)

    # Selections

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """All concepts, sorted by IRI.

        Raises:
            TooLargeError: There are more than this knowledge base hands over at once.
        """
        return tuple(self._pool(Conditions()))

    def _pool(self, wanted: Conditions) -> Iterable[Concept]:
        iris = self._fetcher.all_iris(self._fetcher.is_concept() + self._restriction(wanted), most=self._most)
        self._stored.know(iris)
        if wanted.sections is not None:
            self._links.fetch_incoming(iris)
        return self._concepts(iris)

    def _restriction(self, wanted: Conditions) -> str:
        """Write conditions as a pattern on ?c that lets through at least what meets them."""
        triple = self._fetcher.triple
        parts: list[str] = []
        if wanted.kinds is not None:
            parts.append(triple("?c", RDF + "type", "?kind") + f" VALUES ?kind {{ {write_iris(wanted.kinds)} }}")
        if wanted.scheme is not None:
            arms = [triple("?c", SKOS + p, write_iri(wanted.scheme)) for p in ("inScheme", "topConceptOf")]
            parts.append(f"{{ {arms[0]} }} UNION {{ {arms[1]} }}")
        if wanted.region is not None:
            parts.append(triple("?c", DCTERMS + "spatial", write_iri(wanted.region)))
        if wanted.level is not None:
            parts.append(triple("?c", NS + "level", "?level") + f" FILTER(STR(?level) = {write_text(wanted.level)})")
        if wanted.relation is not None or wanted.object is not None:
            relation = "?relation" if wanted.relation is None else write_iri(wanted.relation)
            parts.append(triple("?c", relation, "?end" if wanted.object is None else write_iri(wanted.object)))
        if wanted.dated:
            parts.append(triple("?c", NS + "date", "?date"))
        if wanted.sections is not None:
            places = f"VALUES ?section {{ {write_iris(wanted.sections)} }}"
            parts.append(
                f"{{ {places} GRAPH ?section {{ ?c ?p1 ?o1 }} }} UNION {{ {places} GRAPH ?section {{ ?s2 ?p2 ?c }} }} "
                f"UNION {{ {places} {triple('?c', DCTERMS + 'source', '?section')} }}"
            )
        return "".join(f" {{ {part} }}" for part in parts)

    def collections_of(self, concept: Concept) -> tuple[Collection, ...]:
        """Return the enumerations a concept is in."""
        iris = self._fetcher.collections_with(concept.iri)
        records = cast("StoredCollections", self._record["collections"])
        records.fetch(iris)
        return self._read_collections(iri for iri in iris if records.holds(iri))

    # Views

    def tree(self, scheme: str | Scheme | None = None, *, lang: str = "nl") -> tuple[TreeNode, ...]:
        """Return the hierarchy as trees; see `sobkb.KnowledgeBase.tree`."""
        members = self.concepts if scheme is None else self.find(scheme=scheme)
        self._links.fetch_narrower([c.iri for c in members])
        return super().tree(scheme, lang=lang)

    def expand(self, name: str | Concept) -> tuple[Concept, ...]:
        """Return a concept and everything below it, nearest first."""
        level = [self[name].iri]
        seen = set(level)
        while level:
            self._links.fetch_narrower(level)
            level = [i for iri in level for i in self._links.narrower(iri) if i not in seen and not seen.add(i)]  # type: ignore[func-returns-value]
            self._check(len(seen), f"the concepts below '{name}'")
        return super().expand(name)

    def path(self, start: str | Concept, end: str | Concept, *, limit: int = 8) -> tuple[Link, ...] | None:
        """Return a shortest path between two concepts; see `sobkb.paths.shortest_path`."""
        met = 0

        def prepare(level: list[Concept]) -> None:
            nonlocal met
            met += len(level)
            self._check(met, f"the concepts between '{start}' and '{end}'")
            iris = [c.iri for c in level]
            self._links.fetch_narrower(iris)
            self._links.fetch_incoming(iris)

        return shortest_path(self[start], self[end], limit=limit, prepare=prepare)

    def _check(self, number: int, what: str) -> None:
        if number > self._most:
            raise TooLargeError(what, self._most)

    def search(self, query: str, **options: Any) -> tuple[Hit, ...]:
        """Return the concepts that fit a query, best first; see `sobkb.search.search`.

        The store proposes the concepts whose labels, or else texts, hold a word of the query or a piece
        of one; these are ranked as in memory.
        """
        from sobkb.search import search

        names = {key: options.get(key) for key in ("kind", "scheme", "region", "section")}
        restriction = self._restriction(self._conditions(**names)) if any(names.values()) else ""
        iris = find_candidates(self._fetcher, query, restriction)
        small = KnowledgeBase(small_record(self._stored, iris, self._fetcher.meta))
        rest = {key: value for key, value in options.items() if key not in names}
        found = search(small, query, **rest)
        return tuple(hit._replace(concept=c) for hit in found if (c := self.concept(hit.concept.iri)) is not None)

    @property
    def search_index(self) -> SearchIndex:
        """The index of all concepts, as in memory; made anew each time."""
        from sobkb.search.indexing import SearchIndex

        meta = self._fetcher.meta
        return SearchIndex(small_record(self._stored, [c.iri for c in self.concepts], meta))

    # RDF

    def sparql(self, query: str, **options: Any) -> QueryResult:
        """Run a SPARQL 1.1 query in the store.

        Args:
            query: SELECT, ASK, CONSTRUCT or DESCRIBE. SERVICE, LOAD and updates are refused.
            **options: As for `sobkb.querying.TripleStore.query`. Behind an endpoint, memory is not ours to limit,
                and everything runs in another process anyway.
        """
        return self._source.query(query, **options)
