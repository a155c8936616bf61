"""Choosing the part of a knowledge base that is written out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sobkb.errors import ExportError
from sobkb.model import Concept, Section
from sobkb.namespaces import DCTERMS, NS, OWL, RDF, RDFS, SKOS, SSSOM
from sobkb.spellings import as_written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad, Store

    from sobkb.knowledge_base import KnowledgeBase
    from sobkb.remote import RemoteKnowledgeBase

_RECORDS = frozenset((NS + "Contrast", NS + "Counterpart", SSSOM + "Mapping", OWL + "Axiom"))
"""Nodes that exist to say something about concepts, so that they belong to what is said about them."""

_NAMES = (RDF + "type", SKOS + "prefLabel", RDFS + "label", DCTERMS + "title", DCTERMS + "identifier", NS + "number")
"""What lets a reader recognise a thing that is only pointed at."""


class Part(NamedTuple):
    """What is to be written.

    Attributes:
        kb: Where it comes from.
        chosen: The concepts in it, sorted by IRI; None when nothing is left out.
        scheme: IRI of the scheme it is limited to; empty for none.
        sections: The sections it is limited to; empty for none.
        collection: IRI of the collection it is limited to; empty for none.
    """

    kb: KnowledgeBase
    chosen: tuple[Concept, ...] | None = None
    scheme: str = ""
    sections: tuple[Section, ...] = ()
    collection: str = ""

    @property
    def whole(self) -> bool:
        """True when nothing is left out."""
        return self.chosen is None

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts in it, sorted by IRI."""
        return self.kb.concepts if self.chosen is None else self.chosen


def choose(
    kb: KnowledgeBase,
    concepts: Iterable[Concept | str] | Concept | str | None = None,
    *,
    scheme: str | None = None,
    section: str | None = None,
    region: str | None = None,
    collection: str | None = None,
) -> Part:
    """Return a part of a knowledge base; everything when no condition is given.

    Args:
        kb: The knowledge base.
        concepts: Concepts or names of concepts.
        scheme: A scheme the concepts must be in.
        section: A section that must say something about them; its subsections count too.
        region: A region they must belong to.
        collection: A collection they must be in.

    Raises:
        UnknownConceptError: A name that nothing answers to.
        UnknownTermError: A scheme, section or collection that does not exist.

    Examples:
        >>> [c.slug for c in choose(mini, section="1.1").concepts]
        ['moestuin', 'tuin', 'tuinier']
    """
    named: list[set[Concept]] = []
    if concepts is not None:
        named.append(set(_named(kb, concepts)))
    listed = None if collection is None else kb.collection(collection)
    if listed is not None:
        named.append(set(listed.members))
    if scheme is not None or section is not None or region is not None:
        named.append(set(kb.find(scheme=scheme, section=section, region=region)))
    if not named:
        return Part(kb)
    chosen = set.intersection(*named)
    return Part(
        kb,
        tuple(sorted(chosen)),
        scheme=kb.scheme(scheme).iri if scheme is not None else "",
        sections=kb.subsections(section) if section is not None else (),
        collection=listed.iri if listed is not None else "",
    )


def _named(kb: KnowledgeBase, concepts: Iterable[Concept | str] | Concept | str) -> Iterator[Concept]:
    for concept in (concepts,) if isinstance(concepts, (Concept, str)) else concepts:
        yield concept if isinstance(concept, Concept) else kb[concept]


def quads_of(part: Part) -> set[Quad]:
    """Return the RDF of a part.

    For a concept that is: everything said about it, in the graph where it is said; every link that
    points at it; the contrasts, counterparts and mappings it takes part in; and the names of what
    is pointed at. A part limited to a section holds what the section states, and nothing else but names.

    Raises:
        ExportError: The knowledge base holds no RDF, or all of what an endpoint has is asked for at once.
    """
    from sobkb.remote import RemoteKnowledgeBase

    if isinstance(part.kb, RemoteKnowledgeBase):
        return _fetch(part, part.kb)
    store = part.kb.store.oxigraph
    if (len(part.kb) if part.chosen is None else part.chosen) and next(
        store.quads_for_pattern(None, None, None, None), None
    ) is None:
        raise ExportError("this knowledge base holds no RDF to write; choose another format")
    if part.whole:
        return set(part.kb.store.quads_as_written())
    quads = _read(part, store)
    spellings = part.kb.store.spellings
    return as_written(quads, spellings) if spellings else quads


def _read(part: Part, store: Store) -> set[Quad]:
    reader = _Reader(part.kb, store)
    if part.sections:
        wanted = {c.iri for c in part.concepts}
        for section in part.sections:
            reader.add_graph(section.iri, wanted)
            reader.add_node(section.iri)
    else:
        for concept in part.concepts:
            reader.add_concept(concept.iri)
    for node in filter(None, (part.scheme, part.collection)):
        reader.add_node(node)
    reader.add_names()
    return reader.quads


def _fetch(part: Part, kb: RemoteKnowledgeBase) -> set[Quad]:
    """Return the RDF of a part of what an endpoint holds."""
    if part.whole:
        raise ExportError(
            "an endpoint is not loaded as a whole; name concepts, a scheme or a section, or save the whole as nquads"
        )
    excerpt = kb.excerpt()
    if part.sections:
        for section in part.sections:
            excerpt.add_graph(section.iri)
        excerpt.add_nodes(s.iri for s in part.sections)
    else:
        excerpt.add_concepts([c.iri for c in part.concepts])
    excerpt.add_nodes(filter(None, (part.scheme, part.collection)))
    met = excerpt.iris()
    kb.look_up(met)
    excerpt.add_names(met, _NAMES)
    return _read(part, excerpt.store)


class _Reader:
    def __init__(self, kb: KnowledgeBase, store: Store) -> None:
        self.record = kb.record
        self.store = store
        self.quads: set[Quad] = set()
        self.done: set[str] = set()

    def about(self, iri: str) -> list[Quad]:
        from pyoxigraph import NamedNode

        return list(self.store.quads_for_pattern(NamedNode(iri), None, None, None))

    def add_node(self, iri: str) -> None:
        """Add what is said about a node, blank nodes below it and its dimensions included."""
        if iri in self.done:
            return
        self.done.add(iri)
        self.add_all(self.about(iri))

    def add_all(self, quads: Iterable[Quad]) -> None:
        from pyoxigraph import BlankNode

        for quad in quads:
            self.quads.add(quad)
            target = quad.object
            if isinstance(target, BlankNode):
                if target.value not in self.done:
                    self.done.add(target.value)
                    self.add_all(self.store.quads_for_pattern(target, None, None, None))
            elif quad.predicate.value == NS + "dimension" and hasattr(target, "value"):
                self.add_node(target.value)

    def add_concept(self, iri: str) -> None:
        from pyoxigraph import BlankNode, NamedNode

        self.add_node(iri)
        for quad in self.store.quads_for_pattern(None, None, NamedNode(iri), None):
            subject = quad.subject
            if isinstance(subject, NamedNode) and subject.value in self.record["concepts"]:
                self.quads.add(quad)
            elif self.is_record(subject):
                name = getattr(subject, "value", "")
                if name not in self.done:
                    self.done.add(name)
                    self.add_all(self.store.quads_for_pattern(subject, None, None, None))
            elif not isinstance(subject, BlankNode):
                self.quads.add(quad)

    def is_record(self, subject: object) -> bool:
        from pyoxigraph import NamedNode

        types = self.store.quads_for_pattern(subject, NamedNode(RDF + "type"), None, None)  # type: ignore[arg-type]
        return any(getattr(q.object, "value", "") in _RECORDS for q in types)

    def add_graph(self, graph: str, wanted: set[str]) -> None:
        """Add what a graph says about some concepts, and about what is not a concept."""
        from pyoxigraph import NamedNode

        concepts = self.record["concepts"]
        for quad in self.store.quads_for_pattern(None, None, None, NamedNode(graph)):
            ends = [name for t in (quad.subject, quad.object) if (name := getattr(t, "value", "")) in concepts]
            if not ends or wanted.intersection(ends):
                self.quads.add(quad)

    def add_names(self) -> None:
        """Add the names of concepts, schemes, collections, themes, sections and sources that are pointed at."""
        from pyoxigraph import NamedNode

        record = self.record
        tables = (
            *(record["concepts"], record["schemes"], record["collections"]),
            *(record["themes"], record["sections"], record["sources"]),
        )
        named = {t.value for q in self.quads for t in (q.subject, q.object, q.graph_name) if isinstance(t, NamedNode)}
        for iri in sorted(named - self.done):
            if any(iri in table for table in tables):
                self.quads.update(q for q in self.about(iri) if q.predicate.value in _NAMES)
