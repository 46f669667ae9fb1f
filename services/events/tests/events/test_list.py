"""The list of events: filters, order, pages."""

from typing import Any

import pytest

from chassis.testing import Caller


async def ids(caller: Caller, **params: Any) -> list[str]:
    answer = await caller.get("/v1/events", params=params)
    assert answer.status_code == 200, answer.text
    return [item["id"] for item in answer.json()["items"]]


@pytest.mark.usefixtures("units")
async def test_the_list_is_narrowed_by_unit_kind_status_day_and_words(
    client: Caller, an_event: Any
) -> None:
    night = {"starts_at": "2027-01-31T23:30:00+07:00", "ends_at": "2027-02-01T02:00:00+07:00"}
    a = await an_event(
        title_vi="Giao lưu Đường Mới", kind="exchange", countries=["LA", "KH"], **night
    )
    b = await an_event("CANTHO", status="planned")
    viewer = client.as_("viewer", "VUFO")

    assert await ids(viewer) == [a["id"], b["id"]]
    assert await ids(viewer, sort="-starts_at") == [b["id"], a["id"]]
    assert await ids(viewer, unit="HUFO") == [a["id"]]
    assert await ids(viewer, unit=b["unit_id"]) == [b["id"]]
    assert await ids(viewer, kind="exchange") == [a["id"]]
    assert await ids(viewer, status="planned") == [b["id"]]
    assert await ids(viewer, country="KH") == [a["id"]]
    # the day is the one here: 16:30 on the 31st in UTC, still January at home
    assert await ids(viewer, starts_from="2027-01-31", starts_to="2027-01-31") == [a["id"]]
    assert await ids(viewer, starts_from="2027-02-01") == [b["id"]]
    for words in ("duong moi", "ĐƯỜNG", "đường mới"):
        assert await ids(viewer, q=words) == [a["id"]], words
    unknown = await viewer.get("/v1/events", params={"unit": "NOWHERE"})
    assert (unknown.status_code, unknown.json()["code"]) == (409, "events.unknown_unit")


async def test_pages_follow_each_other_by_start(client: Caller, an_event: Any) -> None:
    made = [
        await an_event(
            starts_at=f"2027-05-{day:02}T01:00:00Z", ends_at=f"2027-05-{day:02}T02:00:00Z"
        )
        for day in (3, 1, 3, 2)
    ]
    viewer, seen, cursor = client.as_("viewer"), [], None

    for _ in range(5):
        params = {"limit": 1, **({"cursor": cursor} if cursor else {})}
        page = (await viewer.get("/v1/events", params=params)).json()
        seen += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]
        if not cursor:
            break

    by_start = sorted(made, key=lambda event: (event["starts_at"], event["id"]))
    assert seen == [event["id"] for event in by_start]


@pytest.mark.usefixtures("units")
async def test_a_file_of_events_shows_what_the_list_shows(client: Caller, an_event: Any) -> None:
    ours = await an_event(title_vi="=Giao lưu")

    csv = {"Accept": "text/csv", "Accept-Language": "en"}
    answer = await client.as_("viewer").get("/v1/events", headers=csv)

    head, row = answer.content.decode("utf-8-sig").splitlines()
    assert head.startswith("Title,English title,Unit")
    assert row.startswith("'=Giao lưu,")
    assert row.endswith(ours["id"])
