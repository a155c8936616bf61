"""Running the command line inside the tests, and as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from sobkb.cli import main

MINI = str(Path(__file__).parent / "data" / "mini")


class Outcome(NamedTuple):
    """What a run of the command line left behind."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Standard output, read as JSON."""
        return json.loads(self.out)


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line, in an environment that says nothing, and return exit code, output and messages."""
    for name in (
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
        "NO_COLOR",
        "FORCE_COLOR",
        "COLUMNS",
        "SOBKB_AUTHORIZATION",
        "SOBKB_DEBUG",
    ):
        monkeypatch.delenv(name, raising=False)

    def runner(*arguments: str) -> Outcome:
        code = main(list(arguments))
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return runner


@pytest.fixture
def run_mini(run: Run) -> Run:
    """Run the command line on the garden vocabulary."""

    def runner(*arguments: str) -> Outcome:
        return run("--from", MINI, *arguments)

    return runner


@pytest.fixture
def process() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the command line as a process, without a terminal."""

    def runner(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": os.environ["PATH"], "PYTHONUTF8": "1", **options.pop("env", {})}
        return subprocess.run(
            [sys.executable, "-m", "sobkb", *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=environment,
            check=False,
            timeout=60,
            **options,
        )

    return runner
