"""What changed no record and still stands in the log: files taken, tries refused."""

import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import asyncpg
import pytest
from fastapi import FastAPI

from chassis.changes.denials import HOUR, IDS, IN_ALL, OTHERS, PER_ACTOR, Denials
from chassis.identity import Actor
from chassis.testing import Caller, unit_id

URL = "/v1/things"
GOOD = {"name": "một", "day": "2021-11-11"}


async def logged(client: Caller, resource: str, unit: str = "HUFO") -> list[dict[str, Any]]:
    auditor = client.as_("auditor", unit)
    return (await auditor.get("/v1/changes/entries", params={"resource": resource})).json()["items"]


def told(entry: dict[str, Any]) -> dict[str, Any]:
    return {field["field"]: field["after"] for field in entry["fields"]}


async def test_a_list_taken_as_a_file_stands_in_the_log_and_one_that_is_read_does_not(
    client: Caller,
) -> None:
    reader, asked = client.as_("reader"), {"q": "nguyễn thị", "day": "2021-11-11"}
    await reader.get(URL, params=asked)
    for kind in ("text/csv", "application/x-ndjson"):
        await reader.get(URL, params=asked, headers={"Accept": kind})

    ndjson, csv = await logged(client, "exports")

    assert [told(one)["form"] for one in (csv, ndjson)] == ["csv", "ndjson"]
    assert told(csv)["filters"] == {"q": "…", "day": "2021-11-11"}
    assert (csv["operation"], csv["actor"]["name"]) == ("list_things", "reader@HUFO")
    assert "nguyễn" not in str(csv)


async def test_a_file_that_was_refused_was_not_taken(client: Caller) -> None:
    answer = await client.as_("reader").get(
        URL, params={"cursor": "nothing"}, headers={"Accept": "text/csv"}
    )
    refused = await client.as_("auditor").get(URL, headers={"Accept": "text/csv"})

    assert (answer.status_code, refused.status_code) == (200, 403)
    assert len(await logged(client, "exports")) == 1


async def test_the_log_tells_of_them_and_the_feed_does_not(
    client: Caller, sequenced: Callable[[], Any]
) -> None:
    reader = client.as_("reader", "VUFO")
    await client.as_("writer").post(URL, json=GOOD)
    await reader.get(URL, headers={"Accept": "text/csv"})
    await sequenced()

    feed = (await reader.get("/v1/changes")).json()
    digest = (await reader.get("/v1/changes/digest")).json()

    assert [one["data"]["resource"] for one in feed["items"]] == ["things"]
    assert feed["next"] == digest["position"] == "2"
    assert [part["resource"] for part in digest["items"]] == ["things"]


async def test_a_refused_try_is_told_once_and_then_counted(client: Caller, app: FastAPI) -> None:
    state, clock = app.state, [0.0]
    state.denials.clock = lambda: clock[0]
    reader = client.as_("reader")
    for tries in (1, 7, 0):
        for _ in range(tries):
            assert (await reader.post(URL, json=GOOD)).status_code == 403
        await state.denials.flush(state.sessions)
    early = await logged(client, "denials")
    clock[0] = HOUR
    await state.denials.flush(state.sessions)

    later = await logged(client, "denials")

    assert [told(one)["count"] for one in early] == [1]
    assert [told(one)["count"] for one in later] == [7, 1]
    assert told(early[0])["code"] == "identity.role"
    assert (early[0]["operation"], early[0]["actor"]["name"]) == ("create_thing", "reader@HUFO")


async def test_what_is_not_told_when_a_process_stops_is_told_then(
    client: Caller, app: FastAPI
) -> None:
    state = app.state
    for _ in range(2):
        for _ in range(3):
            await client.as_("reader").post(URL, json=GOOD)
        await state.denials.flush(state.sessions)
    await state.denials.flush(state.sessions, all_=True)

    assert [told(one)["count"] for one in await logged(client, "denials")] == [3, 3]


async def test_another_units_record_that_was_not_found_is_a_denial_and_an_unknown_one_is_none(
    client: Caller, app: FastAPI
) -> None:
    theirs = (await client.as_("writer", "CANTHO").post(URL, json=GOOD)).json()["id"]
    mine = (await client.as_("writer").post(URL, json={**GOOD, "name": "hai"})).json()
    gone = await client.as_("writer").delete(f"{URL}/{mine['id']}", headers={"If-Match": '"1"'})
    assert gone.status_code == 204
    for one in (uuid4(), theirs, mine["id"]):
        assert (await client.as_("reader").get(f"{URL}/{one}")).status_code == 404
    await app.state.denials.flush(app.state.sessions)

    (found,) = await logged(client, "denials")

    assert (told(found)["code"], told(found)["count"]) == ("not_found", 1)
    assert found["operation"] == "get_thing"


@pytest.mark.parametrize(("actors", "operations"), [(1, 1000), (1000, 2)])
async def test_a_flood_makes_few_entries_and_none_is_lost_from_the_count(
    app: FastAPI, client: Caller, db: asyncpg.Connection, actors: int, operations: int
) -> None:
    denials: Denials = app.state.denials
    for n in range(actors):
        actor = Actor(uuid4(), "person", f"người {n}", unit_id=unit_id("HUFO"))
        for one in range(operations):
            denials.tell(actor, f"operation_{one}", "identity.role", "/v1/things")
    await denials.flush(app.state.sessions)
    await denials.flush(app.state.sessions)

    rows = await db.fetch("SELECT after, operation FROM changes WHERE resource = 'denials'")

    assert len(rows) == min(actors * min(operations, PER_ACTOR + 1), IN_ALL + 1)
    assert sum(json.loads(row["after"])["count"] for row in rows) == actors * operations
    assert OTHERS in {row["operation"] for row in rows}


async def test_guessing_ids_costs_one_look_of_a_few(client: Caller, app: FastAPI) -> None:
    for _ in range(IDS + 10):
        await client.as_("reader").get(f"{URL}/{uuid4()}")
    (held,) = app.state.denials.held.values()

    assert len(held.missing) == IDS
    await app.state.denials.flush(app.state.sessions)
    assert app.state.denials.held == {}


async def test_a_write_says_from_where_and_the_feed_does_not(
    client: Caller, sequenced: Callable[[], Any]
) -> None:
    await client.as_("writer", address="203.0.113.7").post(URL, json=GOOD)
    await client.as_("writer").post(URL, json={**GOOD, "name": "hai"})
    await sequenced()

    entries = await logged(client, "things")
    history = await client.as_("reader").get(f"{URL}/{entries[1]['record_id']}/history")
    feed = await client.as_("reader").get("/v1/changes")

    assert [one["address"] for one in entries] == [None, "203.0.113.7"]
    assert "203.0.113.7" not in history.text + feed.text
