"""A receiver on loopback, events in the feed behind the gateway, and time that runs faster."""

import asyncio
import json
import socket
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

import pytest
import uvicorn

from gateway.testing import Upstream
from gateway.webhooks import dispatch

LOOPBACK = "127.0.0.0/8"
SPACE = UUID("6f1d8f0e-7d0b-5b1a-9c57-6e6863617500")


@dataclass
class Arrival:
    """One request: when it came, headers, body, and the status that it was answered with."""

    headers: dict[str, str]
    body: bytes
    status: int
    at: float = field(default_factory=time.monotonic)

    @property
    def event(self) -> dict[str, Any]:
        return json.loads(self.body)


Answer = Callable[[dict[str, Any]], tuple[int, dict[str, str], bytes, float]]


class Receiver:
    """A real server in a thread; `says` decides status, headers, body and delay of each answer."""

    def __init__(self) -> None:
        self.arrivals: list[Arrival] = []
        self.says: Answer = lambda event: (204, {}, b"", 0.0)
        self.socket = socket.socket()
        self.socket.bind(("127.0.0.1", 0))
        self.socket.listen(128)
        self.port = self.socket.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/hook"
        config = uvicorn.Config(
            self.app, http="httptools", interface="asgi3", lifespan="off", log_level="error",
            access_log=False, timeout_graceful_shutdown=1,
        )  # fmt: skip
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(
            target=self.server.run, kwargs={"sockets": [self.socket]}, daemon=True
        )
        self.thread.start()

    async def app(self, scope: Any, receive: Any, send: Any) -> None:
        body, more = b"", True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
        status, headers, reply, seconds = self.says(json.loads(body))
        headers_in = {key.decode(): value.decode() for key, value in scope["headers"]}
        self.arrivals.append(Arrival(headers_in, body, status))
        await asyncio.sleep(seconds)
        raw = [(key.encode(), value.encode()) for key, value in headers.items()]
        await send({"type": "http.response.start", "status": status, "headers": raw})
        await send({"type": "http.response.body", "body": reply})

    def close(self) -> None:
        self.server.should_exit = True
        self.thread.join(5)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    made = Receiver()
    yield made
    made.close()


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask for it before `app`: loopback may be called, and 75 hours pass in seconds. So do the
    dispatcher's looks: one a second would be most of what ten tries take."""
    monkeypatch.setattr(dispatch, "LOOK_SECONDS", 0.05)
    monkeypatch.setenv("WEBHOOK_ALLOW_CIDRS", LOOPBACK)
    monkeypatch.setenv("WEBHOOK_SCALE", "0.00001")


def event(number: int, objects: int = 1, unit: str | None = None, **data: Any) -> dict[str, Any]:
    """The event at position `number`, of one of so many records."""
    which = number % objects
    said = {
        "specversion": "1.0",
        "id": f"registry-{number}",
        "source": "/api/registry/v1/ngos",
        "type": "vn.nhipcau.registry.ngos.update.v1",
        "subject": str(uuid5(SPACE, f"ngo/{which}")),
        "time": "2026-11-22T09:00:00Z",
        "datacontenttype": "application/json",
        "sequence": f"{number:020d}",
        "data": {"resource": "ngos", "action": "update", "version": number, "record": {"n": number}}
        | data,
    }
    return said | ({"unitid": str(uuid5(SPACE, f"unit/{unit}"))} if unit else {})


@pytest.fixture
def happen(upstream: Upstream) -> Callable[..., None]:
    """Adds so many events to the registry's feed."""

    def add(count: int, objects: int = 1, unit: str | None = None, **data: Any) -> None:
        for _ in range(count):
            upstream.feed.append(event(len(upstream.feed) + 1, objects, unit, **data))

    return add


Make = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
def a_webhook(signed_in: Any, receiver: Receiver) -> Make:
    """Names the receiver as integrator of HUFO; what was answered, its secret included."""

    async def make(who: Any = None, **values: Any) -> dict[str, Any]:
        caller = who or await signed_in("integrator")
        body = {"name": "Kho dữ liệu", "url": receiver.url, "types": ["registry"]} | values
        made = await caller.post("/api/gateway/v1/webhooks", json=body)
        assert made.status_code == 201, made.text
        return made.json()

    return make
