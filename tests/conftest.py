"""Fixtures: `mini` for library logic, `kb` for the real ontology; no test reaches the network."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from hypothesis import settings

import sobkb

# A deadline is a statement about the machine, not about the code.
settings.register_profile("sobkb", deadline=None)
settings.load_profile("sobkb")

pytest_plugins = ["cli_running"]

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def mini() -> sobkb.KnowledgeBase:
    """The invented garden vocabulary with what a book says about it."""
    return sobkb.load(DATA / "mini")


@pytest.fixture(scope="session")
def kb() -> sobkb.KnowledgeBase:
    """The built-in knowledge base."""
    return sobkb.load()


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let connections go to this machine only."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else "local"
        if host not in ("127.0.0.1", "::1", "localhost", "local"):
            raise AssertionError(f"a test tried to reach {host}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)
