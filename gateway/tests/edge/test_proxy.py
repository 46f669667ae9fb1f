"""The proxy against real sockets: streaming, time limits, what is tried twice and what never is."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx
import pytest

from gateway.edge.breaker import State
from gateway.edge.onward import Onward
from gateway.edge.proxy import Proxy
from gateway.edge.security import Security
from gateway.running import Running
from gateway.testing import Upstream

MIB = 1024 * 1024
UPLOAD = {"Content-Type": "application/octet-stream"}


async def pieces(count: int, size: int = 65536) -> AsyncIterator[bytes]:
    for _ in range(count):
        yield b"x" * size


async def test_a_large_answer_arrives_whole(client: httpx.AsyncClient) -> None:
    answer = await client.get("/api/registry/v1/stream?parts=64")

    assert len(answer.content) == 4 * MIB


async def test_a_body_without_a_length_streams_to_the_service(client: httpx.AsyncClient) -> None:
    answer = await client.post("/api/registry/v1/echo", content=pieces(32), headers=UPLOAD)

    assert answer.json()["size"] == 2 * MIB
    assert ["transfer-encoding", "chunked"] in answer.json()["headers"]


async def test_a_body_with_a_length_keeps_it(client: httpx.AsyncClient) -> None:
    answer = await client.post("/api/registry/v1/echo", content=b"x" * MIB, headers=UPLOAD)

    assert answer.json()["size"] == MIB
    assert ["content-length", str(MIB)] in answer.json()["headers"]


async def test_a_body_that_outgrows_its_limit_is_broken_off(client: httpx.AsyncClient) -> None:
    small = {"Content-Type": "application/json"}

    answer = await client.post("/api/registry/v1/echo", content=pieces(32), headers=small)

    assert (answer.status_code, answer.json()["code"]) == (413, "body.too_large")
    assert answer.headers["connection"] == "close"


async def test_a_service_that_is_away_is_503_and_the_others_work(
    client: httpx.AsyncClient,
) -> None:
    away = await client.get("/api/events/v1/x")
    here = await client.get("/api/registry/v1/x")

    assert (away.status_code, away.json()["code"]) == (503, "edge.service_away")
    assert int(away.headers["retry-after"]) >= 1
    assert here.status_code == 200


async def test_once_open_the_breaker_answers_within_50_ms(
    client: httpx.AsyncClient, running: Running
) -> None:
    for _ in range(5):
        await client.post("/api/events/v1/x")
    assert running.proxy.ways["events"].breaker.state(time.monotonic()) is State.OPEN

    began = time.perf_counter()
    answer = await client.get("/api/events/v1/x")

    assert time.perf_counter() - began < 0.05
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")


async def test_a_service_that_does_not_begin_in_time_is_504(
    client: httpx.AsyncClient, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(running.table), "seconds", lambda *_: 0.2)

    answer = await client.post("/api/registry/v1/slow?seconds=2")

    assert (answer.status_code, answer.json()["code"]) == (504, "edge.service_slow")


@pytest.mark.parametrize("status", [301, 304, 404, 422, 500, 503])
async def test_a_services_own_answers_pass_as_they_are(
    client: httpx.AsyncClient, running: Running, status: int
) -> None:
    answer = await client.get(f"/api/registry/v1/status?code={status}", follow_redirects=False)

    assert answer.status_code == status
    assert running.proxy.ways["registry"].breaker.in_a_row == 0


Sent = list[dict[str, Any]]


async def forward(
    proxy: Proxy, path: str, receive: Callable[[], Awaitable[Any]] | None = None
) -> Sent:
    """One GET straight through the proxy; the ASGI messages that came back."""
    sent: Sent = []

    async def whole() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    onward = Onward("registry", "GET", path, [], 5, 0)
    await proxy.forward(onward, Security("http://x"), "0" * 32, receive or whole, send)
    return sent


@pytest.fixture
async def proxy(upstream: Upstream) -> AsyncIterator[Proxy]:
    upstream.forget()
    one = Proxy({"registry": upstream.url})
    await one.start()
    yield one
    await one.stop()


async def test_an_answer_that_breaks_off_is_not_made_to_look_whole(proxy: Proxy) -> None:
    sent = await forward(proxy, "/v1/break")

    assert sent[0]["status"] == 200
    assert sent[-1].get("more_body") is True, "the last message leaves the answer open"


async def test_when_the_client_leaves_the_service_hears_of_it(
    proxy: Proxy, upstream: Upstream
) -> None:
    messages = iter([{"type": "http.request"}, {"type": "http.disconnect"}])

    async def receive() -> Any:
        return next(messages)

    began = time.perf_counter()
    sent = await forward(proxy, "/v1/slow?seconds=5", receive)

    assert not sent
    assert time.perf_counter() - began < 2
    for _ in range(100):
        if upstream.left["slow"]:
            break
        await asyncio.sleep(0.02)
    assert upstream.left["slow"] == 1
    assert proxy.ways["registry"].gate.free == 64


class Closing:
    """A server that reads a request and closes the connection without an answer."""

    def __init__(self) -> None:
        self.methods: list[str] = []

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        self.methods.append(head.split(b" ", 1)[0].decode())
        writer.close()


@pytest.mark.parametrize(
    ("method", "times"),
    [("GET", 2), ("HEAD", 2), ("POST", 1), ("PUT", 1), ("PATCH", 1), ("DELETE", 1)],
)
async def test_a_read_is_tried_twice_and_a_write_never(
    client: httpx.AsyncClient, running: Running, method: str, times: int
) -> None:
    closing = Closing()
    server = await asyncio.start_server(closing, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    running.proxy.ways["registry"].url = f"http://127.0.0.1:{port}"

    answer = await client.request(method, "/api/registry/v1/x")

    server.close()
    await server.wait_closed()
    assert answer.status_code == 502
    assert closing.methods == [method] * times


async def test_second_tries_have_a_budget(proxy: Proxy) -> None:
    way = proxy.ways["registry"]
    lost = ConnectionResetError()

    allowed = [way.may_retry("GET", lost) for _ in range(12)]

    assert allowed == [True] * 10 + [False] * 2
    way.answered()
    assert not way.may_retry("GET", lost)
    for _ in range(10):
        way.answered()
    assert way.may_retry("GET", lost)
    assert not way.may_retry("GET", TimeoutError())
