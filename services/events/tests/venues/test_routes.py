"""Venues over HTTP, on a PostgreSQL built by the migrations."""

from typing import Any

import pytest

from chassis.testing import Caller


async def test_all_unions_read_a_venue_and_its_steward_changes_it(
    client: Caller, a_venue: Any
) -> None:
    venue = await a_venue()
    url = f"/v1/venues/{venue['id']}"

    read = await client.as_("viewer", "CANTHO").get(url)
    stranger = await client.as_("officer", "CANTHO").merge(url, {"capacity": 1}, 1)
    steward = await client.as_("officer").merge(url, {"capacity": 300}, 1)
    national = await client.as_("officer", "VUFO").merge(url, {"capacity": 280}, 2)

    assert (venue["allowed_actions"], read.json()["allowed_actions"]) == (["update"], [])
    assert (stranger.status_code, stranger.json()["code"]) == (403, "events.not_steward")
    assert (steward.json()["capacity"], national.json()["capacity"]) == (300, 280)
    entries = (await client.as_("viewer").get(url + "/history")).json()["items"]
    assert entries[1]["fields"] == [{"field": "capacity", "before": None, "after": 300}]


async def test_a_change_needs_the_version_it_was_made_on(client: Caller, a_venue: Any) -> None:
    officer, url = client.as_("officer"), f"/v1/venues/{(await a_venue())['id']}"

    assert (await officer.merge(url, {"note": "A"}, None)).status_code == 428
    assert (await officer.merge(url, {"note": "A"}, 1)).status_code == 200
    assert (await officer.merge(url, {"note": "B"}, 1)).status_code == 412


@pytest.mark.usefixtures("units")
async def test_a_venue_is_found_by_words_unit_province_and_size(
    client: Caller, a_venue: Any
) -> None:
    a = await a_venue(name_vi="Hội trường Đường Mới", capacity=300)
    b = await a_venue("CANTHO", name_vi="Phòng họp Lá Sen", province="VN-92", capacity=40)
    viewer = client.as_("viewer")

    async def found(**params: Any) -> list[str]:
        page = (await viewer.get("/v1/venues", params=params)).json()
        return [item["id"] for item in page["items"]]

    assert await found() == [a["id"], b["id"]]
    for words in ("duong moi", "ĐƯỜNG MỚI", "đường mới"):
        assert await found(q=words) == [a["id"]], words
    assert await found(unit="CANTHO") == [b["id"]]
    assert await found(unit="hufo") == [a["id"]]
    assert await found(province="VN-92") == [b["id"]]
    assert await found(capacity_from=100) == [a["id"]]


async def test_a_new_name_is_found_and_the_old_one_no_more(client: Caller, a_venue: Any) -> None:
    venue, officer = await a_venue(name_vi="Nhà Cũ"), client.as_("officer")

    await officer.merge(f"/v1/venues/{venue['id']}", {"name_vi": "Nhà Mới"}, 1)

    new = (await officer.get("/v1/venues", params={"q": "nha moi"})).json()["items"]
    old = (await officer.get("/v1/venues", params={"q": "nha cu"})).json()["items"]
    assert (len(new), len(old)) == (1, 0)


@pytest.mark.parametrize(
    "fields", [{"capacity": -1}, {"province": "79"}, {"name_vi": " "}, {"unit_id": "x"}]
)
async def test_what_is_no_venue_is_refused(client: Caller, fields: dict[str, Any]) -> None:
    body = {"name_vi": "Hội trường", **fields}

    assert (await client.as_("officer").post("/v1/venues", json=body)).status_code == 422
    assert (await client.as_("viewer").post("/v1/venues", json=body)).status_code == 403


async def test_an_id_is_given_once(client: Caller, a_venue: Any) -> None:
    venue = await a_venue()
    body = {"name_vi": "Hội trường", "id": venue["id"]}

    refused = await client.as_("officer").post("/v1/venues", json=body)

    assert (refused.status_code, refused.json()["code"]) == (409, "events.id_taken")


async def test_a_new_address_reaches_the_events_to_come_and_their_calendar(
    client: Caller, units: None, an_event: Any, a_venue: Any, a_booking: Any
) -> None:
    venue = await a_venue("CANTHO")
    event = await an_event(status="planned", visibility="public")
    await a_booking(venue, event)

    await client.as_("officer", "CANTHO").merge(
        f"/v1/venues/{venue['id']}", {"address": "Số 9 Đường Mới"}, 1
    )

    told = (await client.as_("viewer").get(f"/v1/events/{event['id']}")).json()
    feed = (await client.get("/v1/calendars/HUFO.ics")).content.replace(b"\r\n ", b"")
    assert (told["location"], told["version"]) == ("Hội trường Giả Định; Số 9 Đường Mới", 4)
    assert "Số 9 Đường Mới".encode() in feed
    assert b"SEQUENCE:3" in feed
