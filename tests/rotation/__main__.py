"""`make rotate-keys`: the signing key is replaced under load; nobody is refused for it.

Beside a house of its own: 50 requests a second, a person's and a program's in turn, over the three
services, for two and a half minutes. Ten seconds in, a new key is published; it signs 75 seconds
later, which is more than the minute in which every gateway process reads the keys anew.
"""

import asyncio
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import httpx

RATE, SECONDS, PUBLISH_AFTER, AHEAD = 50, 150, 10, 75
PATHS = (
    "/api/registry/v1/ngos?limit=1",
    "/api/aid/v1/grants?limit=1",
    "/api/events/v1/events?limit=1",
)
TOKEN = "/oauth2/token"


async def person(house: str, accounts: dict[str, Any]) -> httpx.AsyncClient:
    client = httpx.AsyncClient(base_url=house, timeout=20)
    one = next(p for p in accounts["people"] if "viewer" in p["roles"])
    said = {name: one[name] for name in ("username", "password")}
    (await client.post("/api/gateway/v1/sessions", json=said)).raise_for_status()
    return client


async def program(house: str, accounts: dict[str, Any]) -> httpx.AsyncClient:
    client = httpx.AsyncClient(base_url=house, timeout=20)
    one = accounts["clients"][0]
    answer = await client.post(
        TOKEN,
        data={"grant_type": "client_credentials"},
        auth=(one["client_id"], one["client_secret"]),
    )
    answer.raise_for_status()
    client.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
    return client


def rotate() -> str:
    """As the house's administrator does it, only sooner."""
    program_ = [sys.executable, "-m", "deploy.rotate", str(AHEAD)]
    done = subprocess.run(program_, capture_output=True, text=True, check=True)
    return (done.stdout + done.stderr).strip()


async def drill(house: str, accounts: dict[str, Any]) -> tuple[Counter[int], set[str], set[str]]:
    """What was answered how often, and the published keys before and after."""
    callers = [await person(house, accounts), await program(house, accounts)]
    answered: Counter[int] = Counter()
    running: set[asyncio.Task[None]] = set()

    async def keys() -> set[str]:
        found = (await callers[0].get("/.well-known/jwks.json")).json()["keys"]
        return {key["kid"] for key in found}

    async def ask(number: int) -> None:
        try:
            answer = await callers[number % 2].get(PATHS[number % 3])
            answered[answer.status_code] += 1
        except httpx.HTTPError:
            answered[0] += 1

    before, clock = await keys(), asyncio.get_running_loop().time
    began = clock()
    for number in range(RATE * SECONDS):
        if number == RATE * PUBLISH_AFTER:
            sys.stdout.write(f"{await asyncio.to_thread(rotate)}\n")
        await asyncio.sleep(max(0.0, began + number / RATE - clock()))
        task = asyncio.create_task(ask(number))
        running.add(task)
        task.add_done_callback(running.discard)
    await asyncio.gather(*running)
    after = await keys()
    for client in callers:
        await client.aclose()
    return answered, before, after


def main() -> int:
    accounts = json.loads((Path(os.environ["DATA_DIR"]) / "demo-accounts.json").read_text())
    answered, before, after = asyncio.run(drill(os.environ["HOUSE_URL"], accounts))
    failed = sum(count for status, count in answered.items() if status != 200)
    sys.stdout.write(
        f"rotation: {answered.total()} requests at {RATE}/s, {failed} failed {dict(answered)};"
        f" {len(before)} key before, {len(after)} after\n"
    )
    return 0 if failed == 0 and len(after - before) == 1 else 1


if __name__ == "__main__":
    sys.exit(main())
