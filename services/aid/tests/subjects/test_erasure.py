"""A person who receives aid is forgotten in every grant as well."""

from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg

from chassis.testing import Caller, stored

NAME = "Nguyễn Thị Thử Canary"
ERASURE = "0191d5a0-0000-7000-8000-00004f7a2b1c"
MARK = "(đã xoá 4f7a2b1c)"


async def test_no_canary_is_left_in_any_table(
    client: Caller, db: asyncpg.Connection, a_grant: Callable[..., Awaitable[dict[str, Any]]]
) -> None:
    grant, officer = await a_grant(), client.as_("officer")
    recipient = f"/v1/recipients/{grant['recipient_id']}"
    await officer.merge(recipient, {"name_vi": NAME}, 1)
    purpose = {"purpose": f"Chữa bệnh cho {NAME}"}
    changed = await officer.merge(f"/v1/grants/{grant['id']}", purpose, grant["version"])
    assert changed.status_code == 200, changed.text
    admin = client.as_("admin", "VUFO")

    found = (await admin.post("/v1/subjects/find", json={"texts": [NAME]})).json()["records"]
    records = [{"resource": one["resource"], "id": one["id"]} for one in found]
    body = {"id": ERASURE, "texts": [NAME], "records": records, "reason": "Đơn số 12"}
    done = await admin.post("/v1/subjects/erase", json=body)

    assert {one["resource"] for one in records} == {"grants", "recipients"}
    assert done.status_code == 200, done.text
    left = await stored(db)
    assert [text for text in (NAME, "nguyen thi thu") if text.casefold() in left] == []
    now = (await officer.get(f"/v1/grants/{grant['id']}")).json()
    assert (now["purpose"], now["amount"]) == (f"Chữa bệnh cho {MARK}", grant["amount"])
