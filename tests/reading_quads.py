"""Quads such as anybody may write, about everything sobkb reads."""

from __future__ import annotations

from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from sobkb.namespaces import DCTERMS, ISOTHES, NS, OWL, RDF, RDFS, SKOS, SKOSXL

IRIS = [NamedNode(f"http://{host}.org/{name}") for host in "ab" for name in ("x", "y", "X")]
NODES = [*IRIS, BlankNode("n1"), BlankNode("n2")]
TYPES = [
    *(SKOS + t for t in ("Concept", "ConceptScheme", "Collection", "OrderedCollection")),
    *(NS + t for t in ("Section", "Source", "Contrast", "Counterpart", "EditorialGraph")),
    OWL + "Class",
    "http://a.org/Kind",
]
LINKS = [
    *(SKOS + p for p in ("broader", "narrower", "broaderTransitive", "narrowerTransitive", "related", "inScheme")),
    *(SKOS + p for p in ("hasTopConcept", "topConceptOf", "member", "memberList", "exactMatch", "definition")),
    *(NS + p for p in ("first", "second", "dimension", "dutchSide", "measures")),
    *(DCTERMS + p for p in ("isPartOf", "source", "spatial")),
    *(SKOSXL + "prefLabel", ISOTHES + "broaderPartitive", RDF + "first", RDF + "rest", RDFS + "subClassOf"),
    "http://a.org/uses",
]
WORDS = [
    *(SKOS + p for p in ("prefLabel", "altLabel", "notation", "definition", "note")),
    *(NS + p for p in ("date", "value", "order", "level", "article", "pluralIn", "sourceNote", "conclusion")),
    *(RDFS + "label", DCTERMS + "created", SKOSXL + "literalForm", RDF + "value"),
]
TEXTS = st.builds(Literal, st.text("ab1-/", max_size=4)) | st.builds(
    Literal, st.text("ab1", max_size=3), language=st.sampled_from(["nl", "NL-be", "en", "x-a"])
)
GRAPHS = st.sampled_from([DefaultGraph(), *IRIS[:2]])
QUADS = st.lists(
    st.builds(
        Quad, st.sampled_from(NODES), st.just(NamedNode(RDF + "type")), st.sampled_from(TYPES).map(NamedNode), GRAPHS
    )
    | st.builds(Quad, st.sampled_from(NODES), st.sampled_from(LINKS).map(NamedNode), st.sampled_from(NODES), GRAPHS)
    | st.builds(Quad, st.sampled_from(NODES), st.sampled_from(WORDS).map(NamedNode), TEXTS, GRAPHS),
    max_size=40,
)
