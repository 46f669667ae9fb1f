"""Connections on which nothing more is said: they hold nobody up, and are let go."""

import socket
import time
from contextlib import ExitStack
from http.client import HTTPResponse

from gateway.edge.wire import HEADERS_WITHIN

BEGUN = b"GET /api/registry/v1/echo HTTP/1.1\r\nHost: 127.0.0"
WHOLE = BEGUN + b".1\r\nConnection: close\r\n\r\n"
KEPT = BEGUN + b".1\r\n\r\n"
MANY, SERVED = 500, 20


def answer(port: int) -> bytes:
    """The status line of a whole request, on a connection of its own."""
    with socket.create_connection(("127.0.0.1", port), timeout=HEADERS_WITHIN / 2) as one:
        one.sendall(WHOLE)
        return one.recv(65536).split(b"\r\n")[0]


def ended(one: socket.socket, until: float) -> bool:
    """Whether the door has closed this connection by then, without a word to the half request."""
    one.settimeout(max(0.01, until - time.monotonic()))
    try:
        return one.recv(64) == b""
    except TimeoutError:
        return False
    except ConnectionError:
        return True


def test_five_hundred_who_begin_and_say_no_more_are_let_go_and_hold_nobody_up(port: int) -> None:
    with ExitStack() as held:
        idle = []
        for _ in range(MANY):
            one = held.enter_context(socket.create_connection(("127.0.0.1", port), timeout=10))
            one.sendall(BEGUN)
            idle.append(one)
        for one in idle[:SERVED]:
            # as a second request on a connection on which a first was answered
            one.sendall(KEPT.removeprefix(BEGUN))
            first = HTTPResponse(one)
            first.begin()
            assert (first.status, first.will_close, bool(first.read())) == (200, False, True)
            one.sendall(BEGUN)

        meanwhile = [answer(port) for _ in range(5)]
        # twice the time that headers may take: other suites run on the same two cores
        until = time.monotonic() + 2 * HEADERS_WITHIN
        let_go = [ended(one, until) for one in idle]

    assert meanwhile == [b"HTTP/1.1 200 OK"] * 5
    assert let_go == [True] * MANY
    assert answer(port) == b"HTTP/1.1 200 OK"
