"""`make overload`: a house of its own is asked for three times what it can, and for longer than a
program may.

First its peak is found: more clients at a time until no more is answered. Then three times that is
offered, without waiting for answers: what is refused must say when to come again and what is left,
what is accepted must be nearly as much as before and quick, and no process may grow. Last, one
program asks for more than its budget. A minute in all; ends with 1 when a bar is missed.
"""

import json
import os
import sys
from pathlib import Path
from uuid import uuid4

import httpx
import uvloop

from tests.bench import house
from tests.bench.load import request
from tests.overload.busy import watch
from tests.overload.load import Told, closed, offered

STEPS = (4, 8, 16, 32, 64)
STEP_SECONDS, WARM_SECONDS, OVER_SECONDS = 3.0, 2.0, 10.0
TIMES, LEAST, KEPT, QUICK, LARGEST_MIB = 3, 2.5, 0.8, 2.0, 512
SERVICES = ("gateway", "registry", "aid", "events")
READS = (
    "/api/aid/v1/grants?limit=20",
    "/api/registry/v1/ngos?limit=20",
    "/api/events/v1/events?limit=20",
)
WRITE_EVERY = 10
BODY = '{"name_vi": "Bên tiếp nhận (demo)", "kind": "public_unit"}'.encode()


def programs(url: str) -> list[str]:
    """A token of each of the demonstration's programs."""
    accounts = json.loads((Path(os.environ["DATA_DIR"]) / "demo-accounts.json").read_text())
    tokens = []
    for one in accounts["clients"]:
        answer = httpx.post(
            f"{url}/oauth2/token",
            data={"grant_type": "client_credentials"},
            auth=(one["client_id"], one["client_secret"]),
        )
        answer.raise_for_status()
        tokens.append(str(answer.json()["access_token"]))
    return tokens


def mix(url: str, tokens: list[str], count: int) -> list[bytes]:
    """Lists of three services in turn, and every tenth a record that is made."""
    made = []
    for number in range(count):
        headers = {"authorization": f"Bearer {tokens[number % len(tokens)]}"}
        if number % WRITE_EVERY:
            made.append(request(url, READS[number % len(READS)], headers))
            continue
        headers |= {"content-type": "application/json", "idempotency-key": uuid4().hex}
        made.append(request(url, "/api/aid/v1/recipients", headers, BODY))
    return made


def resident() -> dict[str, float]:
    """MiB of each process at its largest."""
    found = {}
    for name in SERVICES:
        status = Path(f"/proc/{house.process(name).pid}/status").read_text()
        line = next(row for row in status.splitlines() if row.startswith("VmHWM:"))
        found[name] = int(line.split()[1]) / 1024
    return found


Row = tuple[str, str, str, bool]  # what, how it was, what is wanted, whether it is


def rows(peak: float, over: Told, spent: Told, memory: dict[str, float]) -> list[Row]:
    share, slow = over.goodput / peak, over.quantile(0.95)
    odd = sorted({*over.statuses} - {200, 201, 429, 503})
    offered_ = over.sent / (peak * over.seconds)
    refused, beyond = over.statuses[429] + over.statuses[503], spent.statuses[429]
    silent = spent.without_retry + spent.without_limits
    return [
        ("offered beside the peak", f"{offered_:.1f}", f">= {LEAST}", offered_ >= LEAST),
        ("goodput beside the peak", f"{share:.0%}", f">= {KEPT:.0%}", share >= KEPT),
        ("p95 of what was accepted, s", f"{slow:.2f}", f"<= {QUICK:.0f}", slow <= QUICK),
        ("refused, 429 or 503", str(refused), "> 0", refused > 0),
        ("… without Retry-After", str(over.without_retry), "0", not over.without_retry),
        ("… without RateLimit(-Policy)", str(over.without_limits), "0", not over.without_limits),
        ("answered otherwise", str(odd or 0), "0", not odd),
        ("not answered", str(over.lost), "0", not over.lost),
        ("files beyond the budget, 429", str(beyond), "> 0", beyond > 0),
        ("… without Retry-After or RateLimit", str(silent), "0", not silent),
        *(
            (f"largest size of {name}, MiB", f"{size:.0f}", f"<= {LARGEST_MIB}", size < LARGEST_MIB)
            for name, size in memory.items()
        ),
    ]


def show(found: list[Row]) -> bool:
    for what, value, bar, is_well in found:
        print(f"  {what:<36}{value:>12}   bar {bar:<8} {'' if is_well else 'MISSED'}", flush=True)
    return all(is_well for *_, is_well in found)


async def main() -> int:
    url = os.environ["HOUSE_URL"]
    if httpx.URL(url).host != "127.0.0.1":
        raise SystemExit("only a house on loopback is overloaded")
    tokens = programs(url)
    await closed(url, mix(url, tokens, 2000), 8, WARM_SECONDS)
    peak = 0.0
    for clients in STEPS:
        had = watch(SERVICES)
        told = await closed(url, mix(url, tokens, 5000), clients, STEP_SECONDS)
        print(
            f"  {clients:>3} clients: {told.goodput:6.0f} a second, p95 {told.quantile(0.95):.2f} s"
            f" {dict(told.statuses)}\n      {had()}",
            flush=True,
        )
        peak = max(peak, told.goodput)
    rate = TIMES * peak
    print(f"  offered: {rate:.0f} a second for {OVER_SECONDS:.0f} s", flush=True)
    asked, had = mix(url, tokens, int(rate * OVER_SECONDS)), watch(SERVICES)
    over = await offered(url, asked, rate, OVER_SECONDS)
    print(f"  sent {over.sent}, answered {dict(over.statuses)}\n      {had()}", flush=True)
    wild = [request(url, READS[0], {"accept": "text/csv", "authorization": f"Bearer {tokens[0]}"})]
    spent = await closed(url, wild, 2, 2.0)
    return 0 if show(rows(peak, over, spent, resident())) else 1


if __name__ == "__main__":
    sys.exit(uvloop.run(main()))
