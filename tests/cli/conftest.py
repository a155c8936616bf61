"""Fixtures for the tests of the command line."""

from __future__ import annotations

from running import _plain_environment, process, run, run_mini

__all__ = ["_plain_environment", "process", "run", "run_mini"]
