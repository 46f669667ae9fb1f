"""The foreign organisations that take part in an event: by name, and by the registry's id."""

from typing import Any

import asyncpg
import pytest

from chassis.testing import Caller

MOON, TREE = (f"01980000-0000-7000-8000-00000000000{n}" for n in (1, 2))
BOTH = [{"name": "Quỹ Vầng Trăng", "ngo_id": MOON}, {"name": "Nhóm bạn Cây Đa", "ngo_id": None}]


async def found(caller: Caller, **params: Any) -> list[str]:
    answer = await caller.get("/v1/events", params=params)
    assert answer.status_code == 200, answer.text
    return [item["id"] for item in answer.json()["items"]]


@pytest.mark.usefixtures("units")
async def test_an_organisations_events_are_those_that_one_may_know_of(
    client: Caller, an_event: Any
) -> None:
    held = await an_event(organisations=BOTH)
    public = await an_event(status="planned", visibility="public", organisations=BOTH[:1])
    await an_event(organisations=[{"name": "Quỹ Vầng Trăng"}])
    own, foreign = client.as_("viewer"), client.as_("viewer", "CANTHO")

    assert held["organisations"] == BOTH
    assert set(await found(own, ngo_id=MOON)) == {held["id"], public["id"]}
    assert await found(foreign, ngo_id=MOON) == [public["id"]]
    assert await found(own, ngo_id=TREE) == []
    assert await found(own, q="nhom ban cay da") == [held["id"]]


@pytest.mark.usefixtures("units")
async def test_the_list_is_replaced_whole_and_left_alone_by_other_changes(
    client: Caller, an_event: Any
) -> None:
    officer, event = client.as_("officer"), await an_event(organisations=BOTH)
    url = f"/v1/events/{event['id']}"

    renamed = (await officer.merge(url, {"title_vi": "Khác"}, event["version"])).json()
    other = [{"name": "Hội Cây Đa", "ngo_id": TREE}]
    replaced = (await officer.merge(url, {"organisations": other}, renamed["version"])).json()
    twice = await officer.merge(url, {"organisations": other * 2}, replaced["version"])

    assert renamed["organisations"] == BOTH
    assert replaced["organisations"] == other
    assert twice.json()["code"] == "events.organisation_repeated"
    assert await found(officer, ngo_id=MOON) == []
    assert await found(officer, ngo_id=TREE) == [event["id"]]


@pytest.mark.parametrize("repeated", [[BOTH[0], {"name": "Khác", "ngo_id": MOON}], [BOTH[1]] * 2])
async def test_an_organisation_takes_part_once(client: Caller, repeated: list[Any]) -> None:
    body = {"kind": "seminar", "title_vi": "T", "starts_on": "2027-05-04"}
    answer = await client.as_("officer").post(
        "/v1/events", json={**body, "organisations": repeated}
    )

    assert (answer.status_code, answer.json()["code"]) == (409, "events.organisation_repeated")
    assert answer.json()["errors"][0]["pointer"] == "/body/organisations"


async def test_an_organisations_events_are_found_by_their_index(
    db: asyncpg.Connection,
) -> None:
    await db.execute("SET enable_seqscan = off")
    plan = await db.fetch(
        "EXPLAIN SELECT id FROM events WHERE organisations @> jsonb_build_array("
        "jsonb_build_object('ngo_id', $1::uuid::text))",
        MOON,
    )

    assert "events_organisations_idx" in " ".join(row[0] for row in plan)
