"""`make bench`: ours and the plainest alternative in turn, medians and ratios beside the bars.

Absolute numbers belong to the machine; the ratio of two things measured in one run does not.
No side writes access lines (`make bench` says so to the house): what writes them and what does not
could not be compared.
"""

import asyncio
import os
import random
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from statistics import median
from urllib.parse import urlencode
from uuid import uuid4

import httpx
import orjson

from deploy.postgres.postmaster import free_port
from tests.bench import fill, house, keys
from tests.bench.load import Measured, burst, request
from tests.bench.report import Line, print_table

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
REQUESTS = int(os.environ.get("BENCH_REQUESTS", "1500"))
GRANTS = int(os.environ.get("BENCH_GRANTS", str(fill.GRANTS)))
CLIENTS = 16
WRITES = 400
Burst = tuple[str, list[bytes], list[int]]


async def pages(url: str, prefix: str, headers: dict[str, str], **fixed: str) -> list[bytes]:
    """200 different pages: forms, periods, and for half of them a cursor into the list."""
    dice = random.Random(7)
    made = []
    for number in range(200):
        start = dice.randint(2010, 2021)
        query = {
            "form": dice.choice(["project", "non_project", "programme"]),
            "approved_from": f"{start}-01-01",
            "approved_to": f"{start + 4}-12-31",
            "sort": "-approved_on",
            "limit": "50",
            **fixed,
        }
        if number % 2:
            query["cursor"] = await _cursor(url, prefix, query, headers)
        made.append(request(url, f"{prefix}/v1/grants?{urlencode(query)}", headers))
    return made


async def _cursor(url: str, prefix: str, query: dict[str, str], headers: dict[str, str]) -> str:
    async with httpx.AsyncClient() as client:
        answer = await client.get(f"{url}{prefix}/v1/grants", params=query, headers=headers)
    answer.raise_for_status()
    return str(answer.json()["next_cursor"])


def writes(url: str, prefix: str, headers: dict[str, str], count: int) -> list[bytes]:
    """Creations of the plainest record, each with its own key."""
    body = orjson.dumps({"name_vi": "Bên tiếp nhận đo tốc độ ghi", "kind": "public_unit"})
    told = {**headers, "content-type": "application/json"}
    return [
        request(url, f"{prefix}/v1/recipients", {**told, "idempotency-key": uuid4().hex}, body)
        for _ in range(count)
    ]


async def rounds(bursts: dict[str, Burst], total: int, clients: int) -> dict[str, list[Measured]]:
    """Every variant once per round, in shuffled order, so that the machine's moods even out."""
    found: dict[str, list[Measured]] = {name: [] for name in bursts}
    dice = random.Random(1)
    for turn in range(ROUNDS + 1):
        names = list(bursts)
        dice.shuffle(names)
        for name in names:
            url, requests, pids = bursts[name]
            part = requests if len(requests) < total else requests[turn * total :][:total]
            measured = await burst(url, part, total, clients, pids)
            if turn:  # the first round warms up
                found[name].append(measured)
        print(f"  round {turn} of {ROUNDS}", flush=True)
    return found


async def main() -> None:
    url = os.environ["HOUSE_URL"]
    outside, unit = house.token(url)
    aid, gateway = house.process("aid"), house.process("gateway")
    memory = max(house.process(name).pss_megabytes for name in ("gateway", "registry", "events"))
    print(f"filling {GRANTS:,} grants …", flush=True)
    print(f"  {await fill.fill(house.superuser('aid'), unit, GRANTS):.0f} s", flush=True)
    async with keys.served() as jwks, _servers(aid.settings, jwks) as (base, direct):
        ours, theirs = [direct.process.pid], [base.process.pid]
        inside = {"authorization": f"Bearer {keys.identity(unit)}"}
        through = {"authorization": f"Bearer {outside}"}
        print("list page of 50:", flush=True)
        lists = await rounds(
            {
                "base": (base.url, await pages(base.url, "", {}, unit=unit), theirs),
                "direct": (direct.url, await pages(direct.url, "", inside), ours),
                "gateway": (url, await pages(url, "/api/aid", through), [gateway.pid, aid.pid]),
            },
            REQUESTS,
            CLIENTS,
        )
        print("write of one record:", flush=True)
        many = WRITES * (ROUNDS + 1)
        written = await rounds(
            {
                "base": (base.url, writes(base.url, "", {}, many), theirs),
                "direct": (direct.url, writes(direct.url, "", inside, many), ours),
            },
            WRITES,
            8,
        )
        totals = await _statistics(direct.url, inside)
    print_table(_lines(lists, written, totals, memory), lists | {"write": written["direct"]})


def _lines(
    lists: dict[str, list[Measured]],
    written: dict[str, list[Measured]],
    totals: float,
    memory: float,
) -> list[Line]:
    def ratio(a: list[Measured], b: list[Measured], field: str) -> float:
        pairs = zip(a, b, strict=True)
        return float(median(getattr(x, field) / getattr(y, field) for x, y in pairs))

    plain, ours, through = lists["base"], lists["direct"], lists["gateway"]
    inserts = ratio(written["direct"], written["base"], "rate")
    return [
        Line("list page: service / FastAPI + asyncpg, wall", ratio(ours, plain, "rate"), 0.7, 0.95),
        Line("list page: gateway / direct, wall", ratio(through, ours, "rate"), 0.8, 0.95),
        Line("list page: direct / gateway, CPU", ratio(ours, through, "cpu"), 0.65, 0.8),
        Line("p99 / p50 at 16 clients", median(m.p99 / m.p50 for m in ours), 4, 2, at_most=True),
        Line("write: service / asyncpg's two inserts, wall", inserts, 0.4, 0.6),
        Line("statistics over all rows, ms", totals, 30, 10, at_most=True),
        Line("idle process, PSS MB", memory, 90, 60, at_most=True),
    ]


async def _statistics(url: str, headers: dict[str, str]) -> float:
    """Milliseconds of the totals by form over the whole period, median of 15."""
    loop = asyncio.get_running_loop()
    taken = []
    async with httpx.AsyncClient(base_url=url, headers=headers) as client:
        params = {"by": "form", "from": "2010-01-01", "to": "2025-12-31"}
        for _ in range(16):
            began = loop.time()
            answer = await client.get("/v1/statistics/grants", params=params)
            answer.raise_for_status()
            taken.append((loop.time() - began) * 1000)
    return median(taken[1:])


@dataclass(frozen=True, slots=True)
class Server:
    url: str
    process: "subprocess.Popen[bytes]"


@asynccontextmanager
async def _servers(settings: dict[str, str], jwks: str) -> AsyncIterator[tuple[Server, Server]]:
    """The plain page and an instance of aid of our own, both on the house's database."""
    plain = {**settings, "BENCH_DATABASE_URL": settings["DATABASE_URL_AID"]}
    own = {**settings, "GATEWAY_URL": jwks, "CLIENT_ID_AID": ""}
    servers = [
        _server("tests.bench.plain:app", "httptools", plain),
        _server("aid.main:app", "chassis.framing:ServiceHttp", own),
    ]
    try:
        for server in servers:
            await _up(server.url)
        yield servers[0], servers[1]
    finally:
        for server in servers:
            server.process.terminate()
            server.process.wait()


def _server(app: str, http: str, settings: dict[str, str]) -> Server:
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", app, "--port", str(port), "--log-level", "warning"]
    command += ["--loop", "uvloop", "--http", http, "--no-access-log", "--no-proxy-headers"]
    return Server(f"http://127.0.0.1:{port}", subprocess.Popen(command, env=settings))


async def _up(url: str) -> None:
    async with httpx.AsyncClient() as client, asyncio.timeout(30):
        while True:
            try:
                await client.get(f"{url}/livez")
                return
            except httpx.TransportError:
                await asyncio.sleep(0.1)


if __name__ == "__main__":
    asyncio.run(main())
