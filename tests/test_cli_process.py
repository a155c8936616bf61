"""The command line as a process: what it loads, and how it behaves in a pipe."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import sobkb

Process = Callable[..., subprocess.CompletedProcess[str]]
MINI = str(Path(__file__).parent / "data" / "mini")

SLOW = ["typing", "contextlib", "pathlib", "urllib.parse", "difflib", "shutil", "textwrap"]
"""Of the standard library: what takes long to import, and is not needed to look things up."""

HEAVY = ["rdflib", "pyshacl", "mkdocs", "jinja2", "citeproc", "networkx", "pandas", "dataclasses", "inspect", "asyncio"]
LOADED = """
import json, os, sys
before = set(sys.modules)
from sobkb.cli import main
sys.stdout = open(os.devnull, "w")
code = main(json.loads(sys.argv[1]))
print(json.dumps([code, sorted({*sys.modules} - before)]), file=sys.stderr)
"""


def modules_after(*arguments: str) -> set[str]:
    """Run a command in a fresh process and return what it imported."""
    result = subprocess.run(
        [sys.executable, "-c", LOADED, json.dumps(arguments)], capture_output=True, text=True, check=True, timeout=60
    )
    code, modules = json.loads(result.stderr.splitlines()[-1])
    assert code == 0
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


def test_a_compiled_knowledge_base_spares_the_parser(tmp_path: Path) -> None:
    """With a snapshot beside the package, showing and searching need no RDF library at all."""
    import shutil

    from sobkb.places import ontology_folder
    from sobkb.snapshot import NAME
    from sobkb.snapshot_writing import write_snapshot

    package = tmp_path / "sobkb"
    shutil.copytree(Path(sobkb.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__", NAME))
    shutil.copytree(ontology_folder(), package / "ontology")
    write_snapshot(sobkb.load().record, str(package / "ontology"), str(package / NAME))
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    for arguments in (["show", "buurtwerk-vl"], ["search", "inspraak"], ["tree"], ["stats"]):
        result = subprocess.run(
            [sys.executable, "-c", LOADED, json.dumps(arguments)],
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
            env=environment,
            cwd=tmp_path,
        )
        code, modules = json.loads(result.stderr.splitlines()[-1])

        assert code == 0
        assert not {"pyoxigraph", "sobkb.reading", *HEAVY, *SLOW}.intersection(modules), arguments


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
