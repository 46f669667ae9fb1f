"""The union into which another went reads that one's dossiers, and changes none of them."""

from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg
import pytest

from chassis.testing import Caller, unit_id

Making = Callable[..., Awaitable[dict[str, Any]]]
GONE, INTO = "HAUGIANG", "CANTHO"


@pytest.fixture
def heir(client: Caller) -> Callable[..., Caller]:
    def as_(role: str = "officer") -> Caller:
        return client.as_(role, INTO, predecessors=[str(unit_id(GONE))])

    return as_


async def test_lists_and_numbers_hold_both_until_one_is_named(
    client: Caller, heir: Callable[..., Caller], a_grant: Making, db: asyncpg.Connection
) -> None:
    left, own = await a_grant("approved", GONE), await a_grant("approved", INTO)
    await a_grant("approved")
    for code in (GONE, INTO):
        await db.execute(
            "INSERT INTO units (id, version, code, name, national) VALUES ($1, 1, $2, $2, false)",
            unit_id(code),
            code,
        )

    async def listed(caller: Caller, **params: str) -> set[str]:
        found = (await caller.get("/v1/grants", params=params)).json()["items"]
        return {item["id"] for item in found}

    async def counted(caller: Caller, **params: str) -> int:
        said = await caller.get("/v1/statistics/grants", params={"by": "form"} | params)
        return int(said.json()["total"]["count"])

    assert await listed(heir()) == {left["id"], own["id"]}
    assert await listed(heir(), unit=GONE) == {left["id"]}
    assert await listed(heir(), unit=INTO) == {own["id"]}
    assert [await counted(heir()), await counted(heir(), unit=GONE)] == [2, 1]
    assert await listed(client.as_("officer", GONE)) == {left["id"]}
    foreign = await heir().get("/v1/grants", params={"unit": "HUFO"})
    assert foreign.status_code == 409


async def test_a_dossier_that_was_left_is_read_and_offers_no_step(
    heir: Callable[..., Caller], a_grant: Making
) -> None:
    left = await a_grant("submitted", GONE)
    url = f"/v1/grants/{left['id']}"

    read = await heir("appraiser").get(url)
    waiting = await heir("appraiser").get("/v1/grants", params={"waiting_for_me": "true"})
    step = await heir("appraiser").act(f"{url}/appraise", left["version"], {"opinion": "Được."})
    changed = await heir().merge(url, {"title_vi": "x"}, left["version"])
    people = [
        (await heir().get(f"/v1/{many}/{left[one]}")).status_code
        for many, one in (("recipients", "recipient_id"), ("donors", "donor_id"))
    ]

    assert (read.status_code, read.json()["allowed_actions"]) == (200, [])
    assert waiting.json()["items"] == []
    assert (step.status_code, changed.status_code) == (404, 404)
    assert people == [200, 200]
