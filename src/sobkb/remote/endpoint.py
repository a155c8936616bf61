"""Asking one SPARQL endpoint over HTTP, and trusting nothing it answers.

A request goes to the address the caller named and nowhere else. The whole exchange, from looking up the
name to the last byte, has one time limit; an answer has a size limit; what is not what SPARQL 1.1 promises
is an error.
"""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import NamedTuple
from urllib.parse import SplitResult, urlencode, urljoin, urlsplit

from sobkb.errors import EndpointDataError, EndpointError, EndpointTimeoutError

_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_MOST_REDIRECTS = 3
_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_HEADER_VALUE = re.compile(r"[\t\x20-\x7e\xa0-\xff]*")
_CHUNK = 65536
_GRACE = 0.1  # seconds in which a thread that was woken mostly ends


class Answer(NamedTuple):
    """What an endpoint sent.

    Attributes:
        media_type: The media type without parameters, in lower case.
        body: The bytes, complete.
        most_rows: How many rows the endpoint gives at most, where it says so.
    """

    media_type: str
    body: bytes
    most_rows: int | None = None


class RefusedQueryError(EndpointError):
    """The endpoint refuses a query as wrong (status 400).

    Attributes:
        text: What it says about it.
    """

    def __init__(self, address: str, text: str) -> None:
        self.text = text
        super().__init__(address, f"the endpoint refuses the query: {text}")


class _TryAgainError(Exception):
    """A failure that may be gone in a moment."""

    def __init__(self, error: EndpointError, wait: float | None = None) -> None:
        self.error = error
        self.wait = wait
        super().__init__()


class Endpoint:
    """A SPARQL endpoint.

    Args:
        address: Its http or https address.
        timeout: Seconds an exchange may take, retries included.
        retries: How often to try again after a failure that may pass: no connection, status 429 or 5xx.
        most_bytes: Largest answer to accept.
        headers: Headers to send along, such as Authorization.
        parameters: Parameters to send along, such as default-graph-uri.
    """

    _connection: http.client.HTTPConnection | None = None

    def __init__(
        self,
        address: str,
        *,
        timeout: float = 30.0,
        retries: int = 2,
        most_bytes: int = 64_000_000,
        headers: Mapping[str, str] | None = None,
        parameters: Iterable[tuple[str, str]] = (),
    ) -> None:
        if timeout <= 0 or retries < 0 or most_bytes <= 0:
            raise ValueError("timeout and most_bytes must be positive, retries not negative")
        self.address = address
        self.timeout = timeout
        self.retries = retries
        self.most_bytes = most_bytes
        _split(address, address)
        self._headers = dict(headers or {})
        for name, value in self._headers.items():
            if not _HEADER_NAME.fullmatch(name) or not _HEADER_VALUE.fullmatch(value):
                raise EndpointError(address, f"the header '{_plain(name)}' holds what cannot stand in a header")
        self._parameters = tuple(parameters)
        self._lock = threading.Lock()

    def __del__(self) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; the next request opens a new one."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def ask(self, query: str, accept: str, *, timeout: float | None = None) -> Answer:
        """Send a query and return the answer.

        Args:
            query: SPARQL, already known to be well formed and read-only.
            accept: Media types to ask for.
            timeout: Seconds for this exchange; the endpoint's own limit when None.

        Raises:
            EndpointTimeoutError: There was no complete answer in time.
            EndpointDataError: The answer is too large, broken off or packed.
            RefusedQueryError: The endpoint does not take the query.
            EndpointError: The endpoint cannot be reached, sends us elsewhere or fails.
        """
        limit = self.timeout if timeout is None else timeout
        deadline = time.monotonic() + limit
        headers = {
            "User-Agent": "sobkb",
            **self._headers,
            "Accept": accept,
            "Accept-Encoding": "identity",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        body = urlencode([*self._parameters, ("query", query)]).encode()
        with self._lock:
            for attempt in range(self.retries + 1):
                connection, self._connection = self._connection, None
                exchange = _Exchange(self, body, headers, deadline, connection)
                try:
                    answer = self._within(exchange, deadline, limit)
                except _TryAgainError as failure:
                    wait = 0.2 * 2**attempt if failure.wait is None else failure.wait
                    if attempt == self.retries or time.monotonic() + wait >= deadline:
                        raise failure.error from None
                    time.sleep(wait)
                else:
                    self._connection = exchange.connection
                    return answer
        raise AssertionError("the last attempt returns or raises")

    def _within(self, exchange: _Exchange, deadline: float, limit: float) -> Answer:
        # A socket's own timeout starts again with every byte, and looking up a name has none at all: so the
        # exchange runs in a thread that can be left, and its socket is closed when time is up.
        outcome: list[Answer | BaseException] = []

        def run() -> None:
            try:
                outcome.append(exchange.run())
            except BaseException as error:  # noqa: BLE001 - handed to the caller's thread
                outcome.append(error)

        thread = threading.Thread(target=run, name="sobkb-endpoint", daemon=True)
        thread.start()
        thread.join(max(0.0, deadline - time.monotonic()))
        if outcome and isinstance(outcome[0], Answer):
            return outcome[0]
        if not outcome:
            exchange.abandon()
            thread.join(_GRACE)
            raise EndpointTimeoutError(self.address, f"no complete answer within {limit:g} s")
        assert isinstance(outcome[0], BaseException)
        raise self._explained(outcome[0], limit) from None

    def _explained(self, error: BaseException, limit: float) -> BaseException:
        """Turn what went wrong on the way into something the caller can act on."""
        if isinstance(error, TimeoutError):
            return EndpointTimeoutError(self.address, f"no complete answer within {limit:g} s")
        if isinstance(error, ssl.SSLCertVerificationError):
            return EndpointError(self.address, f"its certificate is not trusted ({error.verify_message})")
        if isinstance(error, http.client.IncompleteRead):
            return _TryAgainError(EndpointDataError(self.address, "the answer breaks off"))
        if isinstance(error, OSError):
            problem = error.strerror or str(error) or type(error).__name__
            return _TryAgainError(EndpointError(self.address, f"cannot be reached ({problem})"))
        if isinstance(error, http.client.HTTPException | ValueError):
            return EndpointDataError(self.address, f"this does not speak HTTP ({type(error).__name__})")
        return error


class _Exchange:
    """One attempt: a request, redirects on the same host, an answer."""

    def __init__(
        self,
        endpoint: Endpoint,
        body: bytes,
        headers: dict[str, str],
        deadline: float,
        connection: http.client.HTTPConnection | None,
    ) -> None:
        self.endpoint = endpoint
        self.address = endpoint.address
        self.body = body
        self.headers = headers
        self.deadline = deadline
        self.connection = connection
        self.response: http.client.HTTPResponse | None = None

    def run(self) -> Answer:
        """Make the attempt; after a failure nothing is left open."""
        try:
            return self.converse()
        except BaseException:
            self.close()
            raise

    def converse(self) -> Answer:
        start = place = _split(self.address, self.address)
        for _ in range(_MOST_REDIRECTS + 1):
            response = self.send(place)
            if response.status not in _REDIRECTS:
                return self.receive(response)
            target = urljoin(place.geturl(), response.getheader("Location") or "")
            self.close()
            place = _split(target, self.address)
            if _origin(place) != _origin(start):
                raise EndpointError(
                    self.address, f"it sends us to another address, {_plain(target)}; name that if you trust it"
                )
        raise EndpointError(self.address, "it sends us round in circles")

    def send(self, place: SplitResult) -> http.client.HTTPResponse:
        path = (place.path or "/") + (f"?{place.query}" if place.query else "")
        kept = self.connection
        connection = self.connection = kept or _connect(place)
        connection.timeout = max(0.001, self.deadline - time.monotonic())
        if connection.sock is not None:
            connection.sock.settimeout(connection.timeout)
        try:
            connection.request("POST", path, self.body, self.headers)
            self.response = connection.getresponse()
        except ConnectionError:
            if kept is None:
                raise
            self.close()  # a kept connection may have been closed on the other side meanwhile
            return self.send(place)
        return self.response

    def receive(self, response: http.client.HTTPResponse) -> Answer:
        body = self.read(response)
        status = response.status
        if status != http.client.OK:
            text = _plain(body.decode("utf-8", "replace"))
            if status == http.client.BAD_REQUEST:
                raise RefusedQueryError(self.address, text)
            error = EndpointError(self.address, f"status {status}: {text}" if text else f"status {status}")
            if status == http.client.TOO_MANY_REQUESTS or status >= http.client.INTERNAL_SERVER_ERROR:
                raise _TryAgainError(error, _seconds(response.getheader("Retry-After")))
            raise error
        encoding = (response.getheader("Content-Encoding") or "identity").strip().lower()
        if encoding != "identity":
            raise EndpointDataError(self.address, f"the answer is packed ({_plain(encoding)}), which was not asked for")
        media_type = (response.getheader("Content-Type") or "").partition(";")[0].strip().lower()
        rows = response.getheader("X-SPARQL-MaxRows") or ""
        return Answer(media_type, body, int(rows) if re.fullmatch(r"[0-9]{1,9}", rows) else None)

    def read(self, response: http.client.HTTPResponse) -> bytes:
        most = self.endpoint.most_bytes
        expected = response.length
        parts: list[bytes] = []
        size = 0
        while size <= most and (part := response.read1(_CHUNK)):
            parts.append(part)
            size += len(part)
            if time.monotonic() > self.deadline:
                raise TimeoutError
        if size > most:
            raise EndpointDataError(self.address, f"the answer is larger than {most} bytes")
        if expected is not None and size < expected:
            raise http.client.IncompleteRead(b"", expected - size)
        response.close()
        if response.will_close:
            self.close()
        return b"".join(parts)

    def close(self) -> None:
        response, self.response = self.response, None
        if response is not None:
            response.close()
        connection, self.connection = self.connection, None
        if connection is not None:
            connection.close()

    def abandon(self) -> None:
        """Wake a thread that still waits, so that it fails and closes what it opened."""
        connection = self.connection
        waiting = connection.sock if connection is not None else None
        if waiting is not None:
            with suppress(OSError):
                waiting.shutdown(socket.SHUT_RDWR)


def _connect(place: SplitResult) -> http.client.HTTPConnection:
    assert place.hostname
    if place.scheme == "https":
        return http.client.HTTPSConnection(place.hostname, place.port, context=ssl.create_default_context())
    return http.client.HTTPConnection(place.hostname, place.port)


def _split(target: str, address: str) -> SplitResult:
    try:
        place = urlsplit(target)
        port = place.port
    except ValueError:
        raise EndpointError(address, "this is not an address") from None
    if place.scheme not in _PORTS or not place.hostname or (port is not None and port == 0):
        raise EndpointError(address, "only http and https addresses are asked")
    if place.username or place.password:
        raise EndpointError(address, "names and passwords do not belong in an address; send a header instead")
    if any(ord(c) <= 0x20 or ord(c) >= 0x7F for c in target):
        raise EndpointError(address, "the address holds characters that must be percent-encoded")
    return place._replace(fragment="")


def _origin(place: SplitResult) -> tuple[str, str | None, int]:
    return place.scheme, place.hostname, place.port or _PORTS[place.scheme]


def _seconds(text: str | None) -> float | None:
    return float(text) if text and re.fullmatch(r"[0-9]{1,6}", text.strip()) else None


def _plain(text: str, most: int = 200) -> str:
    """Make text of others fit for a message: one line, nothing that steers a terminal, not long."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: 4 * most]).split())
    return line if len(line) <= most else line[: most - 1] + "…"
