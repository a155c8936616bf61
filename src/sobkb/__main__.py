"""`python -m sobkb`: the command line."""

from __future__ import annotations

from sobkb.cli import run_process

if __name__ == "__main__":
    run_process()
