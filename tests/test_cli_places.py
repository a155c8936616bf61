"""The same commands on somebody's files, on a store on disk, and on an endpoint."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import servers
from cli_running import MINI

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
