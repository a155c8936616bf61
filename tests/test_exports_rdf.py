"""RDF written out says the same as the RDF that was read."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse

import sobkb
from sobkb.errors import UnknownTermError
from sobkb.exports import write
from sobkb.exports.rdf import canonical_hash, flatten
from sobkb.exports.selecting import choose, quads_of
from sobkb.loading import iter_quads
from sobkb.namespaces import DCTERMS, NS, PREFIXES, RDF, SKOS, XSD
from sobkb.querying import open_quads
from sobkb.reading import read_knowledge_base

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

WITH_GRAPHS = {"trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS, "jsonld": RdfFormat.JSON_LD}
WITHOUT_GRAPHS = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES, "rdfxml": RdfFormat.RDF_XML}
RDF_FORMATS = WITH_GRAPHS | WITHOUT_GRAPHS


def read_back(text: str, name: str) -> list[Quad]:
    return list(parse(text, format=RDF_FORMATS[name]))


def knowledge_base(quads: Iterable[Quad]) -> sobkb.KnowledgeBase:
    found = list(quads)
    return sobkb.KnowledgeBase(read_knowledge_base(found), lambda: open_quads(found))


@pytest.fixture(scope="module")
def said(kb: sobkb.KnowledgeBase) -> str:
    return canonical_hash(kb.store.quads())


@pytest.fixture(scope="module")
def said_flat(kb: sobkb.KnowledgeBase) -> str:
    return canonical_hash(flatten(kb.store.quads()))


@pytest.mark.parametrize("name", WITH_GRAPHS)
def test_the_whole_comes_back_equal_with_its_graphs(kb: sobkb.KnowledgeBase, said: str, name: str) -> None:
    assert canonical_hash(read_back(write(kb, name), name)) == said


@pytest.mark.parametrize("name", WITHOUT_GRAPHS)
def test_without_graphs_all_triples_come_back_and_their_sections(
    kb: sobkb.KnowledgeBase, said_flat: str, name: str
) -> None:
    assert canonical_hash(read_back(write(kb, name), name)) == said_flat


@pytest.mark.parametrize("name", RDF_FORMATS)
def test_every_garden_concept_comes_back_equal(mini: sobkb.KnowledgeBase, name: str) -> None:
    for concept in mini.concepts:
        quads = quads_of(choose(mini, concept))
        expected = quads if name in WITH_GRAPHS else flatten(quads)
        assert canonical_hash(read_back(write(mini, name, concepts=concept), name)) == canonical_hash(expected)


def test_a_part_says_nothing_that_the_whole_does_not(kb: sobkb.KnowledgeBase) -> None:
    whole = set(kb.store.quads())
    for concept in kb.concepts[::25]:
        assert quads_of(choose(kb, concept)) <= whole


def test_a_concept_keeps_everything_the_model_shows(mini: sobkb.KnowledgeBase) -> None:
    text = write(mini, "trig", concepts="moestuin")

    read = knowledge_base(parse(text, format=RdfFormat.TRIG))["moestuin"]
    original = mini["moestuin"]
    assert read.definition("nl") == original.definition("nl")
    assert repr(read.relations) == repr(original.relations)
    assert repr(read.incoming) == repr(original.incoming)
    assert repr(read.notes) == repr(original.notes)
    assert [c.questions for c in read.contrasts] == [c.questions for c in original.contrasts]
    assert read.contrasts[0].dimensions == original.contrasts[0].dimensions


def test_turtle_says_where_a_statement_comes_from(mini: sobkb.KnowledgeBase) -> None:
    quads = read_back(write(mini, "turtle", concepts="tomaat"), "turtle")
    sources = {(q.subject.value, q.object.value) for q in quads if q.predicate.value == DCTERMS + "source"}  # type: ignore[union-attr]
    assert sources == {
        ("http://example.org/tuin/tomaat", "http://example.org/boek/1"),
        ("http://example.org/tuin/kweken", "http://example.org/boek/redactie"),
    }


def test_neighbours_and_sections_have_names(mini: sobkb.KnowledgeBase) -> None:
    read = knowledge_base(parse(write(mini, "nquads", concepts="tomaat"), format=RdfFormat.N_QUADS))
    assert '"moestuin"@nl' in write(mini, "turtle", concepts="tomaat")
    assert "Tuinen" in {q.object.value for q in read.store.quads() if isinstance(q.object, Literal)}


def test_a_section_holds_what_it_states_and_nothing_of_another(mini: sobkb.KnowledgeBase) -> None:
    quads = read_back(write(mini, "trig", section="1.1"), "trig")
    graphs = {q.graph_name.value for q in quads if not isinstance(q.graph_name, DefaultGraph)}
    assert graphs == {"http://example.org/boek/1.1"}


def test_a_scheme_comes_with_its_own_description(mini: sobkb.KnowledgeBase) -> None:
    assert "skos:ConceptScheme" in write(mini, "turtle", scheme="kader")


@pytest.mark.parametrize("name", RDF_FORMATS)
def test_the_bytes_do_not_depend_on_the_run(name: str) -> None:
    """Hash randomisation must not show."""
    program = (
        "import sobkb, hashlib; from sobkb.exports import write; from pathlib import Path;"
        f"print(hashlib.sha256(write(sobkb.load(Path('tests/data/mini')), {name!r}).encode()).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_json_ld_has_its_context_inside(mini: sobkb.KnowledgeBase) -> None:
    document = json.loads(write(mini, "jsonld", concepts="tomaat"))
    assert isinstance(document["@context"], dict)
    first = document["@graph"][0]
    assert first["@id"] == "http://example.org/tuin/tomaat"
    assert first["prefLabel"] == {"en": "tomato", "nl": "tomaat"}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib uses its own old names
def test_another_reader_agrees_on_json_ld_and_rdf_xml(kb: sobkb.KnowledgeBase) -> None:
    """Rdflib reads what we write as oxigraph does."""
    import rdflib

    concept = "interactieve-democratie"
    written = {"jsonld": "json-ld", "rdfxml": "xml", "trig": "trig", "nquads": "nquads"}
    for name, theirs in written.items():
        text = write(kb, name, concepts=concept)
        dataset = rdflib.Dataset()
        dataset.parse(io.StringIO(text), format=theirs)
        through = dataset.serialize(format="nquads")
        assert canonical_hash(parse(through, format=RdfFormat.N_QUADS)) == canonical_hash(read_back(text, name)), name


def test_a_knowledge_base_without_rdf_says_so(mini: sobkb.KnowledgeBase) -> None:
    bare = sobkb.KnowledgeBase(mini.record)
    with pytest.raises(sobkb.ExportError, match="no RDF"):
        write(bare, "turtle")
    assert "tomaat" in write(bare, "csv")


def test_rdf_xml_refuses_what_xml_cannot_hold() -> None:
    concept = NamedNode("http://a.org/x")
    base = [Quad(concept, NamedNode(RDF + "type"), NamedNode(SKOS + "Concept"))]
    odd = Quad(concept, NamedNode("http://a.org/1"), Literal("x"))
    bell = Quad(concept, NamedNode(SKOS + "prefLabel"), Literal("\x07"))
    for quad in (odd, bell):
        with pytest.raises(sobkb.ExportError):
            write(knowledge_base([*base, quad]), "rdfxml")


# Hostile data

names = st.sampled_from(
    [
        "http://a.org/x",
        "http://a.org/y#",
        "http://a.org/1",
        "id:buurtwerk",
        "src:x",
        "urn:a:b",
        "mailto:a@b",
        "https://w3id.org/sobkb/id//x",
        "https://w3id.org/sobkb/id/",
        "https://w3id.org/sobkb/id/a:b",
        PREFIXES["status"] + "x",
        SKOS + "Concept",
    ]
).map(NamedNode)
blanks = st.sampled_from(["a", "b", "c", "d"]).map(BlankNode)
predicates = st.sampled_from(
    [
        RDF + "type",
        RDF + "first",
        RDF + "rest",
        SKOS + "prefLabel",
        SKOS + "broader",
        SKOS + "memberList",
        NS + "value",
        "http://www.w3.org/ns/adms#status",
        "http://a.org/ns#prefLabel",
        "http://a.org/label",
        "urn:p",
    ]
).map(NamedNode)
texts = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\"'\\\n\r\t<>&@"), max_size=12)
literals = (
    st.builds(Literal, texts)
    | st.builds(lambda t, lang: Literal(t, language=lang), texts, st.sampled_from(["nl", "nl-BE", "en"]))
    | st.builds(
        lambda t, d: Literal(t, datatype=NamedNode(d)),
        texts | st.sampled_from(["1", "007", "true", "1.0", "-0"]),
        st.sampled_from([XSD + "integer", XSD + "boolean", XSD + "decimal", XSD + "date", "http://a.org/dt"]),
    )
)
graphs = st.just(DefaultGraph()) | names | blanks
quad_lists = st.lists(
    st.builds(Quad, names | blanks, predicates, names | blanks | literals | st.just(NamedNode(RDF + "nil")), graphs),
    max_size=8,
)


@given(quad_lists)
def test_no_data_can_be_lost_or_changed_with_graphs(quads: list[Quad]) -> None:
    kb = knowledge_base(quads)
    for name in WITH_GRAPHS:
        if quads:
            assert canonical_hash(read_back(write(kb, name), name)) == canonical_hash(kb.store.quads())


@given(quad_lists)
def test_no_data_can_be_lost_or_changed_without_graphs(quads: list[Quad]) -> None:
    kb = knowledge_base(quads)
    for name in WITHOUT_GRAPHS:
        try:
            text = write(kb, name)
        except sobkb.ExportError:
            continue
        assert canonical_hash(read_back(text, name)) == canonical_hash(flatten(kb.store.quads()))


@given(st.lists(st.builds(Quad, st.just(NamedNode("http://a.org/x")), predicates, literals), min_size=1, max_size=5))
def test_an_xml_reader_sees_the_same_texts(quads: list[Quad]) -> None:
    """The parser of oxigraph is lenient; a strict one must agree."""
    from lxml import etree

    kb = knowledge_base(quads)
    try:
        text = write(kb, "rdfxml")
    except sobkb.ExportError:
        return
    root = etree.fromstring(text.encode())
    found = {element.text or "" for element in root.iter() if not len(element) and element.getparent() is not root}
    assert {q.object.value for q in kb.store.quads() if isinstance(q.object, Literal)} <= found


def test_a_collection_is_written_with_its_members_and_itself(mini: sobkb.KnowledgeBase) -> None:
    listed = next(c for c in mini.collections if len(c.members) > 1)
    part = choose(mini, collection=listed.slug)

    assert set(part.concepts) == set(listed.members)
    assert {listed.iri, *(c.iri for c in listed.members)} <= {getattr(q.subject, "value", "") for q in quads_of(part)}
    assert set(choose(mini, listed.members[0], collection=listed.iri).concepts) == {listed.members[0]}


def test_a_region_is_written_with_its_concepts_only(kb: sobkb.KnowledgeBase) -> None:
    part = choose(kb, region="vlaanderen", scheme="actoren")

    assert set(part.concepts) == set(kb.find(region="vlaanderen", scheme="actoren"))
    assert len(write(kb, "csv", region="vlaanderen", scheme="actoren").splitlines()) == len(part.concepts) + 1
    with pytest.raises(UnknownTermError, match="collection"):
        choose(kb, collection="bestaat-niet")


WRITTEN = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX ex: <http://example.org/>
ex:a a skos:Concept ; skos:prefLabel "a"@nl ; skos:notation "007"^^xsd:integer , 7 , "1.50"^^xsd:decimal , "x" ;
    ex:since "2020-01-01T00:00:00.000+00:00"^^xsd:dateTime ; ex:is "1"^^xsd:boolean , "odd"^^xsd:integer .
ex:b a skos:Concept ; skos:prefLabel "b"@nl ; skos:notation "7"^^xsd:integer ;
    skos:note [ ex:size "007"^^xsd:integer ] .
"""


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A vocabulary with numbers and times that a store would write another way."""
    path = tmp_path / "written.ttl"
    path.write_text(WRITTEN, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", RDF_FORMATS)
def test_numbers_and_times_stay_as_they_are_written(written: Path, name: str) -> None:
    kb = sobkb.load(written)
    about_a = [q for q in iter_quads(written) if q.subject == NamedNode("http://example.org/a")]

    assert canonical_hash(read_back(write(kb, name), name)) == canonical_hash(iter_quads(written))
    assert canonical_hash(read_back(write(kb, name, concepts="a"), name)) == canonical_hash(about_a)


def test_a_file_that_changed_is_not_written_out_as_something_else(written: Path) -> None:
    kb = sobkb.load(written)
    assert len(kb.store) > 0
    written.write_text(WRITTEN.replace("ex:b", "ex:c"), encoding="utf-8")

    with pytest.raises(sobkb.OntologyLoadError, match="changed after"):
        write(kb, "turtle")
