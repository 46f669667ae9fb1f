"""Framing and headers against the gateway as a real process: uvicorn, httptools, raw sockets."""

import re
import socket
import time

import pytest

from gateway.testing import Upstream

GET = b"GET /api/registry/v1/echo HTTP/1.1\r\n"
POST = b"POST /api/registry/v1/echo HTTP/1.1\r\n"
HOST = b"Host: 127.0.0.1\r\n"
END = b"\r\n"
SMUGGLED = b"GET /api/registry/v1/smuggled HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
JSON = b"Content-Type: application/json\r\n"


def ask(port: int, *parts: bytes) -> tuple[list[int], bytes, bool]:
    """Statuses of all answers to these bytes, what was received, and whether it was closed."""
    received, closed = b"", False
    with socket.create_connection(("127.0.0.1", port)) as one:
        one.settimeout(0.6)
        try:
            for part in parts:
                one.sendall(part)
            while more := one.recv(65536):
                received += more
            closed = True
        except TimeoutError:
            pass
        except ConnectionError:
            closed = True
    return [int(s) for s in re.findall(rb"HTTP/1\.1 (\d{3})", received)], received, closed


def test_an_ordinary_request_is_answered_and_the_connection_stays(port: int) -> None:
    statuses, received, closed = ask(port, GET + HOST + END)

    assert statuses == [200], received
    assert not closed


REFUSED = {
    "length and chunks": POST + HOST + JSON + b"Content-Length: 5\r\nTransfer-Encoding: chunked"
    b"\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "two lengths": POST + HOST + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nxxxxx" + SMUGGLED,
    "length +4": POST + HOST + b"Content-Length: +4\r\n\r\nxxxx" + SMUGGLED,
    "xchunked": POST + HOST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "space before colon": POST + HOST + b"Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "bare line feed": GET.replace(b"\r\n", b"\n") + HOST.replace(b"\r\n", b"\n") + b"\n",
    "obs-fold": GET + HOST + b"X-A: 1\r\n 2\r\n\r\n",
    "two hosts": GET + HOST + HOST + END + SMUGGLED,
    "no host": GET + END + SMUGGLED,
    "host with a path": GET + b"Host: a/b?x=\r\n\r\n" + SMUGGLED,
    "host with a user": GET + b"Host: a@b\r\n\r\n" + SMUGGLED,
    "target @evil": b"GET @evil HTTP/1.1\r\n" + HOST + END + SMUGGLED,
    "absolute form": b"GET http://127.0.0.1/api/registry/v1/echo HTTP/1.1\r\n" + HOST + END
    + SMUGGLED,
    "authority form": b"CONNECT evil:443 HTTP/1.1\r\n" + HOST + END + SMUGGLED,
    "NUL in a header": GET + HOST + b"X-A: a\x00b\r\n\r\n" + SMUGGLED,
    "underscore in a name": GET + HOST + b"X_User_Id: 1\r\nX-User-Id: 2\r\n\r\n" + SMUGGLED,
    "dot segments": b"GET /api/registry/v1/../v1/echo HTTP/1.1\r\n" + HOST + END + SMUGGLED,
    "encoded slash": b"GET /api/registry/v1%2fecho HTTP/1.1\r\n" + HOST + END + SMUGGLED,
    "two slashes": b"GET //evil.example/ HTTP/1.1\r\n" + HOST + END + SMUGGLED,
    "raw bytes in the path": b"GET /\xc3\xa9 HTTP/1.1\r\n" + HOST + END + SMUGGLED,
    "no HTTP": b"\x16\x03\x01\x00\xa5\x01\x00\x00",
}  # fmt: skip


def test_a_stream_that_breaks_ends_the_connection_and_hides_no_second_request(
    port: int, upstream: Upstream
) -> None:
    """Its head streams on before the fault is seen: the service gets half a body, never more."""
    upstream.forget()
    broken = b"Transfer-Encoding: chunked\r\n\r\n3\r\nabcXX0\r\n\r\n"

    statuses, received, closed = ask(port, POST + HOST + broken + SMUGGLED)

    assert statuses == [400], received
    assert closed
    deadline = time.monotonic() + 2
    while not upstream.hits and time.monotonic() < deadline:
        time.sleep(0.02)
    assert set(upstream.hits) <= {"POST /v1/echo"}


@pytest.mark.parametrize("name", REFUSED)
def test_what_could_be_read_in_two_ways_is_400_and_ends_the_connection(
    port: int, upstream: Upstream, name: str
) -> None:
    upstream.forget()

    statuses, received, closed = ask(port, REFUSED[name])

    assert statuses == [400], received
    assert closed, "the connection is closed, so nothing behind it is read"
    assert not upstream.hits, "nothing reached the service"
    assert b"application/problem+json" in received
    assert b"content-security-policy: default-src 'self'" in received
    assert b"\r\nserver:" not in received.lower()


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (GET + HOST + b"X-A: " + b"a" * 70_000 + b"\r\n\r\n", 431),
        (GET + HOST + b"X-A: 1\r\n" * 150 + END, 431),
        (b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\n" + HOST + END, 414),
        (POST + HOST + JSON + b"Content-Length: 52428800\r\n\r\n", 413),
        (POST + HOST + b"Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc", 415),
        (b"TRACE /api/registry/v1/echo HTTP/1.1\r\n" + HOST + END, 405),
    ],
)
def test_limits_are_answered_at_once(
    port: int, upstream: Upstream, request_: bytes, status: int
) -> None:
    upstream.forget()

    statuses, received, _ = ask(port, request_)

    assert statuses == [status], received
    assert not upstream.hits


def test_headers_without_end_are_cut_off(port: int) -> None:
    endless = [GET + HOST] + [b"X-A: " + b"a" * 16_000 + b"\r\n"] * 20

    statuses, _, closed = ask(port, *endless)

    assert closed
    assert statuses in ([], [400])


def test_a_forwarded_address_from_loopback_is_not_believed(port: int) -> None:
    claimed = b"X-Forwarded-For: 1.2.3.4\r\nX-Forwarded-Proto: https\r\n"

    _, received, _ = ask(port, GET + HOST + claimed + END)

    assert b'["x-forwarded-for", "127.0.0.1"]' in received
    assert b'["x-forwarded-proto", "http"]' in received
    assert b"1.2.3.4" not in received


def test_an_upgrade_to_a_websocket_is_an_ordinary_request(port: int) -> None:
    upgrade = b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"

    statuses, received, _ = ask(port, GET + HOST + upgrade + END)

    assert statuses == [200]
    assert b'["upgrade"' not in received


H2C = b"Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAEAAEAAAAIAAAAB\r\n"
BODIES = {
    "length": b"Content-Length: 13\r\n\r\n" + b'{"a": "ghij"}',
    "chunks": b"Transfer-Encoding: chunked\r\n\r\n" + b'd\r\n{"a": "ghij"}\r\n0\r\n\r\n',
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_a_body_that_came_with_an_offer_to_upgrade_is_read(port: int, body: bytes) -> None:
    request = POST + HOST + JSON + H2C + body

    statuses, received, _ = ask(port, request + GET + HOST + END)
    in_pieces, _, _ = ask(port, *(request[at : at + 50] for at in range(0, len(request), 50)))

    assert statuses == [200, 200], received
    assert b'"size": 13' in received
    assert b"h2c" not in received
    assert in_pieces == [200]


def test_a_request_hidden_in_the_body_after_an_offer_is_not_answered(port: int) -> None:
    hidden = b"Content-Length: %d\r\n\r\n" % len(SMUGGLED) + SMUGGLED

    statuses, received, _ = ask(port, POST + HOST + JSON + H2C + hidden)

    assert statuses == [200], received


def test_requests_behind_one_another_are_answered_in_order(port: int) -> None:
    two = GET.replace(b"echo", b"first") + HOST + END + GET.replace(b"echo", b"second") + HOST + END

    statuses, received, _ = ask(port, two)

    assert statuses == [200, 200]
    assert received.index(b"/v1/first") < received.index(b"/v1/second")


def test_an_answer_that_breaks_off_ends_the_connection_unfinished(port: int) -> None:
    _, received, closed = ask(port, GET.replace(b"echo", b"break") + HOST + END)

    assert closed
    assert not received.endswith(b"0\r\n\r\n")
