"""`python -m tests.webhooks [EVENTS]`: the drill, beside a house (HOUSE_URL, DATA_DIR) that does
not dispatch itself and may call loopback. `make webhooks` starts such a one. Status 1 when an event
is lost, comes out of order, or fails one of the two libraries; when more than 5 % come twice; when
a hanging address holds up another.
"""

import asyncio
import os
import sys

import httpx

from tests.bench.house import token
from tests.webhooks.drill import FAILING, Drill, beside_a_hanging_one, under_faults
from tests.webhooks.receiver import Receiver


async def main(events: int) -> None:
    house = os.environ["HOUSE_URL"]
    bearer, unit = token(house)
    receiver = Receiver(FAILING)
    url = await receiver.start()
    headers = {"Authorization": f"Bearer {bearer}"}
    try:
        async with httpx.AsyncClient(base_url=house, headers=headers, timeout=30) as http:
            drill = Drill(http, unit, receiver, url)
            await under_faults(drill, events)
            await beside_a_hanging_one(drill)
    finally:
        await receiver.stop()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000))
