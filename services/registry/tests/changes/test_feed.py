"""The feed: dense and complete CloudEvents, and no unit's own rows for another unit."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from chassis.testing import Caller

NGO = {"name_vi": "Quỹ Hữu nghị Giả Định", "home_country": "US", "sectors": []}
SAMPLE = "Tên tổ chức,Quốc gia,Địa bàn,Loại giấy,Số giấy đăng ký,Cơ quan cấp,Ngày cấp,Hiệu lực từ\n"
ROW = "Quỹ Thử,Mỹ,TP.HCM,VPĐD,01/2026,Bộ Ngoại giao,01/02/2026,01/02/2026\n"

Sequenced = Callable[[], Awaitable[None]]


async def feed(caller: Caller, **params: int) -> dict[str, Any]:
    answer = await caller.get("/v1/changes", params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_positions_are_dense_and_pages_follow_each_other(
    client: Caller, sequenced: Sequenced
) -> None:
    for number in range(5):
        await client.as_("officer").post("/v1/ngos", json={**NGO, "name_vi": f"Quỹ {number}"})
    await sequenced()
    reader, after, seen = (
        client.as_("integrator", scope="registry:changes:read", kind="client"),
        0,
        [],
    )

    while len(page := (await feed(reader, after=after, limit=4))["items"]) > 0:
        seen += page
        after = int(page[-1]["sequence"])

    assert [int(event["sequence"]) for event in seen] == list(range(1, len(seen) + 1))
    assert [e["data"]["record"]["name_vi"] for e in seen if e["data"]["resource"] == "ngos"] == [
        f"Quỹ {number}" for number in range(5)
    ]


async def test_events_have_the_form_of_cloudevents_1_0_2(
    client: Caller, sequenced: Sequenced
) -> None:
    made = await client.as_("officer").post("/v1/ngos", json=NGO)
    await sequenced()

    events = (await feed(client.as_("viewer")))["items"]

    event = events[-1]
    for required in ("id", "source", "specversion", "type"):
        assert isinstance(event[required], str)
        assert event[required]
    assert event["specversion"] == "1.0"
    assert re.fullmatch(r"/api/registry/v1/ngos", event["source"])
    assert event["type"] == "vn.nhipcau.registry.ngos.create.v1"
    assert event["subject"] == made.json()["id"]
    assert UUID(event["subject"])
    assert datetime.fromisoformat(event["time"]).tzinfo is not None
    assert event["datacontenttype"] == "application/json"
    assert len(event["sequence"]) == 20
    assert len({each["id"] for each in events}) == len(events)
    plain = {name for name in event if name != "data"}
    assert all(re.fullmatch("[a-z0-9]+", name) for name in plain), "attribute names are lower case"


async def test_a_units_own_rows_are_hidden_from_other_units(
    staff: Callable[..., Caller], sequenced: Sequenced
) -> None:
    """NGOs are national records; an import belongs to the unit that handed it in."""
    file = {"file": ("a.csv", (SAMPLE + ROW).encode("utf-8"))}
    handed = await staff("officer").post("/v1/imports", files=file)
    assert handed.status_code == 201, handed.text
    await staff("officer").post("/v1/ngos", json=NGO)
    await sequenced()

    seen = {
        unit: [event["data"]["resource"] for event in (await feed(staff("viewer", unit)))["items"]]
        for unit in ("HUFO", "CANTHO", "VUFO")
    }

    assert {unit: rows.count("imports") for unit, rows in seen.items()} == {
        "HUFO": 1,
        "CANTHO": 0,
        "VUFO": 1,
    }
    assert all("ngos" in rows for rows in seen.values())


async def test_a_reader_whose_page_hides_rows_still_moves_on(
    staff: Callable[..., Caller], db: asyncpg.Connection, sequenced: Sequenced
) -> None:
    file = {"file": ("a.csv", (SAMPLE + ROW).encode("utf-8"))}
    await staff("officer").post("/v1/imports", files=file)
    await sequenced()

    found = await feed(staff("viewer", "CANTHO"))

    assert int(found["next"]) == await db.fetchval("SELECT max(pos) FROM changes")


@pytest.mark.parametrize("late", [1, 3])
async def test_a_late_commit_is_not_skipped(
    client: Caller, database: str, sequenced: Sequenced, late: int
) -> None:
    """A cursor on the identity column would have passed by the row that commits last."""
    start = int((await feed(client.as_("viewer")))["next"])
    slow = await asyncpg.connect(database)
    transaction = slow.transaction()
    await transaction.start()
    await slow.execute(
        "INSERT INTO changes (resource, record_id, version, action, operation, actor_kind,"
        " actor_name, acting_as, request_id)"
        " VALUES ('ngos', gen_random_uuid(), 1, 'late', 'test', 'system', 'test', '{}', 'test')"
    )
    for number in range(late):
        await client.as_("officer").post("/v1/ngos", json={**NGO, "name_vi": f"Quỹ {number}"})
    await asyncio.wait_for(sequenced(), 6)
    early = await feed(client.as_("viewer"), after=start)

    await transaction.commit()
    await slow.close()
    await sequenced()
    rest = await feed(client.as_("viewer"), after=int(early["next"]))

    assert [event["data"]["action"] for event in early["items"][-late:]] == ["create"] * late
    assert [event["data"]["action"] for event in rest["items"]] == ["late"]
