"""The change feed: dense, complete, in order, and blind to other units."""

import asyncio
from collections.abc import Callable
from typing import Any

import asyncpg

from chassis.testing import Caller

GOOD = {"name": "một", "day": "2021-11-11"}


async def feed(client: Caller, after: str = "0", **params: Any) -> Any:
    return (await client.get("/v1/changes", params={"after": after, **params})).json()


async def test_a_change_that_commits_late_is_not_skipped(
    client: Caller, db: asyncpg.Connection, database: str, sequenced: Callable[[], Any]
) -> None:
    """The cursor on an identity column loses exactly this row."""
    await client.as_("writer").post("/v1/things", json=GOOD)
    await sequenced()
    copy = """INSERT INTO changes (resource, record_id, version, action, operation, actor_kind,
      actor_name, acting_as, request_id) VALUES
      ('things', gen_random_uuid(), 1, $1, 'test', 'system', 'test', '{}', 'test')"""
    late = await asyncpg.connect(database)
    transaction = late.transaction()
    await transaction.start()
    await late.execute(copy, "late")
    await db.execute(copy, "early")
    await sequenced()

    first = await feed(client.as_("reader"))
    await transaction.commit()
    await sequenced()
    second = await feed(client.as_("reader"), first["next"])
    await late.close()

    assert [e["data"]["action"] for e in first["items"]] == ["create", "early"]
    assert [e["data"]["action"] for e in second["items"]] == ["late"]
    sequences = [int(e["sequence"]) for e in first["items"] + second["items"]]
    assert sequences == [1, 2, 3]


async def test_another_units_changes_are_not_shown_and_the_cursor_passes_them(
    client: Caller, sequenced: Callable[[], Any]
) -> None:
    await client.as_("writer", "CANTHO").post("/v1/things", json=GOOD)
    await client.as_("writer").post("/v1/things", json={**GOOD, "name": "của tôi"})
    await sequenced()

    mine = await feed(client.as_("reader"))
    all_of_it = await feed(client.as_("reader", "VUFO"))

    assert [e["data"]["record"]["name"] for e in mine["items"]] == ["của tôi"]
    assert len(all_of_it["items"]) == 2
    assert mine["next"] == all_of_it["next"] == "2"


async def test_an_event_is_a_cloudevent_and_a_deletion_leaves_a_tombstone(
    client: Caller, sequenced: Callable[[], Any]
) -> None:
    writer = client.as_("writer")
    thing = (await writer.post("/v1/things", json=GOOD)).json()
    deleted = await writer.delete(f"/v1/things/{thing['id']}", headers={"If-Match": '"1"'})
    assert deleted.status_code == 204
    await sequenced()

    created, tombstone = (await feed(writer))["items"]

    assert created["specversion"] == "1.0"
    assert created["type"] == "vn.nhipcau.specimen.things.create.v1"
    assert created["subject"] == thing["id"]
    assert created["data"]["record"]["name"] == "một"
    assert "allowed_actions" not in created["data"]["record"]
    assert tombstone["data"] == {
        "resource": "things",
        "action": "delete",
        "version": 2,
        "record": None,
    }


async def test_a_waiting_reader_gets_the_next_change(client: Caller) -> None:
    writer = client.as_("writer")
    waiting = asyncio.create_task(feed(writer, "0", wait=10))
    await asyncio.sleep(0.3)

    await writer.post("/v1/things", json=GOOD)

    assert len((await asyncio.wait_for(waiting, 8))["items"]) == 1


async def test_each_hash_follows_from_the_one_before(
    client: Caller, db: asyncpg.Connection, sequenced: Callable[[], Any]
) -> None:
    for i in range(3):
        await client.as_("writer").post("/v1/things", json={**GOOD, "name": str(i)})
    await sequenced()

    broken = await db.fetchval(
        r"""SELECT count(*) FROM (
          SELECT hash, sha256('\x01'::bytea || coalesce(lag(hash) OVER (ORDER BY pos), '\x'::bytea)
            || convert_to(change_canonical(changes), 'UTF8')) AS expected FROM changes) AS chain
        WHERE hash IS DISTINCT FROM expected"""
    )

    assert broken == 0
