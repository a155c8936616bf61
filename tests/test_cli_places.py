"""The same commands on somebody's files, on a store on disk, and on an endpoint."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import servers
from cli_running import MINI
from lying import lying_server, replies, rows

if TYPE_CHECKING:
    from cli_running import Run

COMMANDS = [
    ("show", "moestuin"),
    ("show", "moestuin", "--json"),
    ("tree", "tuin"),
    ("search", "moestuin", "--json", "--limit", "1"),
    ("path", "tomaat", "tuinier"),
    ("compare", "tuin", "moestuin"),
    ("section", "1.1"),
    ("at", "1975"),
    ("query", "SELECT ?l { ?c skos:prefLabel ?l } ORDER BY ?l", "--format", "csv"),
    ("query", "ASK { ?c a skos:Concept }"),
]


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that holds the garden vocabulary."""
    if not servers.OXIGRAPH:
        pytest.skip("the server 'oxigraph' is not installed")
    with servers.oxigraph([MINI], tmp_path_factory.mktemp("server") / "data", union=True) as address:
        yield address


@pytest.mark.server
@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: "-".join(c[:2])[:20])
def test_an_endpoint_answers_like_the_files_it_serves(run: Run, endpoint: str, command: tuple[str, ...]) -> None:
    there, here = run("--endpoint", endpoint, *command), run("--from", MINI, *command)

    if "search" in command:
        assert [hit["slug"] for hit in there.data] == [hit["slug"] for hit in here.data]
    else:
        assert there == here


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: "-".join(c[:2])[:20])
def test_a_store_on_disk_answers_like_the_files_it_keeps(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    store = str(tmp_path / "store")
    first = run("--store", store, "--from", MINI, *command)
    later = run("--store", store, *command)

    assert first == later
    if "search" not in command:
        assert first == run("--from", MINI, *command)


def test_several_places_are_read_together(run: Run) -> None:
    folder = Path(MINI)
    together = run("tree", "--json", "--from", str(folder / "mini.ttl"), str(folder / "book.trig"))
    pattern = run("tree", "--json", "--from", str(folder / "*.t*"))

    assert together == pattern == run("tree", "--json", "--from", MINI)


def test_an_endpoint_that_is_not_there_is_named(run: Run) -> None:
    outcome = run("--endpoint", f"http://127.0.0.1:{servers.free_port()}/sparql", "show", "tuin")

    assert (outcome.code, outcome.out) == (2, "")
    assert "niet te bereiken" in outcome.err
    assert outcome.err.count("\n") == 1


def test_an_address_that_is_none_is_refused(run: Run) -> None:
    assert "http" in run("--endpoint", "javascript:alert(1)", "tree").err
    assert "http" in run("--endpoint", "file:///etc/passwd", "tree").err


def test_graphs_and_what_lets_one_in_are_sent_to_the_endpoint(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOBKB_AUTHORIZATION", "Bearer abc")
    with lying_server(replies(rows())) as server:
        run("--endpoint", server.address, "--graph", "http://a.org/g", "--graph", "sob:x", "show", "tuin")

    assert server.requests
    assert all(b"Authorization: Bearer abc" in request for request in server.requests)
    assert all(b"default-graph-uri=http%3A%2F%2Fa.org%2Fg&" in request for request in server.requests)
    assert all(b"named-graph-uri=https%3A%2F%2Fw3id.org%2Fsobkb%2Fns%23x" in request for request in server.requests)


def test_a_graph_without_an_endpoint_is_refused(run: Run) -> None:
    outcome = run("--graph", "http://a.org/g", "--from", MINI, "tree")

    assert outcome.code == 2
    assert "hoort bij --endpoint" in outcome.err


@pytest.mark.server
def test_an_endpoint_that_keeps_graphs_apart_is_said_to_when_nothing_is_found(run: Run, tmp_path: Path) -> None:
    if not servers.OXIGRAPH:
        pytest.skip("the server 'oxigraph' is not installed")
    (tmp_path / "a.nq").write_text(
        "<http://a.org/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
        "<http://www.w3.org/2004/02/skos/core#Concept> <http://a.org/g> .\n"
    )
    query = ("query", "SELECT ?c { ?c a skos:Concept }", "--format", "csv")
    with servers.oxigraph([tmp_path / "a.nq"], tmp_path / "data") as address:
        apart = run("--endpoint", address, *query)
        named = run("--endpoint", address, "--graph", "http://a.org/g", *query)
        joined = run("--endpoint", f"{address}?union-default-graph", *query)
        other = run("--endpoint", address, "--graph", "http://a.org/other", *query)

    assert "schrijf GRAPH ?g" in apart.err
    assert apart.out.splitlines() == other.out.splitlines() == ["c"]
    assert named == joined
    assert named.out.splitlines() == ["c", "http://a.org/a"]
    assert named.err == ""


def test_a_file_without_concepts_is_said_to_hold_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text('<http://a.org/x> <http://a.org/p> "geen SKOS" .')

    outcome = run("tree", "--from", str(tmp_path / "a.ttl"))

    assert (outcome.code, outcome.out) == (0, "")
    assert "Hier staan geen begrippen." in outcome.err
