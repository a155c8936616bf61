"""The command line as a process: what it loads, and how it behaves in a pipe."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import sobkb
from sobkb.places import ontology_folder
from sobkb.snapshot import NAME
from sobkb.snapshot_writing import write_snapshot

Process = Callable[..., subprocess.CompletedProcess[str]]
MINI = str(Path(__file__).parent / "data" / "mini")

SLOW = ["typing", "contextlib", "json", "locale", "pathlib", "urllib.parse", "difflib", "shutil", "textwrap"]
"""Of the standard library: what takes long to import, and is not needed to look things up."""

HEAVY = ["rdflib", "pyshacl", "mkdocs", "jinja2", "citeproc", "networkx", "pandas", "dataclasses", "inspect", "asyncio"]
# fmt: off
SHOWING = [
    "cli", "cli.messages", "cli.output", "cli.parsing", "cli.process", "cli.registry", "cli.running", "cli.sentences",
    "cli.session", "cli.showing", "cli.table", "cli.table_finding", "cli.table_frame",
    "compiled", "conditions", "errors", "indexes", "knowledge_base", "light_typing", "lookups", "model",
    "model.concept", "model.values", "namespaces", "opening", "phrasing", "places", "snapshot", "text",
]
# fmt: on
"""The modules of sobkb that `sobkb show` imports, with a compiled knowledge base."""

LOADED = """
import os, sys
before = set(sys.modules)
from sobkb.cli import main
sys.stdout = open(os.devnull, "w")
code = main(sys.argv[1:])
print(code, *sorted({*sys.modules} - before), file=sys.stderr)
"""


def modules_after(*arguments: str, path: Path | None = None) -> set[str]:
    """Run a command in a fresh process and return what it imported.

    Args:
        *arguments: The command and what follows it.
        path: The folder that sobkb is imported from, unless it is this checkout.
    """
    environment = dict(os.environ) if path is None else {**os.environ, "PYTHONPATH": str(path)}
    result = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env=environment,
        cwd=path,
    )
    code, *modules = result.stderr.splitlines()[-1].split()
    assert code == "0"
    return set(modules)


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "buurtwerk-vl"),
        ("show", "stedenfonds", "--json"),
        ("search", "inspraak"),
        ("tree", "visies"),
        ("stats",),
        ("section", "4.2.1"),
        ("at", "1983"),
        ("compare", "politiserend-model", "welzijnsmodel"),
        ("path", "sif", "buurtwerk-vl"),
    ],
    ids=lambda a: a[0],
)
def test_looking_up_imports_no_heavy_library(arguments: tuple[str, ...]) -> None:
    assert not modules_after(*arguments).intersection(HEAVY)


def test_only_the_command_that_is_called_is_imported() -> None:
    ours = {m.removeprefix("sobkb.cli.") for m in modules_after("tree", "visies") if m.startswith("sobkb.cli.")}

    assert "trees" in ours
    assert not ours & {"showing", "searching", "asking", "checking", "formatting", "measuring", "giving", "sites"}


def test_help_needs_no_knowledge_base() -> None:
    assert not {"sobkb.reading", "pyoxigraph"} & modules_after("show", "--help")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package as it is in a wheel: the ontology in it, and beside it its compiled form."""
    folder = tmp_path_factory.mktemp("built")
    package = folder / "sobkb"
    shutil.copytree(Path(sobkb.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__", NAME))
    shutil.copytree(ontology_folder(), package / "ontology")
    write_snapshot(sobkb.load().record, str(package / "ontology"), str(package / NAME))
    return folder


@pytest.mark.parametrize(
    "arguments",
    [("show", "buurtwerk-vl"), ("show", "interactieve-democratie"), ("search", "inspraak"), ("tree",), ("stats",)],
    ids=" ".join,
)
def test_a_compiled_knowledge_base_spares_what_takes_long(built: Path, arguments: tuple[str, ...]) -> None:
    """Showing and searching need no RDF library, and nothing of Python's own that takes long to import."""
    assert not modules_after(*arguments, path=built).intersection(["pyoxigraph", "sobkb.reading", *HEAVY, *SLOW])


def test_showing_imports_these_modules_and_no_more(built: Path) -> None:
    """Each module takes a fiftieth of the time in which Python starts: a new one must be worth that."""
    imported = modules_after("show", "interactieve-democratie", path=built)

    assert sorted(m.removeprefix("sobkb.") for m in imported if m.startswith("sobkb.")) == SHOWING


def test_searching_imports_little_more(built: Path) -> None:
    imported = modules_after("search", "inspraak", path=built)
    more = {m.removeprefix("sobkb.") for m in imported if m.startswith("sobkb.")} - set(SHOWING)

    assert {m for m in more if not m.startswith("search")} == {"cli.options", "cli.searching"}


def test_a_process_answers_with_output_and_exit_code(process: Process) -> None:
    good = process("--from", MINI, "show", "moestuin", "--lang", "en")
    wrong = process("--from", MINI, "show", "moestuinn", "--lang", "en")

    assert (good.returncode, good.stderr) == (0, "")
    assert good.stdout.startswith("kitchen garden\n")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "Did you mean moestuin" in wrong.stderr


@pytest.mark.parametrize(
    ("environment", "start"),
    [
        ({}, "moestuin"),
        ({"LANG": "nl_BE.UTF-8"}, "moestuin"),
        ({"LANG": "en_GB.UTF-8"}, "kitchen garden"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "nl_NL.UTF-8"}, "moestuin"),
        ({"LANG": "fr_FR.UTF-8"}, "moestuin"),
        ({"LANG": "C"}, "moestuin"),
    ],
)
def test_the_language_follows_the_environment(process: Process, environment: dict[str, str], start: str) -> None:
    assert process("--from", MINI, "show", "moestuin", env=environment).stdout.startswith(start)


def test_a_reader_that_goes_away_is_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "sobkb", "query", "SELECT * { ?s ?p ?o }", "--format", "tsv"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        messages = running.stderr.read()

    assert running.returncode == 141
    assert messages == b""


def test_a_runaway_query_ends_at_its_time_limit(process: Process) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"

    result = process("query", endless, "--timeout", "0.5", "--lang", "en")

    assert result.returncode == 2
    assert "stopped after 0.5 s" in result.stderr


def test_a_full_disk_is_reported() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [sys.executable, "-m", "sobkb", "--from", MINI, "tree"], stdout=full, stderr=subprocess.PIPE, check=False
        )

    assert result.returncode == 2
    assert b"Traceback" not in result.stderr
    assert result.stderr.count(b"\n") == 1
