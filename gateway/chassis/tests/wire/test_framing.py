"""Framing and headers against a service alone, on a socket: section 5 of the bar, no door."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
from starlette.types import Receive, Scope, Send
from uvicorn import Config
from uvicorn.server import ServerState

from chassis.framing import MOST_BYTES, MOST_COUNT, ServiceHttp

GET, POST = b"GET /v1/things HTTP/1.1\r\n", b"POST /v1/things HTTP/1.1\r\n"
HOST, END = b"Host: registry:8000\r\n", b"\r\n"
SECOND = b"GET /v1/smuggled HTTP/1.1\r\nHost: a\r\n\r\n"


class Service:
    """What stands behind the protocol: it answers all, and remembers what reached it."""

    def __init__(self) -> None:
        self.port, self.reached = 0, list[Scope]()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.reached.append(scope)
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def ask(self, request: bytes) -> tuple[list[int], bytes]:
        """The statuses of all answers until the connection ends, and what was received."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(request)
        try:
            received = await asyncio.wait_for(reader.read(), 2)
        finally:
            writer.close()
            await writer.wait_closed()
        return [int(one) for one in re.findall(rb"HTTP/1\.1 (\d{3})", received)], received


@pytest.fixture
async def service() -> AsyncIterator[Service]:
    found = Service()
    config = Config(found, http=ServiceHttp, ws="none", lifespan="off", proxy_headers=False)
    config.load()
    state, loop = ServerState(), asyncio.get_running_loop()

    def protocol() -> Any:
        return ServiceHttp(config=config, server_state=state, app_state={}, _loop=loop)

    server = await loop.create_server(protocol, "127.0.0.1", 0)
    found.port = server.sockets[0].getsockname()[1]
    yield found
    server.close()
    await server.wait_closed()


REFUSED = {
    "length and chunks": POST + HOST + b"Content-Length: 5\r\nTransfer-Encoding: chunked"
    b"\r\n\r\n0\r\n\r\n",
    "two lengths": POST + HOST + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nxxxxx",
    "length +4": POST + HOST + b"Content-Length: +4\r\n\r\nxxxx",
    "xchunked": POST + HOST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "space before colon": POST + HOST + b"Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
    "bare line feed": (GET + HOST + END).replace(b"\r\n", b"\n"),
    "obs-fold": GET + HOST + b"X-A: 1\r\n 2\r\n\r\n",
    "two hosts": GET + HOST + HOST + END,
    "no host": GET + END,
    "host with a path": GET + b"Host: a/abc?x=\r\n\r\n",
    "absolute form": b"GET http://registry:8000/v1/things HTTP/1.1\r\n" + HOST + END,
    "target @evil": b"GET @evil HTTP/1.1\r\n" + HOST + END,
    "NUL in a header": GET + HOST + b"X-A: a\x00b\r\n\r\n",
    "underscore in a name": GET + HOST + b"X_User_Id: 1\r\nX-User-Id: 2\r\n\r\n",
    "an offer and two hosts": GET + HOST + HOST
    + b"Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AA\r\n\r\n",
}  # fmt: skip
TOO_LARGE = {
    "70 kB": GET + HOST + b"X-A: " + b"a" * 70_000 + b"\r\n\r\n",
    "3,000 headers": GET + HOST + b"X-A: 1\r\n" * 3000 + END,
    "one too many": GET + HOST + b"X-A: 1\r\n" * MOST_COUNT + END,
    "one byte too many": GET + HOST + b"X-A: " + b"a" * MOST_BYTES + b"\r\n\r\n",
}


@pytest.mark.parametrize(
    ("request_", "status", "code"),
    [(one, 400, "wire.framing") for one in REFUSED.values()]
    + [(one, 431, "wire.headers_too_large") for one in TOO_LARGE.values()],
    ids=[*REFUSED, *TOO_LARGE],
)
async def test_a_service_refuses_it_and_reads_nothing_that_follows(
    service: Service, request_: bytes, status: int, code: str
) -> None:
    statuses, received = await service.ask(request_ + SECOND)

    assert statuses == [status], received
    assert service.reached == []
    assert b"application/problem+json" in received
    assert json.loads(received.partition(b"\r\n\r\n")[2])["code"] == code


async def test_a_forwarded_address_is_not_believed(service: Service) -> None:
    claimed = b"X-Forwarded-For: 1.2.3.4\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n"

    statuses, _ = await service.ask(GET + HOST + claimed + END)

    assert statuses == [200]
    assert service.reached[0]["client"][0] == "127.0.0.1"
    assert service.reached[0]["scheme"] == "http"


async def test_what_is_plain_is_read_and_the_next_request_too(service: Service) -> None:
    last = GET + HOST + b"Connection: close\r\n\r\n"

    statuses, _ = await service.ask(GET + HOST + END + last)

    assert statuses == [200, 200]
