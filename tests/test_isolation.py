"""Queries that run away, in time or in memory, are ended with the process they run in; nothing else is."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import sobkb
from sobkb.errors import (
    QueryError,
    QueryForbiddenError,
    QuerySyntaxError,
    QueryTimeoutError,
    QueryTooLargeError,
)
from sobkb.isolation import MOST_PROCESSES
from sobkb.querying import TripleStore, open_files

MINI = Path(__file__).parent / "data" / "mini"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
GROWING = "".join(f" BIND(CONCAT({', '.join([f'?v{n}'] * 16)}) AS ?v{n + 1})" for n in range(10))
DOUBLING = f"SELECT (STRLEN(?v10) AS ?n) {{ BIND('sixteen letters.' AS ?v0){GROWING} }}"
SORTING = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?c"
GATHERING = DOUBLING.partition(" BIND(CONCAT(?v5")[0].replace("STRLEN(?v10)", "GROUP_CONCAT(?v5)") + " ?a ?b ?c }"
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux keeps a limit on memory")


@pytest.fixture
def store() -> Iterator[TripleStore]:
    store = open_files(sorted(MINI.iterdir()))
    yield store
    store.close()


def children() -> set[int]:
    """Return the processes started by this one, those that ended and were not waited for included."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text()
            except OSError:
                continue
            if int(stat.rpartition(")")[2].split()[1]) == os.getpid():
                found.add(int(entry.name))
    return found


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?c ?l { ?c skos:prefLabel ?l } ORDER BY ?c ?l",
        "ASK { ?c a skos:Concept }",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s skos:related ?o ; ?p ?o }",
        "SELECT ?n { ?s ?p ?n FILTER(isBlank(?n)) } ORDER BY ?s ?p",
    ],
)
def test_the_answer_is_the_same_in_a_process_of_its_own(store: TripleStore, query: str) -> None:
    theirs, ours = store.query(query, isolated=True), store.query(query)

    assert theirs._replace(quads=()) == ours._replace(quads=())
    assert set(theirs.quads) == set(ours.quads)


def test_values_are_filled_in_there_too(store: TripleStore) -> None:
    query = "SELECT ?l { ?c skos:prefLabel ?l FILTER(lang(?l) = 'nl') }"
    tuin = {"c": "http://example.org/tuin/tuin"}

    assert store.query(query, isolated=True, bindings=tuin).values() == [("tuin",)]


def test_what_is_wrong_with_a_query_is_said_as_in_this_process(store: TripleStore) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        store.query("SELECT * {\n ?s ?p }", isolated=True)
    assert (caught.value.line, caught.value.column) == (2, 8)
    with pytest.raises(QueryForbiddenError):
        store.query("DROP ALL", isolated=True)


@LINUX
def test_a_runaway_query_leaves_nothing_running(store: TripleStore) -> None:
    before, threads = children(), threading.active_count()
    for _ in range(5):  # more than could be left behind in this process
        with pytest.raises(QueryTimeoutError):
            store.query(RUNAWAY, isolated=True, timeout=0.2)

    assert children() == before
    assert threading.active_count() <= threads
    assert store.query("ASK { ?s ?p ?o }", isolated=True).boolean


@LINUX
@pytest.mark.parametrize("query", [DOUBLING, SORTING, GATHERING], ids=["doubling", "sorting", "gathering"])
def test_a_query_that_fills_the_memory_is_ended(store: TripleStore, query: str) -> None:
    with pytest.raises(QueryTooLargeError) as caught:
        store.query(query, isolated=True, timeout=120, memory=100_000_000, most_rows=None)

    assert (caught.value.limit, caught.value.unit) == (100_000_000, "bytes")
    assert store.query("ASK { ?s ?p ?o }", isolated=True).boolean


@pytest.mark.parametrize("isolated", [False, True])
def test_an_answer_of_too_many_rows_is_refused(store: TripleStore, *, isolated: bool) -> None:
    assert len(store.query("SELECT * { ?s ?p ?o } LIMIT 7", isolated=isolated, most_rows=7).rows) == 7
    for query in ("SELECT * { ?s ?p ?o }", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"):
        with pytest.raises(QueryTooLargeError, match="more than 7 rows") as caught:
            store.query(query, isolated=isolated, most_rows=7)
        assert (caught.value.limit, caught.value.unit) == (7, "rows")


@LINUX
def test_a_query_in_this_process_is_given_up_when_it_takes_too_much_memory(store: TripleStore) -> None:
    """It ends by itself a little later: the answer it gathers has a limit of its own."""
    with pytest.raises(QueryTooLargeError, match="bytes"):
        store.query("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", memory=20_000_000, most_rows=300_000, timeout=60)


def test_one_process_answers_one_query_after_another(store: TripleStore) -> None:
    store.query("ASK { }", isolated=True)
    first = store._processes._idle[0]._child.pid
    for _ in range(3):
        store.query("ASK { }", isolated=True)

    assert [p._child.pid for p in store._processes._idle] == [first]


def test_queries_of_several_threads_wait_for_their_turn(store: TripleStore) -> None:
    answers: list[bool | None] = []

    def ask() -> None:
        answers.append(store.query("ASK { ?s ?p ?o }", isolated=True, timeout=60).boolean)

    threads = [threading.Thread(target=ask) for _ in range(MOST_PROCESSES + 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [True] * len(threads)
    assert len(store._processes._idle) <= MOST_PROCESSES


def test_a_store_on_disk_is_opened_there_and_not_copied(tmp_path: Path) -> None:
    kb = sobkb.open_store(tmp_path / "store", MINI)

    result = kb.sparql("SELECT ?c { ?c a skos:Concept } ORDER BY ?c", isolated=True)

    assert result == kb.sparql("SELECT ?c { ?c a skos:Concept } ORDER BY ?c")
    kb.store.close()


def test_a_process_that_was_ended_from_outside_is_replaced(store: TripleStore) -> None:
    store.query("ASK { }", isolated=True)
    child = store._processes._idle[0]._child
    child.kill()
    child.wait()

    assert store.query("ASK { ?s ?p ?o }", isolated=True).boolean


def _ask_in_a_copy(store: TripleStore, answers: multiprocessing.SimpleQueue[object]) -> None:
    answers.put(store.query("ASK { ?s ?p ?o }", isolated=True).boolean)


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="processes are not copied here")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_copy_of_this_process_starts_processes_of_its_own(store: TripleStore) -> None:
    """As web servers do that load an application once and then fork."""
    store.query("ASK { }", isolated=True)
    context = multiprocessing.get_context("fork")
    answers: multiprocessing.SimpleQueue[object] = context.SimpleQueue()
    copy = context.Process(target=_ask_in_a_copy, args=(store, answers))
    copy.start()
    copy.join(60)

    assert copy.exitcode == 0
    assert answers.get() is True
    assert store.query("ASK { ?s ?p ?o }", isolated=True).boolean


@LINUX
def test_processes_end_with_the_store_they_serve() -> None:
    before = children()
    store = open_files(sorted(MINI.iterdir()))
    store.query("ASK { }", isolated=True)
    assert children() > before
    del store

    assert children() == before


@LINUX
def test_a_query_ends_when_the_program_that_asked_it_dies(tmp_path: Path) -> None:
    """Even when it is killed in the middle of a runaway query."""
    import subprocess

    program = (
        "import sys, threading, time, sobkb\n"
        f"store = sobkb.load({str(MINI)!r}).store\n"
        "store.query('ASK { }', isolated=True)\n"
        "print(store._processes._idle[0]._child.pid, flush=True)\n"
        f"store.query({RUNAWAY!r}, isolated=True, timeout=600)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as asker:
        assert asker.stdout is not None
        child = int(asker.stdout.readline())
        time.sleep(0.3)
        asker.kill()
    deadline = time.monotonic() + 20
    while Path(f"/proc/{child}").exists() and _state(child) != "Z":
        assert time.monotonic() < deadline, "it goes on"
        time.sleep(0.05)


def _state(process: int) -> str:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"


NESTED = {
    "brackets": "SELECT * { FILTER(" + "(" * 100_000 + "1" + ")" * 100_000 + ") }",
    "groups": "SELECT * " + "{" * 100_000 + "}" * 100_000,
    "functions": "SELECT * { FILTER(" + "IF(true," * 20_000 + "1" + ",1)" * 20_000 + ") }",
    "or": "SELECT * { FILTER(1" + "||1" * 100_000 + ") }",
    "plus": "SELECT * { FILTER(1" + "+1" * 100_000 + ") }",
    "not": "SELECT * { FILTER(" + "!" * 100_000 + "true) }",
    "path": "SELECT * { ?s rdf:type" + "/rdf:type" * 100_000 + " ?o }",
}


@pytest.mark.parametrize("isolated", [False, True])
@pytest.mark.parametrize("query", NESTED.values(), ids=NESTED)
def test_a_query_that_would_exhaust_the_stack_is_refused(store: TripleStore, query: str, *, isolated: bool) -> None:
    """The parser calls itself for each level; without a limit the whole program would crash."""
    with pytest.raises(QueryError, match="too complicated"):
        store.query(query, isolated=isolated, timeout=60)


@pytest.mark.parametrize("count", [500, 900])
def test_a_query_as_deep_as_is_allowed_is_answered(store: TripleStore, count: int) -> None:
    deep = "IF(true," * (count // 2) + "true" + ",1)" * (count // 2)

    assert store.query(f"ASK {{ FILTER({deep}) }}", timeout=60).boolean


def test_a_long_list_of_values_is_no_complication(store: TripleStore) -> None:
    values = " ".join(f"(<http://example.org/{n}> {n})" for n in range(20_000))

    assert len(store.query(f"SELECT * {{ VALUES (?a ?n) {{ {values} }} }}", timeout=60).rows) == 20_000
