"""A person who is an officer, leads a member and stands in an import is found and forgotten."""

from collections.abc import Callable

import asyncpg

from chassis.testing import Caller, stored
from registry.demo.load import Loaded

Staff = Callable[..., Caller]
NAME, PHONE = "Nguyễn Thị Thử Canary", "0909 111 222"
ERASURE = "0191d5a0-0000-7000-8000-00004f7a2b1c"
MARK = "(đã xoá 4f7a2b1c)"


async def test_no_canary_is_left_in_any_table(
    staff: Staff, demo: Loaded, db: asyncpg.Connection, sample: bytes
) -> None:
    officer, admin = staff("officer", "HAIPHONG"), staff("admin", "VUFO")
    post = {
        "person": NAME,
        "post": "chair",
        "title": "Chủ tịch",
        "known_on": "2026-01-02",
        "note": f"Gọi {PHONE}",
    }
    chair = await officer.post("/v1/officers", json=post)
    member = {"name_vi": "Hội Giả Định (demo)", "kind": "friendship_association", "level": "local"}
    led = await officer.post("/v1/members", json={**member, "leader": NAME, "phone": PHONE})
    head, _, rest = sample.partition(b"\n")
    first, _, others = rest.partition(b"\n")
    words = b",".join([f"{NAME} {PHONE}".encode(), *first.split(b",")[1:]])
    content = b"\n".join([head, words, others])
    handed = await staff("officer").post("/v1/imports", files={"file": ("a.csv", content)})
    for answer in (chair, led, handed):
        assert answer.status_code == 201, answer.text

    found = await admin.post("/v1/subjects/find", json={"texts": [NAME, PHONE]})
    records = [{"resource": one["resource"], "id": one["id"]} for one in found.json()["records"]]
    body = {"id": ERASURE, "texts": [NAME, PHONE], "records": records, "reason": "Đơn số 12"}
    done = await admin.post("/v1/subjects/erase", json=body)

    assert {one["resource"] for one in records} == {"officers", "members", "imports"}
    assert done.status_code == 200, done.text
    left = await stored(db)
    assert [text for text in (NAME, PHONE, "nguyen thi thu") if text.casefold() in left] == []
    now = (await officer.get(f"/v1/officers/{chair.json()['id']}")).json()
    assert (now["person"], now["note"], now["post"]) == (MARK, f"Gọi {MARK}", "chair")
    history = (await officer.get(f"/v1/officers/{now['id']}/history")).json()["items"]
    assert [entry["action"] for entry in history] == ["erase", "create"]
    assert NAME not in str(history)
