"""A union's contacts over HTTP: its own affair, with a next step that waits until it is done."""

from collections.abc import Awaitable, Callable
from typing import Any

from chassis.testing import Caller

Staff = Callable[..., Caller]
URL = "/v1/contacts"
BODY = {
    "held_on": "2026-03-02",
    "channel": "meeting",
    "ours": "Bà Hư Cấu (demo)",
    "theirs": "Ông Giả Định (demo)",
    "summary": "Bàn về lớp dạy nghề CANARY-5521",
    "next_step": "Gửi danh sách xã",
    "next_due_on": "2026-03-20",
}


async def written(staff: Staff) -> dict[str, Any]:
    own = staff("officer")
    ngo = await own.post("/v1/ngos", json={"name_vi": "Quỹ Giả Định (demo)", "home_country": "US"})
    made = await own.post(URL, json={**BODY, "ngo_id": ngo.json()["id"]})
    assert made.status_code == 201, made.text
    return dict(made.json())


async def test_another_union_neither_reads_it_nor_hears_of_it_in_its_feed(
    staff: Staff, sequenced: Callable[[], Awaitable[None]]
) -> None:
    made = await written(staff)
    await sequenced()
    where = f"{URL}/{made['id']}"
    asked = (URL, f"{URL}?ngo_id={made['ngo_id']}", where, f"{where}/history", "/v1/changes")

    async def heard(who: Caller) -> list[bool]:
        return ["CANARY-5521" in (await who.get(url)).text for url in asked]

    assert await heard(staff("officer", "HAIPHONG")) == [False] * 5
    assert await heard(staff("viewer")) == [True] * 5
    assert await heard(staff("auditor", "VUFO")) == [True] * 5
    stranger = await staff("officer", "HAIPHONG").merge(where, {"summary": "x"}, 1)
    unknown = await staff("officer", "HAIPHONG").get(f"{URL}/{made['ngo_id']}")
    foreign = await staff("officer", "HAIPHONG").get(where)
    assert (stranger.status_code, foreign.status_code, unknown.status_code) == (404, 404, 404)


async def test_a_next_step_waits_by_its_day_until_it_was_done(staff: Staff) -> None:
    made, own = await written(staff), staff("officer")

    async def waiting(day: str) -> int:
        found = await own.get(URL, params={"waiting_by": day, "ngo_id": made["ngo_id"]})
        return len(found.json()["items"])

    before = [await waiting("2026-03-19"), await waiting("2026-03-20")]
    early = await own.merge(f"{URL}/{made['id']}", {"next_done_on": "2026-03-01"}, 1)
    done = await own.merge(f"{URL}/{made['id']}", {"next_done_on": "2026-03-18"}, 1)

    assert (before, early.json()["code"]) == ([0, 1], "registry.dates_out_of_order")
    assert (done.status_code, await waiting("2026-12-31")) == (200, 0)


async def test_national_staff_read_a_unions_contacts_and_do_not_write_them(staff: Staff) -> None:
    made, national = await written(staff), staff("officer", "VUFO")

    read = await national.get(f"{URL}/{made['id']}")
    written_ = await national.merge(f"{URL}/{made['id']}", {"summary": "x"}, 1)

    assert (read.status_code, read.json()["allowed_actions"]) == (200, [])
    assert written_.status_code == 404


async def test_the_union_into_which_it_went_reads_what_was_left(staff: Staff) -> None:
    made = await written(staff)
    heir = staff("officer", "CANTHO", predecessors=[made["unit_id"]])
    where = f"{URL}/{made['id']}"

    read, listed = await heir.get(where), await heir.get(URL)
    changed = await heir.merge(where, {"summary": "x"}, 1)

    assert (read.status_code, read.json()["allowed_actions"]) == (200, [])
    assert [item["id"] for item in listed.json()["items"]] == [made["id"]]
    assert changed.status_code == 404


async def test_a_step_that_was_done_later_still_waited_that_day(staff: Staff) -> None:
    made, own = await written(staff), staff("officer")
    await own.merge(f"{URL}/{made['id']}", {"next_done_on": "2026-03-18"}, 1)

    async def on(day: str, **params: str) -> list[str | None]:
        items = (await own.get(URL, params={"as_of": day, **params})).json()["items"]
        return [item["next_done_on"] for item in items]

    assert await on("2026-03-01") == []
    assert await on("2026-03-17") == await on("2026-03-17", waiting_by="2026-03-20") == [None]
    assert await on("2026-03-18") == ["2026-03-18"]
    assert await on("2026-03-18", waiting_by="2026-03-20") == []
    assert await on("2026-03-17", waiting_by="2026-03-19") == []
