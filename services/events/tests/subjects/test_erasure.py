"""A contact person in an event is forgotten in its calendar text as well."""

from typing import Any

import asyncpg

from chassis.testing import Caller, stored

NAME, PHONE = "Nguyễn Thị Thử Canary", "0909 111 222"
ERASURE = "0191d5a0-0000-7000-8000-00004f7a2b1c"
MARK = "(đã xoá 4f7a2b1c)"


async def test_no_canary_is_left_in_any_table(
    client: Caller, db: asyncpg.Connection, an_event: Any
) -> None:
    event = await an_event(title_vi=f"Gặp {NAME}", description=f"Liên hệ {NAME}, {PHONE}")
    admin = client.as_("admin", "VUFO")

    found = (await admin.post("/v1/subjects/find", json={"texts": [NAME, PHONE]})).json()
    records = [{"resource": one["resource"], "id": one["id"]} for one in found["records"]]
    body = {"id": ERASURE, "texts": [NAME, PHONE], "records": records, "reason": "Đơn số 12"}
    done = await admin.post("/v1/subjects/erase", json=body)

    assert [one["id"] for one in records] == [event["id"]]
    assert done.status_code == 200, done.text
    left = await stored(db)
    assert [text for text in (NAME, PHONE, "nguyen thi thu") if text.casefold() in left] == []
    now = (await client.as_("officer").get(f"/v1/events/{event['id']}")).json()
    assert now["description"] == f"Liên hệ {MARK}, {MARK}"
