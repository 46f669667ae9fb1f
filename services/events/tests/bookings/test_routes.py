"""Bookings over HTTP, on a PostgreSQL built by the migrations."""

from typing import Any

import pytest

from chassis.testing import Caller


def times(begins: str, ends: str) -> dict[str, str]:
    return {"starts_at": f"2027-05-04T{begins}:00+07:00", "ends_at": f"2027-05-04T{ends}:00+07:00"}


async def book(
    client: Caller, venue: Any, event: Any, begins: str, ends: str, unit: str = "HUFO"
) -> Any:
    body = {"venue_id": venue["id"], "event_id": event["id"], **times(begins, ends)}
    return await client.as_("officer", unit).post("/v1/bookings", json=body)


async def test_an_officer_books_a_venue_for_the_time_of_an_event(
    client: Caller, an_event: Any, a_venue: Any
) -> None:
    venue, event = await a_venue(), await an_event()

    answer = await client.as_("officer").post(
        "/v1/bookings", json={"venue_id": venue["id"], "event_id": event["id"]}
    )

    assert answer.status_code == 201
    assert answer.headers["location"] == f"/v1/bookings/{answer.json()['id']}"
    assert answer.json()["starts_at"] == "2027-05-04T01:00:00Z"
    assert answer.json()["ends_at"] == "2027-05-04T04:00:00Z"
    assert answer.json()["allowed_actions"] == ["update", "cancel"]


async def test_the_event_says_where_it_is_once_booked_and_after(
    client: Caller, an_event: Any, a_venue: Any, a_booking: Any
) -> None:
    venue, event = await a_venue(), await an_event(place="Trụ sở")
    officer, url = client.as_("officer"), f"/v1/events/{event['id']}"

    booking = await a_booking(venue, event)
    booked = (await officer.get(url)).json()
    await officer.act(f"/v1/bookings/{booking['id']}/cancel", 1)
    freed = (await officer.get(url)).json()

    assert (booked["location"], booked["version"]) == ("Hội trường Giả Định; Số 1 Đường Mơ", 2)
    assert (freed["location"], freed["version"]) == ("Trụ sở", 3)
    entries = (await officer.get(url + "/history")).json()["items"]
    assert [entry["action"] for entry in entries] == ["unbook", "book", "create"]


async def test_an_overlap_is_refused_and_the_other_booking_named(
    client: Caller, an_event: Any, a_venue: Any
) -> None:
    venue = await a_venue()
    first = (await book(client, venue, await an_event(title_vi="Họp A"), "08:00", "10:00")).json()

    refused = await book(client, venue, await an_event(), "09:59", "11:00")

    problem = refused.json()
    assert (refused.status_code, problem["code"]) == (409, "events.overlap")
    assert problem["conflict"]["booking_id"] == first["id"]
    assert problem["conflict"]["event_title_vi"] == "Họp A"
    assert problem["errors"][0]["pointer"] == "/body/starts_at"
    assert problem["errors"][0]["detail"] == (
        "Địa điểm đã được đặt từ 08:00 04/05/2027 đến 10:00 04/05/2027 cho “Họp A”."
    )


async def test_the_refusal_speaks_english_when_asked(
    client: Caller, an_event: Any, a_venue: Any
) -> None:
    venue = await a_venue()
    await book(client, venue, await an_event(title_en="Meeting A"), "08:00", "10:00")
    event = await an_event()
    body = {"venue_id": venue["id"], "event_id": event["id"]}

    refused = await client.as_("officer").post(
        "/v1/bookings", json=body, headers={"Accept-Language": "en"}
    )

    assert refused.json()["errors"][0]["detail"] == (
        "The venue is booked from 08:00 04/05/2027 to 10:00 04/05/2027 for “Meeting A”."
    )


async def test_a_foreign_internal_event_in_the_way_is_named_by_its_time_alone(
    client: Caller, an_event: Any, a_venue: Any
) -> None:
    venue, secret = await a_venue(), await an_event("HUFO", title_vi="Việc kín")
    await book(client, venue, secret, "08:00", "10:00")

    refused = await book(client, venue, await an_event("CANTHO"), "09:00", "11:00", "CANTHO")

    assert refused.json()["code"] == "events.overlap"
    assert refused.json()["conflict"]["starts_at"].startswith("2027-05-04T")
    assert refused.json()["conflict"]["event_id"] is None
    assert "Việc kín" not in refused.text
    assert secret["id"] not in refused.text
    assert "hoạt động của đơn vị khác" in refused.json()["errors"][0]["detail"]


async def test_neighbours_share_the_minute_between_them(
    client: Caller, an_event: Any, a_venue: Any
) -> None:
    venue, event = await a_venue(), await an_event()

    before = await book(client, venue, event, "08:00", "10:00")
    after = await book(client, venue, event, "10:00", "11:00")
    other = await book(client, await a_venue(), event, "08:00", "11:00")

    assert [before.status_code, after.status_code, other.status_code] == [201, 201, 201]


async def test_cancelling_frees_the_time_and_confirming_again_may_be_refused(
    client: Caller, an_event: Any, a_venue: Any, a_booking: Any
) -> None:
    venue, event, officer = await a_venue(), await an_event(), client.as_("officer")
    booking = await a_booking(venue, event)
    url = f"/v1/bookings/{booking['id']}"

    cancelled = await officer.act(url + "/cancel", 1)
    second = await a_booking(venue, await an_event())
    refused = await officer.act(url + "/confirm", 2)
    await officer.act(f"/v1/bookings/{second['id']}/cancel", 1)
    confirmed = await officer.act(url + "/confirm", 2)

    assert cancelled.json()["allowed_actions"] == ["confirm"]
    assert (refused.status_code, refused.json()["code"]) == (409, "events.overlap")
    assert (confirmed.status_code, confirmed.json()["status"]) == (200, "confirmed")
    twice = await officer.act(url + "/confirm", 3)
    assert (twice.status_code, twice.json()["code"]) == (409, "events.wrong_status")


async def test_a_booking_moves_to_a_free_time_only(
    client: Caller, an_event: Any, a_venue: Any, a_booking: Any
) -> None:
    venue, event, officer = await a_venue(), await an_event(), client.as_("officer")
    booking = await a_booking(venue, event, **times("08:00", "09:00"))
    await a_booking(venue, event, **times("10:00", "11:00"))
    url = f"/v1/bookings/{booking['id']}"

    refused = await officer.merge(url, times("09:30", "10:30"), 1)
    moved = await officer.merge(url, times("08:30", "09:30"), 1)  # overlaps itself: no matter

    assert (refused.status_code, refused.json()["code"]) == (409, "events.overlap")
    assert (moved.status_code, moved.json()["starts_at"]) == (200, "2027-05-04T01:30:00Z")
    cancelled = (await officer.act(url + "/cancel", 2)).json()
    stuck = await officer.merge(url, times("08:00", "09:00"), cancelled["version"])
    assert (stuck.status_code, stuck.json()["code"]) == (409, "events.wrong_status")


@pytest.mark.parametrize(
    ("status", "fields", "code"),
    [
        ("cancelled", {}, "events.event_not_bookable"),
        ("postponed", {}, "events.event_not_bookable"),
        ("draft", {"starts_on": "2027-05-01", "precision": "month"}, "events.time_unknown"),
    ],
)
async def test_a_room_is_held_only_for_what_is_on_and_dated(
    client: Caller, an_event: Any, a_venue: Any, status: str, fields: dict[str, str], code: str
) -> None:
    if fields:
        fields = {**fields, "starts_at": None, "ends_at": None}
    venue, event = await a_venue(), await an_event(status=status, **fields)

    refused = await book(client, venue, event, "08:00", "09:00")

    assert (refused.status_code, refused.json()["code"]) == (409, code)


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"venue_id": "0192f0c1-0000-7000-8000-000000000000"}, 409, "events.unknown_venue"),
        ({"starts_at": "2027-05-04T11:00:00+07:00"}, 409, "events.ends_before_start"),
        ({"starts_at": "2027-05-04T12:00:00+07:00"}, 409, "events.ends_before_start"),
        ({"starts_at": "2027-05-04T08:00:00"}, 422, "invalid"),
        ({"starts_at": "infinity"}, 422, "invalid"),
        ({"status": "cancelled"}, 422, "invalid"),
    ],
)
async def test_what_is_no_booking_is_refused_by_name(
    client: Caller, an_event: Any, a_venue: Any, change: dict[str, str], status: int, code: str
) -> None:
    venue, event = await a_venue(), await an_event()
    body = {"venue_id": venue["id"], "event_id": event["id"], **change}

    answer = await client.as_("officer").post("/v1/bookings", json=body)

    assert (answer.status_code, answer.json()["code"]) == (status, code)


async def test_a_repeated_key_books_once(client: Caller, an_event: Any, a_venue: Any) -> None:
    venue, event, officer = await a_venue(), await an_event(), client.as_("officer")
    body = {"venue_id": venue["id"], "event_id": event["id"]}
    key = {"Idempotency-Key": "book-once"}

    first = await officer.post("/v1/bookings", json=body, headers=key)
    again = await officer.post("/v1/bookings", json=body, headers=key)

    assert (first.status_code, again.status_code) == (201, 201)
    assert again.content == first.content
