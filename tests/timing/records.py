"""Does the time of a 404 tell whether another unit has a record of this id (AZ-11)?

200 reads of records that Ho Chi Minh City has and 200 of ids that nobody has, in turn, by somebody
of Hai Phong, in each service and at the gateway. The answers are the same bytes
(`tests/contract/test_permissions.py`); here their times are compared.
"""

import secrets
import sys
import time

import httpx

from chassis.ids import new_id
from tests.contract.callers import Caller, house
from tests.contract.operations import operations
from tests.contract.tour import Tour

STRANGER = "HAIPHONG"
# A record of one unit in each part, how it is made, and a role that may read such records.
READS = {
    "registry": ("officer", "/api/registry/v1/contacts", "registry_create_contact"),
    "aid": ("officer", "/api/aid/v1/grants", "aid_create_grant"),
    "events": ("officer", "/api/events/v1/events", "events_create_event"),
    "gateway": ("admin", "/api/gateway/v1/accounts", "gateway_create_account"),
}
TRIES, RECORDS = 200, 5


async def _asked(who: Caller, address: str) -> float:
    began = time.perf_counter()
    answer = await who.get(address)
    took = time.perf_counter() - began
    if answer.status_code != 404:
        raise SystemExit(f"{address}: 404 expected, got {answer.status_code}")
    return took


async def measure() -> dict[str, tuple[list[float], list[float]]]:
    """Per part the seconds of foreign and of unknown ids."""
    callers = house()
    found = {}
    try:
        contract = await callers.nobody.get("/api/openapi.json")
        tour = Tour(callers, operations(contract.json()))  # of Ho Chi Minh City
        for part, (role, url, maker) in READS.items():
            ids = [await tour.make(maker) for _ in range(RECORDS)]
            stranger = await callers.as_(role, STRANGER)
            foreign: list[float] = []
            unknown: list[float] = []
            for n in range(TRIES):
                pairs = [(foreign, ids[n % len(ids)]), (unknown, str(new_id()))]
                for times, one in pairs if secrets.randbelow(2) else reversed(pairs):
                    times.append(await _asked(stranger, f"{url}/{one}"))
            found[part] = foreign, unknown
    except httpx.HTTPError as error:
        raise SystemExit(f"the house does not answer: {error!r}") from error
    finally:
        await callers.close()
    return found


def say(part: str, found: float, foreign: float, unknown: float) -> None:
    sys.stdout.write(
        f"{part}, a record: AUC {found:.3f} over {TRIES} + {TRIES} reads,"
        f" medians {foreign * 1000:.1f} ms (foreign) and {unknown * 1000:.1f} ms (unknown)\n"
    )
