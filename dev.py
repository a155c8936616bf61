#!/usr/bin/env python3
"""Set up and run sobkb from a checkout, with nothing but Python 3.11+ (pip and venv included).

    python3 dev.py serve     build the site, serve it on this machine and say where
    python3 dev.py test      run every check and test
    python3 dev.py setup     only make the environment (.venv) both commands use
    python3 dev.py run …     run a command in that environment, e.g. run sobkb show buurtwerk

The environment is made on first use and again when pyproject.toml or constraints.txt change.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

TOP = Path(__file__).resolve().parent
VENV = TOP / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "sobkb-setup.txt"
NEEDED = (3, 11)


def main() -> int:
    """Read the command line and do what it says."""
    if sys.version_info < NEEDED:
        print(f"sobkb needs Python {'.'.join(map(str, NEEDED))} or newer; this is {sys.version.split()[0]}.")
        return 2
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=("serve", "test", "setup", "run"))
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="options for the task, passed on")
    args = parser.parse_args()
    try:
        set_up()
        tasks = {"serve": serve, "test": test, "run": run_in_environment}
        return tasks[args.task](args.rest) if args.task in tasks else 0
    except subprocess.CalledProcessError as error:
        command = " ".join(map(str, error.cmd))
        print(f"\nThis step failed with exit status {error.returncode}: {command}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def set_up() -> None:
    """Make the environment unless it is there and current."""
    wanted = fingerprint()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    print("Setting up .venv (once; this takes a minute or two) …", flush=True)
    if not PYTHON.exists():
        venv.create(VENV, with_pip=True)
    pip: list[str | Path] = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    run([*pip, "--upgrade", "pip>=25.1"])
    run([*pip, "--constraint", "constraints.txt", "--editable", ".[all]", "--group", "dev"])
    STAMP.write_text(wanted, encoding="utf-8")


def fingerprint() -> str:
    """Return what the environment depends on, as one line of text."""
    total = hashlib.sha256(sys.version.encode())
    for name in ("pyproject.toml", "constraints.txt"):
        total.update((TOP / name).read_bytes())
    return total.hexdigest()


def serve(rest: list[str]) -> int:
    """Serve the site with live reload."""
    print("Building the site; it will be at http://127.0.0.1:8000/ (stop with Ctrl-C) …", flush=True)
    return run([PYTHON, "-m", "mkdocs", "serve", *rest], check=False)


def test(rest: list[str]) -> int:
    """Run every check, cheapest first, and the tests last."""
    step("style", [PYTHON, "-m", "ruff", "check", "."])
    step("layout", [PYTHON, "-m", "ruff", "format", "--check", "."])
    step("types", [PYTHON, "-m", "mypy"])
    step("canonical form of the ontology", [PYTHON, "-m", "sobkb", "format", "--check"])
    step("validation of the ontology", [PYTHON, "-m", "sobkb", "validate"])
    step("releases kept as they were", [PYTHON, "-m", "sobkb", "release", "--check"])
    print("\n== tests", flush=True)
    return run([PYTHON, "-m", "pytest", *rest], check=False)


def step(name: str, command: list[str | Path]) -> None:
    """Run one check under a heading."""
    print(f"\n== {name}", flush=True)
    run(command)


def run_in_environment(rest: list[str]) -> int:
    """Run a command with the environment's programs first on the path."""
    if not rest:
        print("Say what to run, e.g.: python3 dev.py run sobkb show buurtwerk", file=sys.stderr)
        return 2
    own = BIN / rest[0]
    return run([own if own.exists() else rest[0], *rest[1:]], check=False)


def run(command: list[str | Path], *, check: bool = True) -> int:
    """Run a command at the top of the checkout and return its exit status."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"}
    done = subprocess.run(command, cwd=TOP, env=environment, check=check)  # noqa: S603 - our own commands
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
