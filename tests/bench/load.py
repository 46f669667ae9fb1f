"""A closed-loop load over kept connections: as many requests as asked for, then it stops by itself.

Small on purpose: a general client costs more per request than the service that it measures.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httptools


@dataclass(frozen=True, slots=True)
class Measured:
    """One burst: requests per second, latencies in ms, and CPU µs per request of the servers."""

    rate: float
    p50: float
    p99: float
    cpu: float


class _Connection(asyncio.Protocol):
    def __init__(self) -> None:
        self.done: asyncio.Future[int] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.parser.feed_data(data)

    def on_message_complete(self) -> None:
        if self.done and not self.done.done():
            self.done.set_result(self.parser.get_status_code())

    def connection_lost(self, error: Exception | None) -> None:
        if self.done and not self.done.done():
            self.done.set_exception(ConnectionError("the server closed the connection"))

    def ask(self, request: bytes) -> "asyncio.Future[int]":
        self.parser = httptools.HttpResponseParser(self)
        self.done = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        return self.done


def request(url: str, target: str, headers: dict[str, str], body: bytes = b"") -> bytes:
    """One HTTP/1.1 request as bytes; POST when there is a body."""
    lines = [f"{'POST' if body else 'GET'} {target} HTTP/1.1", f"host: {urlsplit(url).netloc}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    if body:
        lines.append(f"content-length: {len(body)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def cpu_seconds(pids: Sequence[int]) -> float:
    """User and system time of these processes so far."""
    ticks = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / 100


async def burst(
    url: str, requests: Sequence[bytes], total: int, clients: int, pids: Sequence[int]
) -> Measured:
    """Send `total` requests over `clients` connections; every answer must be 2xx."""
    parts = urlsplit(url)
    host, port = str(parts.hostname), int(parts.port or 80)
    loop = asyncio.get_running_loop()
    latencies: list[float] = []
    turn = iter(range(total))

    async def one() -> None:
        _, connection = await loop.create_connection(_Connection, host, port)
        try:
            for number in turn:
                began = time.perf_counter()
                status = await connection.ask(requests[number % len(requests)])
                latencies.append((time.perf_counter() - began) * 1000)
                if not 200 <= status < 300:
                    raise RuntimeError(f"{url} answered {status}")
        finally:
            connection.transport.close()

    before, began = cpu_seconds(pids), time.perf_counter()
    async with asyncio.timeout(120), asyncio.TaskGroup() as tasks:
        for _ in range(clients):
            tasks.create_task(one())
    seconds = time.perf_counter() - began
    spent = cpu_seconds(pids) - before
    latencies.sort()
    return Measured(
        rate=total / seconds,
        p50=latencies[len(latencies) // 2],
        p99=latencies[int(len(latencies) * 0.99)],
        cpu=spent / total * 1e6,
    )
