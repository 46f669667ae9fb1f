"""A person's request is entered, answered, extended once and finished, and its days are seen."""

from datetime import date, timedelta
from typing import Any

import asyncpg
import httpx

from chassis.days import today
from chassis.workdays import Calendar
from gateway.running import Running

URL = "/api/gateway/v1/subject-requests"
# Counted before anybody waits for it: the first look at a year reads its holidays in.
ANSWER_BY = Calendar().after(today(), 2)
BODY = {"kind": "object", "person": "Nguyễn Thị Thử (demo)", "wish": "Không gửi thư mời nữa."}


def told(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def enter(admin: httpx.AsyncClient, **values: Any) -> httpx.Response:
    return await admin.post(URL, json={**BODY, "received_on": today().isoformat(), **values})


async def step(admin: httpx.AsyncClient, one: dict[str, Any], verb: str, **body: Any) -> Any:
    headers = {"If-Match": f'"{one["version"]}"'}
    return await admin.post(f"{URL}/{one['id']}/{verb}", json=body, headers=headers)


async def test_its_days_are_counted_from_the_day_it_came(signed_in: Any) -> None:
    answer = await enter(await signed_in("admin"), third_party=True)

    assert answer.status_code == 201, answer.text
    one = answer.json()
    assert one["answer_due_on"] == one["due_on"] == ANSWER_BY.isoformat()
    assert one["finish_due_on"] == (today() + timedelta(days=20)).isoformat()
    assert (one["verified"], one["confidence"]) == (False, "SECONDARY")
    assert (one["status"], one["allowed_actions"]) == ("received", ["answer", "extend"])


async def test_it_goes_its_way_once_and_its_history_says_who(signed_in: Any) -> None:
    admin = await signed_in("admin")
    one = (await enter(admin)).json()

    early = await step(admin, one, "finish", outcome="done", result="Đã xoá khỏi danh sách.")
    answered = (await step(admin, one, "answer", answer="Đã nhận, sẽ xử lý.")).json()
    extended = (await step(admin, answered, "extend", reason="Cần hỏi đơn vị khác.")).json()
    again = await step(admin, extended, "extend", reason="Cần thêm.")
    stale = await step(admin, one, "finish", outcome="done", result="Xong.")
    done = await step(admin, extended, "finish", outcome="done", result="Đã ngừng gửi.")
    history = (await admin.get(f"{URL}/{one['id']}/history")).json()["items"]

    assert told(early) == (409, "subject_requests.wrong_status")
    assert answered["due_on"] == answered["finish_due_on"] == one["finish_due_on"]
    assert extended["finish_due_on"] == (today() + timedelta(days=30)).isoformat()
    assert extended["due_on"] == extended["finish_due_on"]
    assert told(again) == (409, "subject_requests.extended_already")
    assert told(stale) == (412, "precondition.failed")
    assert (done.json()["status"], done.json()["allowed_actions"]) == ("finished", [])
    assert [entry["action"] for entry in history] == ["finish", "extend", "answer", "create"]
    assert {entry["actor"]["name"] for entry in history} == {"admin HUFO"}


async def test_what_is_overdue_is_found(signed_in: Any, db: asyncpg.Connection) -> None:
    admin = await signed_in("admin")
    late, done = [(await enter(admin, person=name)).json() for name in ("Muộn", "Xong")]
    fresh = (await enter(admin, person="Mới")).json()
    await db.execute("UPDATE subject_requests SET due_on = $1 WHERE id <> $2", _past(), fresh["id"])
    await step(admin, (await step(admin, done, "answer", answer="Đã nhận.")).json(), "finish",
               outcome="refused", result="Không có dữ liệu.")  # fmt: skip

    async def names(**query: str) -> list[str]:
        return [one["person"] for one in (await admin.get(URL, params=query)).json()["items"]]

    assert await names(overdue="true") == ["Muộn"]
    assert await names(open="true") == ["Muộn", "Mới"]
    assert await names(status="finished") == ["Xong"]
    assert await names(q="muon") == ["Muộn"]
    assert late["id"] != fresh["id"]


def _past() -> date:
    return today() - timedelta(days=1)


async def test_another_union_knows_nothing_of_it_and_national_staff_all(signed_in: Any) -> None:
    one = (await enter(await signed_in("admin"))).json()
    other, national = await signed_in("admin", "HAIPHONG"), await signed_in("admin", "VUFO")

    foreign = await other.get(f"{URL}/{one['id']}")
    unknown = await other.get(f"{URL}/{one['id'][:-4]}0000")

    assert told(foreign) == told(unknown) == (404, "not_found")
    assert told(await step(other, one, "answer", answer="Đã nhận.")) == (404, "not_found")
    assert (await other.get(URL)).json()["items"] == []
    assert [seen["id"] for seen in (await national.get(URL)).json()["items"]] == [one["id"]]


async def test_an_auditor_reads_and_does_nothing(signed_in: Any) -> None:
    one = (await enter(await signed_in("admin"))).json()
    auditor, officer = await signed_in("auditor"), await signed_in("officer")

    seen = await auditor.get(f"{URL}/{one['id']}")

    assert seen.json()["allowed_actions"] == []
    assert told(await step(auditor, one, "answer", answer="x")) == (403, "identity.role")
    assert told(await officer.get(URL)) == (403, "identity.role")


async def test_days_that_cannot_be_are_refused(signed_in: Any) -> None:
    admin = await signed_in("admin")

    future = await enter(admin, received_on=(today() + timedelta(days=1)).isoformat())
    before = await enter(admin, received_on="2025-12-31")

    assert told(future) == (409, "subject_requests.future")
    assert told(before) == (409, "subject_requests.no_term")


async def test_without_the_registry_no_day_is_guessed(
    signed_in: Any, running: Running, db: asyncpg.Connection
) -> None:
    admin = await signed_in("admin")
    running.proxy.ways["registry"].url = "http://127.0.0.1:9"

    away = await enter(admin)

    assert told(away) == (503, "subject_requests.no_calendar")
    assert away.headers["retry-after"] == "5"
    assert await db.fetchval("SELECT count(*) FROM subject_requests") == 0


async def test_the_first_page_shows_what_falls_due_to_who_looks_after_it(signed_in: Any) -> None:
    admin, other = await signed_in("admin"), await signed_in("admin", "HAIPHONG")
    done = (await enter(admin, person="Xong")).json()
    await step(admin, (await step(admin, done, "answer", answer="Đã nhận.")).json(), "finish",
               outcome="done", result="Đã cung cấp.")  # fmt: skip
    await enter(admin, person="Sau", received_on=today().isoformat(), kind="erase")
    await enter(admin, person="Trước", received_on=(today() - timedelta(days=20)).isoformat())

    async def due(person: httpx.AsyncClient) -> list[str] | None:
        parts = (await person.get("/api/gateway/v1/overview")).json()["parts"]
        found = parts["gateway"]["data"]["subject_requests_due"]
        return found and [one["person"] for one in found["items"]]

    assert await due(admin) == ["Trước", "Sau"]
    assert await due(other) == []
    assert await due(await signed_in("officer")) is None
