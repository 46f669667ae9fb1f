"""A new time takes the bookings along, all or none; an event that is off gives them back."""

from typing import Any

from chassis.testing import Caller


def times(begins: str, ends: str, day: str = "04") -> dict[str, str]:
    return {
        "starts_at": f"2027-05-{day}T{begins}:00+07:00",
        "ends_at": f"2027-05-{day}T{ends}:00+07:00",
    }


async def held(client: Caller, event: Any) -> list[tuple[str, str, str]]:
    page = await client.as_("viewer").get("/v1/bookings", params={"event_id": event["id"]})
    return [(b["starts_at"][8:16], b["ends_at"][8:16], b["status"]) for b in page.json()["items"]]


async def version(client: Caller, event: Any) -> int:
    found = (await client.as_("officer").get(f"/v1/events/{event['id']}")).json()
    return int(found["version"])


async def test_a_booking_moves_with_its_event_and_keeps_its_margins(
    client: Caller, an_event: Any, a_venue: Any, a_booking: Any
) -> None:
    venue, event = await a_venue(), await an_event()
    booking = await a_booking(venue, event, **times("07:00", "11:30"))
    officer, url = client.as_("officer"), f"/v1/events/{event['id']}"

    moved = await officer.merge(url, times("13:00", "17:00"), await version(client, event))

    assert moved.status_code == 200
    assert await held(client, event) == [("04T05:00", "04T10:30", "confirmed")]
    entries = (await officer.get(f"/v1/bookings/{booking['id']}/history")).json()["items"]
    assert [entry["action"] for entry in entries] == ["update", "create"]


async def test_two_bookings_of_one_event_move_past_each_other(
    client: Caller, an_event: Any, a_venue: Any, a_booking: Any
) -> None:
    venue, event = await a_venue(), await an_event()
    await a_booking(venue, event, **times("08:00", "09:30"))
    await a_booking(venue, event, **times("09:30", "11:00"))

    moved = await client.as_("officer").merge(
        f"/v1/events/{event['id']}", times("09:30", "12:30"), await version(client, event)
    )

    assert moved.status_code == 200, moved.text
    assert await held(client, event) == [
        ("04T02:30", "04T04:00", "confirmed"),
        ("04T04:00", "04T05:30", "confirmed"),
    ]


async def test_an_event_does_not_move_onto_anothers_booking(
    client: Caller, an_event: Any, a_venue: Any, a_booking: Any
) -> None:
    venue, event = await a_venue(), await an_event()
    await a_booking(venue, event)
    other = await a_booking(venue, await an_event(title_vi="Họp B"), **times("13:00", "15:00"))
    before = await version(client, event)

    refused = await client.as_("officer").merge(
        f"/v1/events/{event['id']}", times("14:00", "17:00"), before
    )

    assert (refused.status_code, refused.json()["code"]) == (409, "events.overlap")
    assert refused.json()["conflict"]["booking_id"] == other["id"]
    assert await version(client, event) == before
    assert await held(client, event) == [("04T01:00", "04T04:00", "confirmed")]


async def test_a_booked_event_keeps_a_day(
    client: Caller, an_event: Any, a_venue: Any, a_booking: Any
) -> None:
    event = await an_event()
    await a_booking(await a_venue(), event)
    officer, url = client.as_("officer"), f"/v1/events/{event['id']}"

    vague = {"precision": "month", "starts_on": "2027-05-01"}
    refused = await officer.merge(url, vague, await version(client, event))
    whole_day = await officer.merge(url, {"starts_on": "2027-05-05"}, await version(client, event))

    assert (refused.status_code, refused.json()["code"]) == (409, "events.time_unknown")
    assert (whole_day.status_code, whole_day.json()["all_day"]) == (200, True)
    assert await held(client, event) == [("04T17:00", "05T17:00", "confirmed")]


async def test_an_event_that_is_off_gives_its_venues_back(
    client: Caller, an_event: Any, a_venue: Any, a_booking: Any
) -> None:
    venue, event = await a_venue(), await an_event(status="planned", place="Trụ sở")
    booking = await a_booking(venue, event)
    officer, url = client.as_("officer"), f"/v1/events/{event['id']}"

    off = await officer.act(url + "/postpone", await version(client, event), {"reason": "Mưa bão"})

    assert (off.json()["status"], off.json()["location"]) == ("postponed", "Trụ sở")
    assert await held(client, event) == [("04T01:00", "04T04:00", "cancelled")]
    entry = (await officer.get(f"/v1/bookings/{booking['id']}/history")).json()["items"][0]
    assert (entry["action"], entry["reason"]) == ("cancel", "Mưa bão")
    assert (await a_booking(venue, await an_event()))["status"] == "confirmed"
