"""Main job 3, an event gets a room: an overlap names the other, and the calendar says where."""

import asyncio
import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.contract.callers import Caller, Callers
from tests.system.polling import until

pytestmark = pytest.mark.asyncio(loop_scope="session")
EVENTS, BOOKINGS = "/api/events/v1/events", "/api/events/v1/bookings"
RACERS = 40


def _hours(start: int, length: int) -> dict[str, str]:
    begin = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(days=40)
    at = begin + timedelta(hours=start)
    return {"starts_at": at.isoformat(), "ends_at": (at + timedelta(hours=length)).isoformat()}


async def _made(who: Caller, url: str, said: dict[str, Any]) -> dict[str, Any]:
    answer = await who.post(url, json=said)
    assert answer.status_code == 201, answer.text
    record: dict[str, Any] = answer.json()
    return record


async def _venue(who: Caller) -> str:
    name = f"Phòng Gặp Gỡ {secrets.token_hex(3)} (demo)"
    return str((await _made(who, "/api/events/v1/venues", {"name_vi": name}))["id"])


async def _event(who: Caller, title: str, when: dict[str, str], **more: str) -> str:
    said = {"kind": "review_conference", "title_vi": title, **when, **more}
    return str((await _made(who, EVENTS, said))["id"])


async def test_an_overlap_names_the_other_and_the_calendar_shows_the_room(callers: Callers) -> None:
    officer = await callers.as_("officer")
    venue = await _venue(officer)
    title = f"Gặp mặt hữu nghị {secrets.token_hex(3)}"
    event = await _event(officer, title, _hours(0, 3), visibility="public")
    planned = await officer.post(f"{EVENTS}/{event}/plan", headers={"If-Match": '"1"'})
    assert planned.status_code == 200, planned.text
    booked = await _made(officer, BOOKINGS, {"event_id": event, "venue_id": venue})

    second = await _event(officer, "Họp nội bộ", _hours(2, 2))
    refused = await officer.post(BOOKINGS, json={"event_id": second, "venue_id": venue})
    problem = refused.json()
    assert (refused.status_code, problem["code"]) == (409, "events.overlap")
    assert problem["conflict"]["booking_id"] == booked["id"]
    assert problem["conflict"]["event_title_vi"] == title
    assert title in problem["errors"][0]["detail"]

    third = await _event(officer, "Ngay sau đó", _hours(3, 1))
    await _made(officer, BOOKINGS, {"event_id": third, "venue_id": venue})

    feed = await until(
        lambda: callers.nobody.get("/api/public/v1/calendars/HUFO.ics"),
        lambda answer: event in answer.text,
    )
    assert feed.headers["content-type"] == "text/calendar; charset=utf-8"
    unfolded = feed.text.replace("\r\n ", "")
    assert f"SUMMARY:{title}" in unfolded
    assert "Phòng Gặp Gỡ" in unfolded, "where it is"
    assert "Họp nội bộ" not in unfolded, "an internal event is nobody's business"


async def test_another_union_learns_that_a_room_is_taken_not_by_what(callers: Callers) -> None:
    officer, other = await callers.as_("officer"), await callers.as_("officer", "HAIPHONG")
    venue = await _venue(officer)
    secret = f"Họp kín {secrets.token_hex(4)}"
    event = await _event(officer, secret, _hours(0, 2), visibility="internal")
    await _made(officer, BOOKINGS, {"event_id": event, "venue_id": venue})

    theirs = await _event(other, "Hội thảo", _hours(1, 2))
    refused = await other.post(BOOKINGS, json={"event_id": theirs, "venue_id": venue})
    assert (refused.status_code, refused.json()["code"]) == (409, "events.overlap")
    assert secret not in refused.text
    assert event not in refused.text


async def test_of_forty_who_want_one_room_at_once_one_gets_it(callers: Callers) -> None:
    officer = await callers.as_("officer")
    venue = await _venue(officer)
    wanted = [await _event(officer, f"Cuộc {n}", _hours(5, 2)) for n in range(RACERS)]

    told = await asyncio.gather(
        *(officer.post(BOOKINGS, json={"event_id": e, "venue_id": venue}) for e in wanted)
    )

    assert sorted(answer.status_code for answer in told) == [201] + [409] * (RACERS - 1)
    winner = next(answer.json()["id"] for answer in told if answer.status_code == 201)
    losers = [answer.json()["conflict"]["booking_id"] for answer in told if answer.is_error]
    assert set(losers) == {winner}
