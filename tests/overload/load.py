"""Requests at a rate that does not wait for answers, over kept connections, for so many seconds."""

import asyncio
import itertools
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import urlsplit

import httptools

# So many may wait for an answer at a time; beyond it less is offered, and said so.
CONNECTIONS = 2000


@dataclass
class Told:
    """What came back: latencies of the accepted in seconds, statuses, refusals without a word on
    when to come again or on what is left, and requests whose connection was closed on them.
    `good`: accepted within the `seconds`, while what is on its way at their end is not."""

    seconds: float = 0.0
    ends: float = 0.0
    good: int = 0
    sent: int = 0
    accepted: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    without_retry: int = 0
    without_limits: int = 0
    lost: int = 0

    @property
    def goodput(self) -> float:
        return self.good / self.seconds

    def quantile(self, part: float) -> float:
        ordered = sorted(self.accepted)
        return ordered[min(len(ordered) - 1, int(len(ordered) * part))] if ordered else 0.0


class Connection(asyncio.Protocol):
    """One request at a time; every answer ends in `told`."""

    def __init__(self, told: Told, idle: "list[Connection]") -> None:
        self.told, self.idle = told, idle
        self.is_waiting, self.is_open = False, True
        self.done: asyncio.Future[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop's is none of asyncio's classes
        self.transport = cast("asyncio.Transport", transport)

    def ask(self, request: bytes) -> None:
        self.parser = httptools.HttpResponseParser(self)
        self.names: set[bytes] = set()
        self.is_waiting, self.began = True, time.perf_counter()
        self.transport.write(request)

    def data_received(self, data: bytes) -> None:
        self.parser.feed_data(data)

    def on_header(self, name: bytes, _: bytes) -> None:
        self.names.add(name.lower())

    def on_message_complete(self) -> None:
        self.is_waiting = False
        told, status = self.told, self.parser.get_status_code()
        told.statuses[status] += 1
        if status < 300:
            now = time.perf_counter()
            told.accepted.append(now - self.began)
            told.good += now <= told.ends
        elif status in (429, 503):
            told.without_retry += b"retry-after" not in self.names
            told.without_limits += not {b"ratelimit", b"ratelimit-policy"} <= self.names
        self._free()

    def connection_lost(self, error: Exception | None) -> None:
        self.is_open = False
        if self.is_waiting:
            self.told.lost += 1
            self._free()

    def _free(self) -> None:
        if self.is_open:
            self.idle.append(self)
        if self.done and not self.done.done():
            self.done.set_result(None)


async def _open(url: str, told: Told, idle: list[Connection]) -> Connection:
    where = urlsplit(url)
    _, made = await asyncio.get_running_loop().create_connection(
        lambda: Connection(told, idle), str(where.hostname), where.port
    )
    return made


async def closed(url: str, requests: Sequence[bytes], clients: int, seconds: float) -> Told:
    """So many clients, each of whom asks again as soon as it was answered."""
    ends = time.perf_counter() + seconds
    told, turn = Told(seconds, ends), itertools.cycle(requests)

    async def one() -> None:
        connection = await _open(url, told, [])
        while time.perf_counter() < ends and connection.is_open:
            connection.done = asyncio.get_running_loop().create_future()
            connection.ask(next(turn))
            await connection.done
        connection.transport.close()

    await asyncio.gather(*(one() for _ in range(clients)))
    return told


async def offered(url: str, requests: Sequence[bytes], rate: float, seconds: float) -> Told:
    """`rate` requests a second whatever becomes of them."""
    told, turn = Told(seconds), itertools.cycle(requests)
    idle: list[Connection] = []
    every = [await _open(url, told, idle) for _ in range(CONNECTIONS)]
    idle += every
    began, due = time.perf_counter(), 0
    told.ends = began + seconds
    while (now := time.perf_counter() - began) < seconds:
        behind, due = int(rate * now) - due, int(rate * now)
        for _ in range(behind):
            while idle and not idle[-1].is_open:
                idle.pop()
            if not idle:
                break
            told.sent += 1
            idle.pop().ask(next(turn))
        await asyncio.sleep(0.002)
    for _ in range(100):  # what is on its way is waited for, and counts
        if not any(one.is_waiting and one.is_open for one in every):
            break
        await asyncio.sleep(0.1)
    told.lost += sum(one.is_waiting and one.is_open for one in every)
    for one in every:
        one.is_waiting = False
        one.transport.close()
    return told
