"""SPARQL over the RDF: the whole language for reading, nothing else, and not for ever."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sobkb
from sobkb import QueryError
from sobkb.errors import QueryForbiddenError, QuerySyntaxError, QueryTimeoutError
from sobkb.query_text import check_read_only, with_prefixes
from sobkb.querying import TripleStore, Value, open_files

MINI = Path(__file__).parent / "data" / "mini"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
STREAM = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def store() -> TripleStore:
    return open_files(sorted(MINI.iterdir()))


def test_a_select_gives_rows_of_typed_values(store: TripleStore) -> None:
    result = store.query(
        "SELECT ?l ?n { <http://example.org/tuin/tuin> skos:prefLabel ?l OPTIONAL { ?x ?l ?n } } ORDER BY ?l"
    )

    assert result.variables == ("l", "n")
    assert Value("literal", "garden", "en") in [row["l"] for row in result.rows]
    assert "n" not in result.rows[0]


def test_an_ask_gives_a_boolean_and_a_construct_triples(store: TripleStore) -> None:
    assert store.query("ASK { ?s a skos:Concept }").boolean is True
    assert len(store.query("CONSTRUCT { ?s a ?t } WHERE { ?s a skos:Concept ; a ?t } LIMIT 4").quads) == 4
    assert store.query("DESCRIBE <http://example.org/tuin/tuin>").quads


def test_queries_see_all_graphs_and_can_ask_which(store: TripleStore) -> None:
    graphs = store.query("SELECT ?g { GRAPH ?g { <http://example.org/tuin/moestuin> ?p ?o } ?s skos:related ?x }")

    assert {"http://example.org/boek/1.1"} == {row["g"].value for row in graphs.rows}


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("SELECT * {\n ?s ?p }", (2, 9)),
        ("SELEC ?s { ?s ?p ?o }", (1, 10)),
        ("SELECT * { ?s none:b ?o }", (1, 21)),
        ("SELECT ?x { ?s ?p ?o } GROUP BY ?s", (1, 35)),
        ("", (1, 1)),
        ("# nothing", (1, 10)),
    ],
)
def test_a_malformed_query_has_its_line_and_column(store: TripleStore, query: str, place: tuple[int, int]) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        store.query(query)

    assert place == (caught.value.line, caught.value.column)
    assert "\\u" not in caught.value.problem


def test_a_broken_character_in_a_query_is_refused(store: TripleStore) -> None:
    with pytest.raises(QuerySyntaxError, match="broken character"):
        store.query("ASK { ?s ?p '\udcff' }")


@pytest.mark.parametrize("timeout", [0, -1])
def test_no_time_at_all_is_no_time_without_end(store: TripleStore, timeout: float) -> None:
    with pytest.raises(QueryTimeoutError):
        store.query(STREAM, timeout=timeout)


FORBIDDEN = [
    "INSERT DATA { <a:a> <a:b> 1 }",
    "DELETE WHERE { ?s ?p ?o }",
    "WITH <a:g> DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }",
    "load <http://127.0.0.1:9/>",
    "CLEAR ALL",
    "DROP GRAPH <a:g>",
    "CREATE GRAPH <a:g>",
    "COPY DEFAULT TO <a:g>",
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { service silent ?g { ?s ?p ?o } }",
    "SELECT * {SERVICE<http://127.0.0.1:9/>{?s ?p ?o}}",
    "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "PREFIX a: <http://a/> SELECT * { a:\\' a:b 1 . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } a:\\' a:b 1 }",
    'PREFIX a: <http://a/> SELECT * { a:\\" a:b 1 . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } a:\\" a:b 1 }',
    "SELECT * { ?s ?p 'a' . # '\nSERVICE <http://127.0.0.1:9/> { ?s ?p ?o } # '\n}",
    "SELECT * { ?s ?p ?o FILTER(?s<?o) SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } FILTER(?s>?o) }",
]


@pytest.mark.parametrize("query", FORBIDDEN)
def test_what_writes_or_reaches_out_is_refused(store: TripleStore, query: str) -> None:
    before = len(store)

    with pytest.raises(QueryForbiddenError):
        store.query(query)
    assert before == len(store)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p 'SERVICE' }",
        'ASK { ?service ?p """INSERT DATA { } " SERVICE""" }',
        "SELECT * { ?s <http://example.org/SERVICE> ?o } # LOAD <x>",
        "PREFIX service: <http://example.org/> ASK { service:SERVICE service:load service:drop }",
        "SELECT (1 AS ?delete) { }",
    ],
)
def test_words_that_only_look_like_it_are_allowed(store: TripleStore, query: str) -> None:
    assert store.query(query).kind in ("select", "ask")


@given(st.text("SERVICE \\'\"<>#{}?a:\n.", max_size=30), st.text("\\'\"<>#{}?a:\n. ", max_size=10))
@settings(max_examples=300, deadline=None)
def test_no_text_around_it_hides_a_service(before: str, after: str) -> None:
    """Whatever the checker lets through, Oxigraph must not read as SERVICE."""
    query = f"SELECT * {{ {before} SERVICE <http://127.0.0.1:9/> {{ ?s ?p ?o }} {after} }}"
    try:
        check_read_only(query)
    except QueryForbiddenError:
        return
    with suppress(QuerySyntaxError):  # an attempt to reach out would be an OSError
        open_files([]).query(query)


def test_known_prefixes_need_no_declaration_and_can_be_declared_otherwise(store: TripleStore) -> None:
    assert store.query("ASK { ?s a skos:Concept }").boolean
    assert not store.query("PREFIX skos: <http://example.org/> ASK { ?s a skos:Concept }").boolean
    assert with_prefixes("ASK { ?s ?p 'skos:a' }", {"skos": "http://example.org/"}) == "ASK { ?s ?p 'skos:a' }"


def test_variables_can_be_given_values(store: TripleStore) -> None:
    query = "SELECT ?l { ?c skos:prefLabel ?l FILTER(lang(?l) = 'nl') }"

    assert store.query(query, bindings={"c": "http://example.org/tuin/tuin"}).values() == [("tuin",)]
    assert store.query(query, bindings={"c": 'x" } #'}).values() == []
    with pytest.raises(QuerySyntaxError):
        store.query(query, bindings={"c) { }": "x"})


@pytest.mark.parametrize("query", [ENDLESS, STREAM])
def test_a_query_that_takes_too_long_is_given_up(store: TripleStore, query: str) -> None:
    start = time.monotonic()
    with pytest.raises(QueryTimeoutError) as caught:
        store.query(query, timeout=0.1)

    assert caught.value.seconds == 0.1
    assert time.monotonic() - start < 3


def test_queries_given_up_do_not_pile_up(store: TripleStore) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?a != ?d && ?d != ?g) }"
    errors = []
    for _ in range(8):
        with pytest.raises(QueryError) as caught:
            store.query(endless, timeout=0.01)
        errors.append(type(caught.value))

    assert QueryError in errors
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:  # and when they have ended, queries are taken again
        with suppress(QueryError):
            assert store.query("ASK { }").boolean
            break
        time.sleep(0.05)
    else:
        pytest.fail("queries are never taken again")


def test_without_a_limit_a_query_runs_to_its_end(store: TripleStore) -> None:
    assert store.query("ASK { ?s ?p ?o }", timeout=None).boolean


def test_the_copy_for_rdflib_holds_every_triple_and_graph(mini: sobkb.KnowledgeBase) -> None:
    dataset = mini.graph

    quads = list(dataset.quads((None, None, None, None)))
    assert len(mini.store) == len(quads) == len(dataset)
    assert "http://example.org/boek/1.1" in {str(g.identifier) for g in dataset.graphs()}
    assert len(dataset.default_graph) > 100
