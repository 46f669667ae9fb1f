"""A receiver on loopback that fails often, hangs under one address, and keeps what arrived."""

import asyncio
import json
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import uvicorn

from tests.webhooks.verifying import Message, by_python

HANG = "/hang"
HANG_SECONDS = 60.0
# So that chance makes no dead letter: after the tenth failed try an event is one.
MOST_FAILURES = 8


@dataclass(slots=True)
class Arrival:
    """One attempt: the event, the secrets under which it verified, and how it was answered."""

    event: dict[str, Any]
    message: Message
    verified: int
    status: int
    at: float


@dataclass
class Receiver:
    """`secrets`: what its owner was shown, the newest last."""

    failing: float
    secrets: list[str] = field(default_factory=list)
    arrivals: list[Arrival] = field(default_factory=list)
    failures: Counter[str] = field(default_factory=Counter)
    chance: random.Random = field(default_factory=lambda: random.Random(7))

    async def start(self) -> str:
        config = uvicorn.Config(
            self, host="127.0.0.1", port=0, http="httptools", interface="asgi3", lifespan="off",
            log_level="critical", access_log=False, timeout_graceful_shutdown=1,
        )  # fmt: skip
        self.server = uvicorn.Server(config)
        self.serving = asyncio.create_task(self.server.serve())
        while not self.server.started:
            await asyncio.sleep(0.05)
        port = self.server.servers[0].sockets[0].getsockname()[1]
        return f"http://127.0.0.1:{port}"

    async def stop(self) -> None:
        self.server.should_exit = self.server.force_exit = True
        await self.serving

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        body, more = b"", True
        while more:
            part = await receive()
            body += part.get("body", b"")
            more = part.get("more_body", False)
        if scope["path"] == HANG:
            await asyncio.sleep(HANG_SECONDS)
        else:
            await self._answer(scope, body, send)

    async def _answer(self, scope: Any, body: bytes, send: Any) -> None:
        headers = {name.decode(): value.decode() for name, value in scope["headers"]}
        event = json.loads(body)
        status = 204
        if self.chance.random() < self.failing and self.failures[event["id"]] < MOST_FAILURES:
            self.failures[event["id"]] += 1
            status = self.chance.choice((500, 429, 503, 302))
        messages = [Message(secret, headers, body) for secret in self.secrets]
        verified = sum(by_python(one) for one in messages)
        self.arrivals.append(Arrival(event, messages[-1], verified, status, time.time()))
        await asyncio.sleep(self.chance.uniform(0, 0.02))
        await send({"type": "http.response.start", "status": status, "headers": []})
        await send({"type": "http.response.body", "body": b""})
