"""A store on disk or behind an endpoint gives the same answers as memory."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

import servers
import sobkb
from sobkb.errors import TooLargeError
from sobkb.exports import save
from sobkb.exports.rdf import canonical_hash, flatten
from sobkb.exports.selecting import choose, quads_of
from sobkb.loading import iter_quads
from sobkb.stored.knowledge_base import StoredKnowledgeBase

DATA = Path(__file__).parent / "data"
WORLDS = {"mini": DATA / "mini", "odd": DATA / "odd"}
STORES = [
    "disk",
    pytest.param("oxigraph", marks=pytest.mark.server),
    pytest.param("oxigraph with union", marks=pytest.mark.server),
    pytest.param("virtuoso", marks=pytest.mark.server),
]
VIEWS = (
    *(
        "narrower",
        "broader",
        "relations",
        "incoming",
        "collections",
        "themes",
        "contrasts",
        "counterparts",
        "sections",
        "schemes",
    ),
    *("kinds", "regions", "figures", "dates", "matches", "notes", "pref_labels", "is_top_concept"),
)


@pytest.fixture(scope="module", params=WORLDS)
def world(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def memory(world: str) -> sobkb.KnowledgeBase:
    return sobkb.load(WORLDS[world])


@pytest.fixture(scope="module", params=STORES)
def stored(
    request: pytest.FixtureRequest, world: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[StoredKnowledgeBase]:
    """The same world in a store."""
    folder = tmp_path_factory.mktemp("store") / "s"
    with ExitStack() as stack:
        if request.param == "disk":
            yield sobkb.open_store(folder, WORLDS[world])
        elif request.param == "virtuoso":
            if not (servers.VIRTUOSO and servers.ISQL):
                pytest.skip("Virtuoso is not installed (Debian: virtuoso-opensource-7-bin)")
            remote = sobkb.connect(stack.enter_context(servers.virtuoso([WORLDS[world]], folder)))
            yield remote
            remote.close()
        else:
            if not servers.OXIGRAPH:
                pytest.skip("the Oxigraph server is not installed (PyPI: oxigraph)")
            union = request.param.endswith("union")
            remote = sobkb.connect(stack.enter_context(servers.oxigraph([WORLDS[world]], folder, union=union)))
            yield remote
            remote.close()


def slugs(memory: sobkb.KnowledgeBase, stored: sobkb.KnowledgeBase) -> dict[str, str]:
    """Slugs that stand for themselves in both; a second concept with the same one is named otherwise in a store."""
    return {
        memory.record["concepts"][iri]["slug"]: iri for iri in memory.record["concepts"] if "-2" not in memory[iri].slug
    }


def plain(value: object) -> str:
    """Write a value without slugs, which may differ."""
    if isinstance(value, sobkb.Concept):
        return value.iri
    if isinstance(value, tuple):
        return f"({', '.join(map(plain, value))})"
    return value.iri if hasattr(value, "iri") and not isinstance(value, str) else repr(value)


def graphs_apart(views: str, world: str) -> bool:
    """In a world without sections Virtuoso has a graph for what elsewhere has none."""
    return world == "odd" and views in ("relations", "incoming", "sections", "collections")


def test_all_concepts_are_found(memory: sobkb.KnowledgeBase, stored: StoredKnowledgeBase) -> None:
    assert len(memory) == len(stored)
    assert memory.concepts == stored.concepts
    assert len(list(stored)) == len(set(stored)) == len(memory)


def test_records_are_equal_to_those_read_from_files(
    memory: sobkb.KnowledgeBase, stored: StoredKnowledgeBase, world: str
) -> None:
    for iri, expected in memory.record["concepts"].items():
        found = stored.record["concepts"][iri]
        for key, value in expected.items():
            if key == "slug" or (key == "relations" and world == "odd"):
                continue
            assert value == found[key], (iri, key)  # type: ignore[literal-required]


@pytest.mark.parametrize("view", VIEWS)
def test_concepts_answer_the_same(
    memory: sobkb.KnowledgeBase, stored: StoredKnowledgeBase, world: str, view: str
) -> None:
    for concept in memory.concepts:
        expected, found = getattr(concept, view), getattr(stored[concept.iri], view)
        if graphs_apart(view, world):
            assert len(expected) == len(found) or view == "sections", concept
        else:
            assert plain(expected) == plain(found), concept


def test_relations_are_the_same_whatever_graph_they_stand_in(
    memory: sobkb.KnowledgeBase, stored: StoredKnowledgeBase
) -> None:
    def triples(kb: sobkb.KnowledgeBase) -> list[tuple[str, str, str]]:
        return sorted((s.subject.iri, s.relation.iri, plain(s.object)) for s in kb.statements())

    assert triples(memory) == triples(stored)


def test_names_lead_to_the_same_concepts(memory: sobkb.KnowledgeBase, stored: StoredKnowledgeBase) -> None:
    for slug, iri in slugs(memory, stored).items():
        assert iri == stored[slug].iri
        assert slug in stored
    for concept in memory.concepts:
        assert concept == stored[concept.iri]
        for label in concept.pref_labels:
            try:
                expected = memory[label.text]
            except sobkb.AmbiguousNameError:
                with pytest.raises(sobkb.AmbiguousNameError):
                    stored[label.text.upper()]
            else:
                assert expected == stored[label.text]


@pytest.mark.parametrize(
    "name",
    ["bestaat niet", "bestaat-niet", "http://example.org/none", "a > b", 'x" } #', "", "é", "http://[", "http://a:b"],
)
def test_unknown_names_are_said_to_be_unknown(stored: StoredKnowledgeBase, name: str) -> None:
    assert name not in stored
    with pytest.raises(sobkb.UnknownConceptError):
        stored[name]


def test_suggestions_come_from_the_store(stored: StoredKnowledgeBase, world: str) -> None:
    name, expected = {"mini": ("moestuinn", "moestuin"), "odd": ("zalmm", "salmon")}[world]

    with pytest.raises(sobkb.UnknownConceptError) as caught:
        stored[name]

    assert expected in caught.value.suggestions


def test_parts_of_the_whole_are_equal(memory: sobkb.KnowledgeBase, stored: StoredKnowledgeBase) -> None:
    assert memory.title() == stored.title()
    assert memory.kinds == stored.kinds
    assert memory.schemes == stored.schemes
    assert memory.sections == stored.sections
    assert memory.sources == stored.sources
    assert {t.iri for t in memory.relation_types} == {t.iri for t in stored.relation_types}
    assert plain(memory.contrasts) == plain(stored.contrasts)
    assert [(c.iri, plain(c.members)) for c in memory.collections] == [
        (c.iri, plain(c.members)) for c in stored.collections
    ]


def test_selections_are_equal(memory: sobkb.KnowledgeBase, stored: StoredKnowledgeBase) -> None:
    for kind in memory.kinds:
        assert memory.of_kind(kind.name) == stored.of_kind(kind.name)
    for scheme in memory.schemes:
        assert memory.find(scheme=scheme.iri) == stored.find(scheme=scheme.iri)
        assert [repr(n.concept.iri) for n in memory.tree(scheme.iri)] == [
            repr(n.concept.iri) for n in stored.tree(scheme.iri)
        ]
    for section in memory.sections:
        assert memory.find(section=section.id) == stored.find(section=section.id)
        assert plain(memory.statements(section=section.id)) == plain(stored.statements(section=section.id))
    for relation in memory.relation_types:
        if relation.name != "sourceNote":
            assert memory.find(relation=relation.iri) == stored.find(relation=relation.iri)
    assert memory.at(1975) == stored.at(1975)
    assert memory.find(level="A") == stored.find(level="A")


def test_views_are_equal(memory: sobkb.KnowledgeBase, stored: StoredKnowledgeBase) -> None:
    first, *_, last = memory.concepts

    assert [n.concept.iri for n in memory.tree()] == [n.concept.iri for n in stored.tree()]
    for concept in memory.concepts:
        assert memory.expand(concept.iri) == stored.expand(concept.iri)
    for end in memory.concepts:
        here, there = memory.path(first.iri, end.iri), stored.path(first.iri, end.iri)
        assert (here and len(here)) == (there and len(there))
    assert len(memory.compare(first.iri, last.iri).relations) == len(stored.compare(first.iri, last.iri).relations)


@pytest.mark.parametrize("query", ["tuin", "moestuinn", "vis", "vogels", "water", "vliegende vis", "xyzzy", ""])
def test_searches_have_the_same_first_hits(
    memory: sobkb.KnowledgeBase, stored: StoredKnowledgeBase, query: str
) -> None:
    expected = [hit.concept.iri for hit in memory.search(query, limit=3)]

    assert expected == [hit.concept.iri for hit in stored.search(query, limit=3)]


def test_a_long_name_is_found_though_its_words_are_everywhere(tmp_path: Path) -> None:
    """More concepts hold one of its small words than a store proposes."""
    names = [f"de {n} en" for n in range(400)]
    lines = [f'<http://a.org/c{n}> skos:prefLabel "{name}"@nl .' for n, name in enumerate(names)]
    lines.append('<http://a.org/wanted> skos:prefLabel "opzetten en uitvoeren samen met de bevolking"@nl .')
    types = [f"<http://a.org/{n}> a skos:Concept ." for n in ("wanted", *(f"c{n}" for n in range(400)))]
    (tmp_path / "a.ttl").write_text(
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n" + "\n".join([*lines, *types]), encoding="utf-8"
    )

    kb = sobkb.open_store(tmp_path / "store", tmp_path / "a.ttl")

    assert [h.concept.slug for h in kb.search("opzetten en uitvoeren samen met de bevolking")][:1] == ["wanted"]
    assert [h.concept.slug for h in kb.search("en de samen " + "en de " * 300)][:1] == ["wanted"]


def test_searches_take_conditions(memory: sobkb.KnowledgeBase, stored: StoredKnowledgeBase, world: str) -> None:
    kind, query = {"mini": ("Tuinsoort", "tuin"), "odd": ("Kind", "vogel")}[world]

    expected = [hit.concept.iri for hit in memory.search(query, kind=kind)]

    assert expected == [hit.concept.iri for hit in stored.search(query, kind=kind)]


def test_queries_give_the_same_rows(memory: sobkb.KnowledgeBase, stored: StoredKnowledgeBase) -> None:
    query = "SELECT ?c ?l { ?c a skos:Concept ; skos:prefLabel ?l } ORDER BY ?c ?l"

    assert sorted(memory.sparql(query).values()) == sorted(stored_values(stored, query))
    assert memory.sparql("ASK { ?s skos:broader ?o }").boolean
    assert sorted(map(str, memory.sparql("CONSTRUCT WHERE { ?s skos:broader ?o }").quads)) == sorted(
        map(str, stored_graph(stored, "CONSTRUCT { ?s skos:broader ?o } WHERE { ?s skos:broader ?o }"))
    )


def stored_values(stored: StoredKnowledgeBase, query: str) -> list[tuple[str, ...]]:
    """Ask a store, whose default graph may or may not hold all."""
    return stored.sparql(query).values()


def stored_graph(stored: StoredKnowledgeBase, query: str) -> tuple[object, ...]:
    return stored.sparql(query).quads


def test_values_are_bound_in_a_query(stored: StoredKnowledgeBase, memory: sobkb.KnowledgeBase) -> None:
    iri = memory.concepts[0].iri
    query = "SELECT ?l { ?c skos:prefLabel ?l } ORDER BY ?l"

    expected = sorted(memory.sparql(query, bindings={"c": iri}).values())
    assert expected == sorted(stored.sparql(query, bindings={"c": iri}).values())


def plain_graphs(quads: set[Quad], stored: sobkb.KnowledgeBase) -> set[Quad]:
    """Leave out graphs where the data has no sections: a server keeps things in graphs of its own."""
    return quads if stored.sections else {Quad(*quad.triple) for quad in quads}


def test_the_rdf_of_a_concept_is_the_same(memory: sobkb.KnowledgeBase, stored: StoredKnowledgeBase) -> None:
    """Notes, mappings and labels that are blank nodes included."""
    for concept in memory.concepts:
        ours, theirs = (quads_of(choose(kb, concept.iri)) for kb in (memory, stored))

        assert canonical_hash(plain_graphs(theirs, stored)) == canonical_hash(plain_graphs(ours, stored)), concept


def test_a_part_is_written_alike(memory: sobkb.KnowledgeBase, stored: StoredKnowledgeBase, world: str) -> None:
    if world == "odd":
        pytest.skip("its graphs are no sections")
    part: dict[str, str]
    for part in ({"section": "1.1"}, {"scheme": "kader"}, {"concepts": "tomaat"}):
        for name in ("turtle", "trig", "ntriples", "nquads", "rdfxml", "csv"):
            assert stored.export(name, **part) == memory.export(name, **part), (part, name)
        if "section" in part:
            continue
        ours, theirs = (
            parse(kb.export("jsonld", **part).encode(), format=RdfFormat.JSON_LD) for kb in (memory, stored)
        )
        assert canonical_hash(theirs) == canonical_hash(ours)


def test_everything_is_written_line_by_line(
    memory: sobkb.KnowledgeBase, stored: StoredKnowledgeBase, tmp_path: Path
) -> None:
    """Virtuoso keeps graphs about itself, so that one names those one wants."""
    if isinstance(stored, sobkb.RemoteKnowledgeBase):
        graphs = {q.graph_name.value for q in memory.store.quads() if isinstance(q.graph_name, NamedNode)}
        named = {"http://example.org/data", *graphs} if stored.address.endswith("/sparql") else ()
        stored = sobkb.connect(stored.address, graphs=named)

    lines = save(stored, tmp_path / "alles.nq", whole=True)
    flat = save(stored, tmp_path / "alles.nt", whole=True)

    everything = plain_graphs(set(memory.store.quads()), stored)
    assert canonical_hash(plain_graphs(set(iter_quads(lines)), stored)) == canonical_hash(everything)
    if stored.sections:
        assert canonical_hash(iter_quads(flat)) == canonical_hash(flatten(everything, memory.record["sections"]))


def test_an_endpoint_is_written_as_a_whole_only_when_told_to(stored: StoredKnowledgeBase, tmp_path: Path) -> None:
    if not isinstance(stored, sobkb.RemoteKnowledgeBase):
        pytest.skip("a store on disk is here anyway")
    with pytest.raises(sobkb.ExportError, match="name concepts"):
        stored.export("turtle")
    with pytest.raises(sobkb.ExportError, match="nquads or ntriples only"):
        save(stored, tmp_path / "alles.ttl", whole=True)
    with pytest.raises(sobkb.ExportError, match="not both"):
        save(stored, tmp_path / "alles.nq", whole=True, scheme="kader")
    assert list(tmp_path.iterdir()) == []


def test_too_much_at_once_is_refused(tmp_path: Path) -> None:
    small = sobkb.open_store(tmp_path / "s", WORLDS["mini"], most_concepts=3)

    with pytest.raises(TooLargeError, match="more than 3"):
        _ = small.concepts
    assert len(list(small)) == len(small) == 8
    assert [c.slug for c in small.expand("moestuin")] == ["moestuin"]


@pytest.mark.server
@pytest.mark.skipif(not (servers.VIRTUOSO and servers.ISQL), reason="Virtuoso is not installed")
def test_answers_that_are_cut_off_without_a_word_are_completed(tmp_path: Path) -> None:
    memory = sobkb.load(WORLDS["mini"], WORLDS["odd"])
    with servers.virtuoso(list(WORLDS.values()), tmp_path / "s", most_rows=100) as address:
        stored = sobkb.connect(address)

        assert memory.concepts == stored.concepts
        for concept in memory.concepts:
            found = stored[concept.iri]
            assert plain((concept.broader, concept.narrower)) == plain((found.broader, found.narrower))
            assert concept.pref_labels == found.pref_labels
            assert len(concept.relations) == len(found.relations)
            assert len(concept.incoming) == len(found.incoming)


def test_the_themes_are_the_same_in_the_same_order(memory: sobkb.KnowledgeBase, stored: StoredKnowledgeBase) -> None:
    def shape(kb: sobkb.KnowledgeBase) -> list[tuple[str, str, list[str], bool]]:
        return [(t.iri, t.description(), [c.iri for c in t.members], t.is_editorial) for t in kb.themes]

    assert shape(stored) == shape(memory)
    assert shape(stored)


def test_a_damaged_store_is_said_to_be_so_and_made_anew_from_its_files(tmp_path: Path) -> None:
    store = tmp_path / "store"
    expected = {c.iri for c in sobkb.open_store(store, WORLDS["mini"]).concepts}
    for path in store.rglob("*.sst"):
        path.write_bytes(path.read_bytes()[:100])

    with pytest.raises(sobkb.OntologyLoadError, match="cannot be opened"):
        sobkb.open_store(store)
    assert {c.iri for c in sobkb.open_store(store, WORLDS["mini"]).concepts} == expected


def test_processes_that_fill_the_same_store_at_once_all_find_everything(tmp_path: Path) -> None:
    program = "import sys, sobkb\nsys.stdin.read(1)\nprint(len(sobkb.open_store(sys.argv[1], sys.argv[2]).concepts))\n"
    command = [sys.executable, "-c", program, str(tmp_path / "store"), str(WORLDS["mini"])]
    fillers = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    for filler in fillers:
        assert filler.stdin
        filler.stdin.write("x")
        filler.stdin.flush()
    answers = [filler.communicate(timeout=60) for filler in fillers]

    assert answers == [(f"{len(sobkb.load(WORLDS['mini']))}\n", "")] * 4
    assert [p.name for p in tmp_path.iterdir()] == ["store"]
