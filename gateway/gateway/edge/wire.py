"""HTTP/1.1 as this door reads it: `uvicorn --http gateway.edge.wire:StrictHttp`.

httptools already refuses what smuggles requests (two lengths, length and chunks, bare line feeds).
What it lets through and an ASGI application can no longer see is refused here: a target that is
not a path, and headers without end or that never come.
"""

import asyncio
from functools import cache
from typing import Any

import orjson

from chassis import problems
from chassis.logs import request_id
from chassis.onewrite import OneWriteHttp
from gateway.edge import ids
from gateway.edge.errors import BadFraming
from gateway.edge.headers import MAX_BYTES, MAX_COUNT
from gateway.edge.paths import MAX_ADDRESS
from gateway.edge.security import Security
from gateway.refusals import REFUSALS
from gateway.settings import GatewaySettings

HEADERS_WITHIN = 10.0  # seconds
# The door answers 414 and 431 for what is too large; this bound only keeps memory.
LONGEST_ADDRESS = 4 * MAX_ADDRESS
MOST_BYTES, MOST_COUNT = 4 * MAX_BYTES, 10 * MAX_COUNT


class Unreadable(ValueError):
    """Raised inside the parser's callbacks: uvicorn then answers 400 and closes."""


@cache
def _said() -> tuple[problems.Sentences, Security]:
    return problems.Sentences(REFUSALS), Security(GatewaySettings().origin)


class StrictHttp(OneWriteHttp):
    """uvicorn's httptools protocol, stricter."""

    deadline: asyncio.TimerHandle | None = None
    is_reading = False
    size = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._expect_headers()

    def connection_lost(self, exc: Exception | None) -> None:
        self._headers_came()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.size, self.is_reading = 0, True

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        # Nearly always they came in one piece: no timer then, which cost a twentieth of the door.
        if self.is_reading:
            self._expect_headers()

    def on_url(self, url: bytes) -> None:
        super().on_url(url)
        if len(self.url) > LONGEST_ADDRESS:
            raise Unreadable("address without end")

    def on_header(self, name: bytes, value: bytes) -> None:
        super().on_header(name, value)
        self.size += len(name) + len(value)
        if self.size > MOST_BYTES or len(self.headers) > MOST_COUNT:
            raise Unreadable("headers without end")

    def on_headers_complete(self) -> None:
        self._headers_came()
        if not self.url.startswith(b"/"):
            # `GET http://elsewhere/` names a host twice; which one counts, servers disagree.
            raise Unreadable("the target is not a path")
        super().on_headers_complete()

    def send_400_response(self, msg: str) -> None:
        """What cannot be read is refused as everything else is, and the connection ends."""
        self._headers_came()
        sentences, security = _said()
        rid = ids.request_id()
        request_id.set(rid)
        body = orjson.dumps(problems.body(sentences, BadFraming("edge.framing"), 0))
        head = security.complete(
            [
                (b"content-type", problems.MEDIA_TYPE.encode()),
                (b"content-length", str(len(body)).encode()),
                (b"connection", b"close"),
            ],
            rid,
        )
        lines: list[Any] = [b"HTTP/1.1 400 Bad Request\r\n"]
        lines += [name + b": " + value + b"\r\n" for name, value in head]
        self.transport.write(b"".join([*lines, b"\r\n", body]))
        self.transport.close()

    def _expect_headers(self) -> None:
        if self.deadline is None:
            self.deadline = self.loop.call_later(HEADERS_WITHIN, self.transport.close)

    def _headers_came(self) -> None:
        self.is_reading = False
        if self.deadline is not None:
            self.deadline.cancel()
            self.deadline = None
