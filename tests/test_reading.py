"""What RDF says about concepts, however it says it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

import sobkb
from reading_quads import QUADS
from sobkb.namespaces import NS, OWL, RDF, RDFS, SKOS
from sobkb.reading import read_knowledge_base
from sobkb.records import KnowledgeBaseRecord
from sobkb.slugs import make_slugs, plain_slug

ODD = Path(__file__).parent / "data" / "odd"
EX = "http://example.org/odd/"


@pytest.fixture(scope="module")
def odd() -> sobkb.KnowledgeBase:
    """A vocabulary that does everything SKOS allows and hardly anybody does."""
    return sobkb.load(ODD)


def read(text: str) -> KnowledgeBaseRecord:
    """Read Turtle about ex:."""
    from pyoxigraph import RdfFormat, parse

    prefixes = f"PREFIX skos: <{SKOS}> PREFIX owl: <{OWL}> PREFIX rdfs: <{RDFS}> PREFIX sob: <{NS}> PREFIX ex: <{EX}>\n"
    return read_knowledge_base(parse(input=prefixes + text, format=RdfFormat.TURTLE))


def test_links_down_are_links_up(odd: sobkb.KnowledgeBase) -> None:
    assert [c.iri for c in odd[EX + "bird"].broader] == [EX + "animal"]


def test_a_transitive_link_counts_where_there_is_no_direct_one(odd: sobkb.KnowledgeBase) -> None:
    assert [c.iri for c in odd["salmon"].broader] == [EX + "fish"]
    assert [c.iri for c in odd["flying-fish"].broader] == [EX + "bird", EX + "fish"]


def test_labels_may_be_resources(odd: sobkb.KnowledgeBase) -> None:
    assert odd["fish"].label() == "vis"
    assert [t.text for t in odd["fish"].alt_labels] == ["visje"]


def test_notes_may_be_resources(odd: sobkb.KnowledgeBase) -> None:
    assert odd[EX + "bird"].definition() == "Dier met veren."
    assert [t.text for t in odd[EX + "bird"].texts("note")] == ["genoteerd"]


def test_tags_are_written_as_bcp_47_does(odd: sobkb.KnowledgeBase) -> None:
    assert [t.lang for t in odd["animal"].pref_labels] == ["en-GB", "nl"]
    assert odd["eenhoorn"].label("nl-BE") == "eenhoorn"


def test_top_concepts_are_known_from_either_side(odd: sobkb.KnowledgeBase) -> None:
    assert odd["animal"].is_top_concept
    assert not odd["salmon"].is_top_concept


def test_a_concept_may_be_in_several_schemes(odd: sobkb.KnowledgeBase) -> None:
    assert [s.slug for s in odd[EX + "bird"].schemes] == ["animals", "second"]


def test_a_list_of_members_keeps_its_order(odd: sobkb.KnowledgeBase) -> None:
    assert [c.slug for c in odd.collection("aquarium").members] == ["salmon", "fish", "flying-fish"]
    assert odd.collection("aquarium").ordered


def test_a_concept_without_label_is_shown_by_its_slug(odd: sobkb.KnowledgeBase) -> None:
    assert odd["unnamed"].label() == "unnamed"


def test_loops_end(odd: sobkb.KnowledgeBase) -> None:
    assert [c.slug for c in odd.expand("loop-1")] == ["loop-1", "loop-2"]
    assert [c.slug for c in odd.expand("self")] == ["self"]
    assert len(odd) <= len([n for root in odd.tree() for n in [root, *root.children]]) + 5


def test_two_concepts_with_one_name_are_kept_apart(odd: sobkb.KnowledgeBase) -> None:
    assert {"bird", "bird-2"} == {c.slug for c in odd.concepts if c.iri.endswith("bird")}


def test_a_mapping_explains_a_match(odd: sobkb.KnowledgeBase) -> None:
    match = next(m for m in odd["fish"].matches if m.iri == "http://example.com/fish")

    assert (match.confidence, match.labels[0].text) == (0.9, "fish")


def test_evidence_is_the_graph(odd: sobkb.KnowledgeBase) -> None:
    found = {
        (s.relation.name, plain_slug(s.object.iri)): s.sections
        for s in odd[EX + "bird"].relations
        if isinstance(s.object, sobkb.Concept)
    }

    assert [s.iri for s in found["eats", "salmon"]] == [EX + "somewhere"]
    assert found["eats", "plant"] == ()


def test_concepts_need_no_type_and_no_scheme() -> None:
    record = read('ex:a skos:broader ex:b . ex:b skos:prefLabel "b" . ex:c skos:prefLabel "c" .')

    assert list(record["concepts"]) == [EX + "a", EX + "b"]


def test_what_is_no_concept_is_not_taken_for_one() -> None:
    record = read(
        'ex:s a skos:ConceptScheme ; skos:prefLabel "s" . '
        'ex:k a skos:Collection ; skos:inScheme ex:s ; skos:prefLabel "k" .'
    )

    assert not record["concepts"]
    assert list(record["collections"]) == [EX + "k"]


def test_the_most_specific_kind_comes_first() -> None:
    record = read(
        "ex:A a owl:Class ; sob:order 1 . ex:B a owl:Class ; sob:order 2 ; rdfs:subClassOf ex:A . "
        "ex:C a owl:Class ; sob:order 3 ; rdfs:subClassOf ex:B . ex:x a skos:Concept , ex:A , ex:C , ex:B ."
    )

    assert record["concepts"][EX + "x"]["kinds"] == [EX + "C", EX + "B", EX + "A"]


def test_classes_and_sections_in_a_circle_are_read() -> None:
    chain = " ".join(f"ex:K{i} a owl:Class ; sob:order 1 ; rdfs:subClassOf ex:K{(i + 1) % 3000} ." for i in range(3000))
    record = read(
        chain + "ex:x a skos:Concept , ex:K7 , ex:K9 . "
        "ex:s1 a sob:Section ; <http://purl.org/dc/terms/isPartOf> ex:s2 . "
        "ex:s2 a sob:Section ; <http://purl.org/dc/terms/isPartOf> ex:s1 ."
    )

    assert len(record["concepts"][EX + "x"]["kinds"]) == 2
    assert len(record["sections"]) == 2


def test_a_circular_list_ends() -> None:
    record = read(
        "ex:k a skos:OrderedCollection ; skos:memberList _:a . ex:x a skos:Concept . "
        f"_:a <{RDF}first> ex:x ; <{RDF}rest> _:a ."
    )

    assert record["collections"][EX + "k"]["members"] == [EX + "x"]


def test_a_date_that_is_none_is_kept_as_words() -> None:
    dates = read('ex:x a skos:Concept ; sob:date "soon" .')["concepts"][EX + "x"]["dates"]

    assert dates == [{"edtf": "", "notes": [["soon", ""]], "graph": ""}]


def test_figures_are_kept_apart_by_graph() -> None:
    graphs = [NamedNode(EX + g) for g in "ab"]
    about = NamedNode(EX + "x")
    quads = [Quad(about, NamedNode(RDF + "type"), NamedNode(SKOS + "Concept"), DefaultGraph())]
    for number, graph in enumerate(graphs):
        quads.append(Quad(about, NamedNode(NS + "value"), Literal(number), graph))
        quads.append(Quad(about, NamedNode(NS + "unit"), Literal(f"u{number}", language="nl"), graph))

    figures = read_knowledge_base(quads)["concepts"][EX + "x"]["figures"]

    assert [(f["value"], f["unit"]) for f in figures] == [("0", [["u0", "nl"]]), ("1", [["u1", "nl"]])]


@given(QUADS, st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_any_triples_are_read_and_their_order_means_nothing(quads: list[Quad], chance: object) -> None:
    record = read_knowledge_base(quads)
    shuffled = list(quads)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    concepts = record["concepts"]

    assert json.dumps(record) == json.dumps(read_knowledge_base(shuffled))
    assert len(concepts) == len({c["slug"] for c in concepts.values()})
    assert all(above in concepts for c in concepts.values() for above in c["broader"])
    assert all(r["object"] in concepts for c in concepts.values() for r in c["relations"])


@given(QUADS)
@settings(max_examples=100, deadline=None)
def test_any_triples_make_a_usable_knowledge_base(quads: list[Quad]) -> None:
    kb = sobkb.KnowledgeBase(read_knowledge_base(quads))

    for concept in kb.concepts:
        assert concept.label() is not None
        assert kb[concept.slug] == concept
        _ = (
            concept.relations,
            concept.incoming,
            concept.sections,
            concept.figures,
            concept.dates,
            concept.kind,
            repr(concept),
        )
    kb.tree()


def test_many_concepts_with_one_name_get_slugs_in_no_time() -> None:
    slugs = make_slugs(f"http://{number}.org/a" for number in range(20_000))

    assert len(set(slugs.values())) == 20_000


@pytest.mark.parametrize("name", [3, None, ("a",)])
def test_what_is_no_name_is_an_unknown_concept(mini: sobkb.KnowledgeBase, name: object) -> None:
    with pytest.raises(sobkb.UnknownConceptError):
        mini[name]  # type: ignore[index]
    assert mini.get(name) is None  # type: ignore[call-overload]
