"""`python -m tests.timing`: can a stranger tell by the time it takes whether a name or another
unit's record exists (`records`), and do others wait while fifty people sign in at once?

200 sign-ins with names that exist and 200 with names that do not, in turn, all with a wrong
password, beside a house of its own (`deploy.with_house`). The area under the curve of the two sets
of times is 0.5 when they cannot be told apart; outside 0.40 to 0.60 this ends with status 1.

Another route is asked at a steady pace, alone and beside fifty sign-ins at once (`crowd`).
"""

import asyncio
import json
import os
import secrets
import statistics
import sys
import time
from pathlib import Path

import httpx

from tests.timing import crowd, records

TRIES = 200
URL = "/api/gateway/v1/sessions"
BOUNDS = (0.40, 0.60)


def auc(first: list[float], second: list[float]) -> float:
    """How often one of `second` took longer than one of `first`; a tie counts half."""
    longer = sum((b > a) + (b == a) / 2 for a in first for b in second)
    return longer / (len(first) * len(second))


async def tried(client: httpx.AsyncClient, name: str) -> float:
    began = time.perf_counter()
    answer = await client.post(URL, json={"username": name, "password": "sai rồi nhé bạn ơi"})
    took = time.perf_counter() - began
    if answer.status_code != 401:
        raise SystemExit(f"{answer.status_code}: the throttle answers, not the password check")
    return took


async def measure(house: str, names: list[str]) -> tuple[list[float], list[float]]:
    """Times in seconds of known and of unknown names; which comes first changes each time."""
    known: list[float] = []
    unknown: list[float] = []
    # fewer tries of one name than close it
    if len(names) * 9 < TRIES:
        raise SystemExit(f"{len(names)} accounts are too few for {TRIES} tries")
    async with httpx.AsyncClient(base_url=house, timeout=30) as client:
        for _ in range(5):
            await tried(client, f"nobody.{secrets.token_hex(4)}")
        for n in range(TRIES):
            one, none = names[n % len(names)], f"nobody.{secrets.token_hex(4)}"
            pairs = [(known, one), (unknown, none)]
            for times, name in pairs if secrets.randbelow(2) else reversed(pairs):
                times.append(await tried(client, name))
    return known, unknown


def main() -> int:
    accounts = json.loads((Path(os.environ["DATA_DIR"]) / "demo-accounts.json").read_text())
    names = [one["username"] for one in accounts["people"]]
    known, unknown = asyncio.run(measure(os.environ["HOUSE_URL"], names))
    found = auc(known, unknown)
    middle = [statistics.median(times) * 1000 for times in (known, unknown)]
    is_even = BOUNDS[0] <= found <= BOUNDS[1]
    for part, (foreign, nobodys) in asyncio.run(records.measure()).items():
        area = auc(nobodys, foreign)
        records.say(part, area, statistics.median(foreign), statistics.median(nobodys))
        is_even = is_even and BOUNDS[0] <= area <= BOUNDS[1]
    is_calm = asyncio.run(crowd.measure(os.environ["HOUSE_URL"], names))
    sys.stdout.write(
        f"sign-in timing: AUC {found:.3f} over {len(known)} + {len(unknown)} tries,"
        f" medians {middle[0]:.1f} ms (known) and {middle[1]:.1f} ms (unknown)\n"
    )
    return 0 if is_even and is_calm else 1


if __name__ == "__main__":
    sys.exit(main())
