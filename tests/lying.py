"""A server that answers with whatever bytes a test wants, however slowly."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

Script = Callable[[socket.socket, bytes], None]
"""What to do with a connection, given the request."""


class LyingServer:
    """Listens on this machine and follows a script for each request; remembers what it was asked."""

    def __init__(self, scripts: Sequence[Script]) -> None:
        self.scripts = list(scripts)
        self.requests: list[bytes] = []
        self.stopped = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.1)
        self.port: int = self._listener.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}/sparql"
        self._threads = [threading.Thread(target=self._listen)]
        self._threads[0].start()

    def _listen(self) -> None:
        while not self.stopped.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                continue
            thread = threading.Thread(target=self._serve, args=(connection,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.settimeout(5)
            request = b""
            while b"\r\n\r\n" not in request:
                part = connection.recv(65536)
                if not part:
                    return
                request += part
            head, _, body = request.partition(b"\r\n\r\n")
            wanted = next((int(h[15:]) for h in head.split(b"\r\n") if h.lower().startswith(b"content-length:")), 0)
            while len(body) < wanted:
                body += connection.recv(65536)
            self.requests.append(head + b"\r\n\r\n" + body)
            script = self.scripts[min(len(self.requests), len(self.scripts)) - 1]
            script(connection, body)

    def stop(self) -> None:
        self.stopped.set()
        for thread in self._threads:
            thread.join(10)
        self._listener.close()


@contextmanager
def lying_server(*scripts: Script) -> Iterator[LyingServer]:
    """Serve the first request by the first script, and so on; the last script serves all that follow."""
    server = LyingServer(scripts)
    try:
        yield server
    finally:
        server.stop()


def says(raw: bytes) -> Script:
    """Send bytes, then hang up."""
    return lambda connection, _: connection.sendall(raw)


def replies(
    body: bytes | dict[str, Any],
    *,
    status: str = "200 OK",
    media_type: str = "application/sparql-results+json",
    more: str = "",
) -> Script:
    """Send a proper HTTP response."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {len(data)}\r\n{more}"
    head += "Connection: close\r\n\r\n"
    return says(head.encode() + data)


def rows(*bindings: dict[str, Any]) -> dict[str, Any]:
    """Write a SELECT result."""
    return {"head": {"vars": sorted({k for b in bindings for k in b})}, "results": {"bindings": list(bindings)}}
