"""Who sees a booking, and who may touch it."""

from typing import Any

from chassis.testing import Caller


def times(begins: str, ends: str) -> dict[str, str]:
    return {"starts_at": f"2027-05-04T{begins}:00+07:00", "ends_at": f"2027-05-04T{ends}:00+07:00"}


async def book(
    client: Caller, venue: Any, event: Any, begins: str, ends: str, unit: str = "HUFO"
) -> Any:
    body = {"venue_id": venue["id"], "event_id": event["id"], **times(begins, ends)}
    return await client.as_("officer", unit).post("/v1/bookings", json=body)


async def test_another_unit_sees_who_holds_the_venue_but_not_what_for(
    client: Caller, an_event: Any, a_venue: Any, a_booking: Any
) -> None:
    venue = await a_venue()
    open_event = await an_event(status="planned", visibility="public", title_vi="Ngày hội")
    await a_booking(venue, open_event, **times("08:00", "09:00"))
    await a_booking(venue, await an_event(title_vi="Việc kín"), **times("09:00", "10:00"))

    async def titles(role: str, unit: str) -> list[str | None]:
        page = await client.as_(role, unit).get("/v1/bookings", params={"venue_id": venue["id"]})
        return [item["event_title_vi"] for item in page.json()["items"]]

    assert await titles("viewer", "HUFO") == ["Ngày hội", "Việc kín"]
    assert await titles("viewer", "CANTHO") == ["Ngày hội", None]
    assert await titles("viewer", "VUFO") == ["Ngày hội", "Việc kín"]


async def test_only_its_unit_or_the_national_union_changes_a_booking(
    client: Caller, an_event: Any, a_venue: Any, a_booking: Any
) -> None:
    booking = await a_booking(await a_venue("CANTHO"), await an_event())
    url = f"/v1/bookings/{booking['id']}/cancel"

    stranger = await client.as_("officer", "CANTHO").act(url, 1)
    viewer = await client.as_("viewer").act(url, 1)
    national = await client.as_("officer", "VUFO").act(url, 1)

    assert (stranger.status_code, stranger.json()["code"]) == (403, "events.not_keeper")
    assert (viewer.status_code, viewer.json()["code"]) == (403, "identity.role")
    assert national.status_code == 200


async def test_a_foreign_event_cannot_be_booked_for_nor_told_from_an_unknown_one(
    client: Caller, an_event: Any, a_venue: Any
) -> None:
    venue, foreign = await a_venue(), await an_event("CANTHO")
    unknown = {"id": "0192f0c1-0000-7000-8000-000000000000"}

    answers = [await book(client, venue, event, "08:00", "09:00") for event in (foreign, unknown)]

    assert {answer.status_code for answer in answers} == {409}
    plain = [answer.text.replace(answer.json()["request_id"], "") for answer in answers]
    assert plain[0] == plain[1]
    assert answers[0].json()["code"] == "events.unknown_event"
