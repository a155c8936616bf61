"""An endpoint that is unreachable, slow or lying gives a typed error, within its time limit."""

from __future__ import annotations

import gzip
import socket
import time
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sobkb
from lying import Script, lying_server, replies, rows, says
from sobkb.errors import EndpointDataError, EndpointError, EndpointTimeoutError, QueryForbiddenError, QuerySyntaxError
from sobkb.remote.endpoint import Answer, Endpoint, RefusedQueryError
from sobkb.remote.results import RESULTS, read_boolean, read_rows

OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\n"
NOTHING = rows()


def ask(address: str, *, timeout: float = 0.6, retries: int = 0, most_bytes: int = 100_000) -> Answer:
    """Send one query."""
    endpoint = Endpoint(address, timeout=timeout, retries=retries, most_bytes=most_bytes)
    try:
        return endpoint.ask("SELECT * { ?s ?p ?o }", RESULTS)
    finally:
        endpoint.close()


def drip(data: bytes, pause: float = 0.05) -> Script:
    """Send byte by byte, each soon enough for a socket's own timeout never to strike."""

    def script(connection: socket.socket, _: bytes) -> None:
        with suppress(OSError):
            for byte in data:
                connection.sendall(bytes([byte]))
                time.sleep(pause)

    return script


def silence(connection: socket.socket, _: bytes) -> None:
    """Wait until the other side gives up."""
    with suppress(OSError):
        connection.recv(1)


def flood(connection: socket.socket, _: bytes) -> None:
    """Never stop sending."""
    with suppress(OSError):
        connection.sendall(OK + b"\r\n")
        while True:
            connection.sendall(b" " * 65536)


@pytest.mark.parametrize(
    "script",
    [silence, drip(OK + b"X-Long: " + b"x" * 1000), drip(OK + b"\r\n" + b" " * 1000)],
    ids=["silent", "drip-fed head", "drip-fed body"],
)
def test_a_slow_endpoint_is_given_up_when_its_time_is_up(script: Script) -> None:
    with lying_server(script) as server:
        start = time.monotonic()
        with pytest.raises(EndpointTimeoutError):
            ask(server.address)
        waited = time.monotonic() - start

    assert waited < 3


def test_a_drip_fed_answer_does_not_outlive_its_time_by_retries() -> None:
    with lying_server(replies(b"busy", status="503 Busy", more="Retry-After: 60\r\n")) as server:
        start = time.monotonic()
        with pytest.raises(EndpointError):
            ask(server.address, retries=5)
        waited = time.monotonic() - start

    assert waited < 3


def test_nothing_listening_is_said_so() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{probe.getsockname()[1]}/sparql"

        with pytest.raises(EndpointError, match="cannot be reached") as caught:
            ask(address)

    assert address == caught.value.address


@pytest.mark.parametrize(
    ("script", "words"),
    [
        (flood, "larger than"),
        (says(OK + b"Content-Length: 99999999999\r\n\r\n{"), "breaks off|larger"),
        (says(OK + b'Content-Length: 50\r\n\r\n{"head"'), "breaks off"),
        (says(OK + b'Transfer-Encoding: chunked\r\n\r\n50\r\n{"head"'), "breaks off"),
        (says(OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}"), "breaks off|speak HTTP"),
        (says(b"SSH-2.0-OpenSSH_9.2\r\n"), "speak HTTP"),
        (says(b"HTTP/1.1 nonsense\r\n\r\n"), "speak HTTP"),
        (says(OK + b"x: y\r\n" * 300 + b"\r\n{}"), "speak HTTP"),
        (says(b"HTTP/1.1 200 " + b"x" * 100_000), "speak HTTP"),
        (replies(gzip.compress(b"{}"), more="Content-Encoding: gzip\r\n"), "packed"),
    ],
    ids=[
        "endless",
        "too long",
        "cut off",
        "cut off chunk",
        "no chunk",
        "ssh",
        "no status",
        "many headers",
        "long status",
        "gzip",
    ],
)
def test_an_answer_that_is_not_what_it_says_is_refused(script: Script, words: str) -> None:
    with lying_server(script) as server, pytest.raises(EndpointDataError, match=words):
        ask(server.address)


@pytest.mark.parametrize("script", [says(b""), says(b"HTT")], ids=["hangs up", "hangs up in the middle"])
def test_an_endpoint_that_hangs_up_is_an_error(script: Script) -> None:
    with lying_server(script) as server, pytest.raises(EndpointError):
        ask(server.address)


@pytest.mark.parametrize("read", [read_rows, read_boolean])
@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b"<html><body>Not found</body></html>", "text/html"),
        (b'{"head":{"vars":[]},"results":{"bindings":[]}}', "text/plain"),
        (b"", RESULTS),
        (b'{"head":{"vars":["s"]},"results":{"bindi', RESULTS),
        (b"\xff\xfe", RESULTS),
        (b"[" * 100_000, RESULTS),
        (b"[]", RESULTS),
        (b"{}", RESULTS),
        (b'{"boolean":"yes"}', RESULTS),
        (b'{"head":{"vars":[1]},"results":{"bindings":[]}}', RESULTS),
        (b'{"head":{"vars":["s"]},"results":{"bindings":{}}}', RESULTS),
        (b'{"head":{"vars":["s"]},"results":{"bindings":[1]}}', RESULTS),
        (b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":1}]}}', RESULTS),
        (b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"uri"}}]}}', RESULTS),
        (b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"x","value":"y"}}]}}', RESULTS),
        (b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"uri","value":5}}]}}', RESULTS),
    ],
)
def test_what_is_no_sparql_result_is_refused(
    read: Callable[[str, Answer], object], body: bytes, media_type: str
) -> None:
    with pytest.raises(EndpointDataError):
        read("http://example.org/sparql", Answer(media_type, body))


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    with suppress(EndpointDataError):
        read_rows("http://example.org/sparql", Answer(RESULTS, body))


def test_a_row_without_what_was_asked_for_is_the_fault_of_the_endpoint() -> None:
    with lying_server(replies(rows({"s": {"type": "uri", "value": "http://a.org/x"}}))) as server:
        remote = sobkb.connect(server.address, timeout=5)
        for verb in (lambda: remote["x"], lambda: remote.search("x"), remote.find):
            with pytest.raises(EndpointDataError, match="lacks a value"):
                verb()


def test_a_passing_failure_is_tried_again() -> None:
    with lying_server(replies(b"", status="503 Busy"), says(b""), replies(NOTHING)) as server:
        answer = ask(server.address, retries=2, timeout=5)

    assert answer.media_type == RESULTS
    assert len(server.requests) == 3


def test_a_lasting_failure_is_given_up_with_its_status() -> None:
    with (
        lying_server(replies(b"out\x1b[31m of\nmemory", status="500 Oops")) as server,
        pytest.raises(EndpointError, match=r"status 500: out \[31m of memory"),
    ):
        ask(server.address, retries=1, timeout=5)

    assert len(server.requests) == 2


@pytest.mark.parametrize("status", ["401 Unauthorized", "404 Not Found", "418 Teapot"])
def test_a_refusal_is_not_tried_again(status: str) -> None:
    with lying_server(replies(b"no", status=status)) as server, pytest.raises(EndpointError, match=status[:3]):
        ask(server.address, retries=3)

    assert len(server.requests) == 1


def test_a_query_the_endpoint_does_not_take_is_told_apart() -> None:
    with lying_server(replies(b"syntax", status="400 Bad")) as server, pytest.raises(RefusedQueryError, match="syntax"):
        ask(server.address)


def test_redirects_are_followed_on_the_same_host_only() -> None:
    with lying_server(replies(NOTHING)) as other:
        away = replies(b"", status="302 Found", more=f"Location: {other.address}\r\n")
        with lying_server(away) as server, pytest.raises(EndpointError, match="another address"):
            ask(server.address)

    assert other.requests == []

    here = replies(b"", status="308 Moved", more="Location: /elsewhere\r\n")
    with lying_server(here, replies(NOTHING)) as server:
        ask(server.address, timeout=5)

    assert [r.split(b" ")[1] for r in server.requests] == [b"/sparql", b"/elsewhere"]


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/", "http://", "gopher://127.0.0.1/x", "//"])
def test_a_redirect_elsewhere_is_refused(target: str) -> None:
    with (
        lying_server(replies(b"", status="301 Moved", more=f"Location: {target}\r\n")) as server,
        pytest.raises(EndpointError),
    ):
        ask(server.address)


def test_a_circle_of_redirects_ends() -> None:
    with (
        lying_server(replies(b"", status="302 Found", more="Location: /sparql\r\n")) as server,
        pytest.raises(EndpointError, match="circles"),
    ):
        ask(server.address, timeout=5)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "file:///etc/passwd",
            "ftp://127.0.0.1/",
            "127.0.0.1:80",
            "",
            "http://",
            "http://[::1",
            "http://a:b@127.0.0.1/",
        ),
        *("http://127.0.0.1/a b", "http://127.0.0.1/\r\nX: y", "http://127.0.0.1:99999/", "javascript:alert(1)"),
    ],
)
def test_only_plain_http_addresses_are_asked(address: str) -> None:
    with pytest.raises(EndpointError):
        sobkb.connect(address)


def test_a_page_is_not_mistaken_for_an_endpoint() -> None:
    with (
        lying_server(replies(b"<html>hello</html>", media_type="text/html")) as server,
        pytest.raises(EndpointDataError, match="text/html"),
    ):
        sobkb.connect(server.address, timeout=2)


def test_values_of_the_endpoint_never_become_part_of_a_query() -> None:
    evil = "http://example.org/a> ?p ?o } ; DROP ALL #"
    row = {n: {"type": "uri", "value": evil} for n in ("s", "p", "o", "c", "g", "t", "n", "b", "x")}
    with lying_server(replies(rows(row))) as server:
        remote = sobkb.connect(server.address, timeout=5)
        for question in (list, len, lambda kb: kb.kinds, lambda kb: kb.search("a"), lambda kb: evil in kb):
            with suppress(sobkb.SobkbError):
                question(remote)

    assert len(server.requests) > 5
    assert [r for r in server.requests if b"DROP" in r] == []


def test_what_is_malformed_or_writes_is_not_sent() -> None:
    with lying_server(replies(NOTHING)) as server:
        remote = sobkb.connect(server.address, timeout=5)
        with pytest.raises(QuerySyntaxError) as caught:
            remote.sparql("SELECT * {\n ?s ?p }")
        with pytest.raises(QueryForbiddenError):
            remote.sparql("DROP ALL")
        with pytest.raises(QueryForbiddenError):
            remote.sparql("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }")

    assert (caught.value.line, caught.value.column) == (2, 8)
    assert len(server.requests) == 1


def test_headers_and_graphs_are_sent_along() -> None:
    with lying_server(replies(NOTHING)) as server:
        sobkb.connect(server.address, headers={"Authorization": "Bearer x"}, graphs=["http://example.org/g"], timeout=5)

    assert b"Authorization: Bearer x" in server.requests[0]
    assert b"default-graph-uri=http%3A%2F%2Fexample.org%2Fg" in server.requests[0]


@pytest.mark.parametrize(
    "headers", [{"Authorization": "Bearer x\r\nX-Evil: 1"}, {"Authorization": "sleutel€"}, {"a b": "x"}, {"": "x"}]
)
def test_a_header_that_would_be_another_request_is_refused(headers: dict[str, str]) -> None:
    with lying_server(replies(NOTHING)) as server, pytest.raises(EndpointError, match="cannot stand in a header"):
        sobkb.connect(server.address, headers=headers)

    assert server.requests == []


def test_the_rdf_of_an_endpoint_is_not_fetched_whole() -> None:
    with lying_server(replies(NOTHING)) as server:
        remote = sobkb.connect(server.address, timeout=5)

        with pytest.raises(EndpointError, match="sparql"):
            _ = remote.graph
