"""Fifty people sign in at once: how much longer does another route take meanwhile?

Two processes ask, so that the measure does not wait for its own crowd. The 95th percentile beside
the crowd may be twice the one alone; differences below `FLOOR` are the machine's, not the queue's.
"""

import asyncio
import statistics
import subprocess
import sys
import time

import httpx

SIGN_IN = "/api/gateway/v1/sessions"
OTHER = "/.well-known/jwks.json"
AT_ONCE, SECONDS, EVERY = 50, 6.0, 0.02
RATIO, FLOOR = 2.0, 0.003


async def paced(house: str) -> list[float]:
    """Seconds that the other route took, asked fifty times a second."""
    took: list[float] = []
    async with httpx.AsyncClient(base_url=house, timeout=30) as client:
        until = time.perf_counter() + SECONDS
        while (began := time.perf_counter()) < until:
            (await client.get(OTHER)).raise_for_status()
            took.append(time.perf_counter() - began)
            await asyncio.sleep(max(0, EVERY - took[-1]))
    return took


async def sign_ins(house: str, names: list[str]) -> None:
    """Fifty at once, again and again; who waits too long is told to come back, as built."""
    seen: dict[int, int] = {}

    async def one(client: httpx.AsyncClient, n: int) -> None:
        until = time.perf_counter() + SECONDS
        while time.perf_counter() < until:
            said = {"username": f"{names[n % len(names)]}.{n}", "password": "sai rồi nhé bạn ơi"}
            answer = await client.post(SIGN_IN, json=said)
            seen[answer.status_code] = seen.get(answer.status_code, 0) + 1

    limits = httpx.Limits(max_connections=AT_ONCE)
    async with httpx.AsyncClient(base_url=house, timeout=60, limits=limits) as client:
        await asyncio.gather(*(one(client, n) for n in range(AT_ONCE)))
    sys.stdout.write(f"crowd: {dict(sorted(seen.items()))}\n")


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


async def measure(house: str, names: list[str]) -> bool:
    """Whether the other route stays calm; says the two percentiles."""
    alone = p95(await paced(house))
    crowd = subprocess.Popen([sys.executable, "-m", "tests.timing.crowd", house, *names])
    await asyncio.sleep(1.0)
    beside = p95(await paced(house))
    crowd.wait(60)
    is_calm = beside <= max(alone * RATIO, alone + FLOOR)
    sys.stdout.write(
        f"another route, p95: {alone * 1000:.1f} ms alone, {beside * 1000:.1f} ms beside"
        f" {AT_ONCE} sign-ins at once\n"
    )
    return is_calm


if __name__ == "__main__":
    asyncio.run(sign_ins(sys.argv[1], sys.argv[2:]))
