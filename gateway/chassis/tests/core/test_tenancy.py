"""A unit that another went into sees that one's records, changes none, and is not seen in turn."""

from collections.abc import Callable
from typing import Any

import asyncpg
import pytest

from chassis.testing import Caller, unit_id

URL = "/v1/things"
BEFORE = {"predecessors": [str(unit_id("HAUGIANG"))]}


@pytest.fixture
async def things(client: Caller) -> dict[str, dict[str, Any]]:
    """One of each of three units."""
    made = {}
    for unit in ("HAUGIANG", "CANTHO", "HUFO"):
        body = {"name": f"của {unit}", "day": "2024-05-01"}
        made[unit] = (await client.as_("writer", unit).post(URL, json=body)).json()
    return made


def heir(client: Caller, role: str = "writer") -> Caller:
    return client.as_(role, "CANTHO", **BEFORE)


async def test_the_successor_reads_what_the_other_left(
    client: Caller, things: dict[str, dict[str, Any]]
) -> None:
    async def seen(caller: Caller) -> list[str]:
        listed = (await caller.get(URL)).json()["items"]
        return sorted(item["name"] for item in listed)

    record = await heir(client).get(f"{URL}/{things['HAUGIANG']['id']}")
    history = await heir(client).get(f"{URL}/{things['HAUGIANG']['id']}/history")
    other = await heir(client).get(f"{URL}/{things['HUFO']['id']}")

    assert (record.status_code, history.status_code, other.status_code) == (200, 200, 404)
    assert record.json()["unit_id"] == str(unit_id("HAUGIANG")), "it stays whose it was"
    assert await seen(heir(client)) == ["của CANTHO", "của HAUGIANG"]
    assert await seen(client.as_("writer", "CANTHO")) == ["của CANTHO"]
    assert await seen(client.as_("writer", "HAUGIANG")) == ["của HAUGIANG"]


async def test_it_changes_nothing_there_and_is_refused_like_for_an_unknown_record(
    client: Caller, things: dict[str, dict[str, Any]]
) -> None:
    theirs, unknown = things["HAUGIANG"]["id"], things["HUFO"]["id"]
    for url in (f"{URL}/{theirs}", f"{URL}/{unknown}"):
        patched = await heir(client).merge(url, {"name": "x"}, 1)
        deleted = await heir(client).delete(url, headers={"If-Match": '"1"'})
        assert (patched.status_code, deleted.status_code) == (404, 404), url


async def test_feed_digest_and_log_show_the_same(
    client: Caller, things: dict[str, dict[str, Any]], sequenced: Callable[[], Any]
) -> None:
    await sequenced()

    async def units(caller: Caller, address: str, name: str) -> set[str]:
        answer = await caller.get(f"/v1/changes{address}")
        assert answer.status_code == 200, answer.text
        return {item[name] for item in answer.json()["items"]}

    both = {str(unit_id(code)) for code in ("HAUGIANG", "CANTHO")}
    alone = {str(unit_id("CANTHO"))}
    assert await units(heir(client, "reader"), "", "unitid") == both
    assert await units(heir(client, "reader"), "/digest", "unit_id") == both
    assert await units(heir(client, "auditor"), "/entries", "unit_id") == both
    assert await units(client.as_("reader", "CANTHO"), "", "unitid") == alone
    assert await units(client.as_("reader", "CANTHO"), "/digest", "unit_id") == alone
    assert await units(client.as_("auditor", "CANTHO"), "/entries", "unit_id") == alone


async def test_an_account_of_no_unit_sees_no_units_records(
    client: Caller, things: dict[str, dict[str, Any]], db: asyncpg.Connection
) -> None:
    nobody = client.as_("reader", "HUFO", unit_id=None, unit_code=None, **BEFORE)

    assert (await nobody.get(URL)).json()["items"] == []
    assert (await nobody.get("/v1/changes")).json()["items"] == []
    assert (await nobody.get(f"{URL}/{things['HAUGIANG']['id']}")).status_code == 404
