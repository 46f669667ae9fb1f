"""Events over HTTP, on a PostgreSQL built by the migrations."""

from typing import Any

import pytest

from chassis.testing import Caller

EVENT = {
    "kind": "seminar",
    "title_vi": "Tọa đàm Giả Định",
    "starts_at": "2027-05-04T08:00:00+07:00",
    "ends_at": "2027-05-04T11:00:00+07:00",
}


async def test_an_officer_drafts_an_event_of_the_own_unit(client: Caller) -> None:
    answer = await client.as_("officer").post("/v1/events", json=EVENT)

    event = answer.json()
    assert (answer.status_code, answer.headers["etag"]) == (201, '"1"')
    assert (event["status"], event["visibility"], event["precision"]) == (
        "draft",
        "internal",
        "time",
    )
    assert (event["starts_at"], event["starts_on"]) == ("2027-05-04T01:00:00Z", "2027-05-04")
    assert event["allowed_actions"] == ["update", "book", "plan", "cancel"]


async def test_an_event_known_to_the_quarter_takes_any_day_of_it(client: Caller) -> None:
    body = {
        "kind": "congress",
        "title_vi": "Đại hội",
        "precision": "quarter",
        "starts_on": "2018-11-20",
    }

    event = (await client.as_("officer").post("/v1/events", json=body)).json()

    assert (event["starts_on"], event["ends_on"], event["all_day"]) == (
        "2018-10-01",
        "2018-12-31",
        False,
    )
    assert "book" not in event["allowed_actions"]


async def test_who_only_reads_writes_nothing(client: Caller, an_event: Any) -> None:
    event = await an_event()

    for role in ("viewer", "auditor", "admin", "approver"):
        refused = await client.as_(role).post("/v1/events", json=EVENT)
        moved = await client.as_(role).act(f"/v1/events/{event['id']}/plan", 1)
        assert (refused.status_code, moved.status_code) == (403, 403), role
    assert (await client.post("/v1/events", json=EVENT)).status_code == 401


async def test_an_event_goes_from_draft_to_done_and_back(client: Caller, an_event: Any) -> None:
    fields = {"starts_at": "2026-01-05T08:00:00+07:00", "ends_at": "2026-01-05T09:00:00+07:00"}
    event = await an_event(**fields)
    officer, url = client.as_("officer"), f"/v1/events/{event['id']}"

    seen = []
    for version, action in enumerate(("plan", "confirm", "complete", "reopen"), 1):
        answer = await officer.act(f"{url}/{action}", version)
        seen.append(answer.json()["status"])
    again = await officer.act(f"{url}/plan", 5)

    assert seen == ["planned", "confirmed", "done", "confirmed"]
    assert (again.status_code, again.json()["code"]) == (409, "events.wrong_status")
    entries = (await officer.get(url + "/history")).json()["items"]
    assert [e["action"] for e in entries] == ["reopen", "complete", "confirm", "plan", "create"]


async def test_an_event_is_not_done_before_it_has_begun(client: Caller, an_event: Any) -> None:
    event = await an_event(status="planned")

    refused = await client.as_("officer").act(f"/v1/events/{event['id']}/complete", 2)

    assert (refused.status_code, refused.json()["code"]) == (409, "events.not_yet_held")
    assert "complete" not in event["allowed_actions"]


async def test_calling_off_needs_a_reason_which_stands_in_the_history(
    client: Caller, an_event: Any
) -> None:
    event = await an_event(status="planned")
    officer, url = client.as_("officer"), f"/v1/events/{event['id']}"

    silent = await officer.act(url + "/cancel", 2, {})
    blank = await officer.act(url + "/postpone", 2, {"reason": "  "})
    told = await officer.act(url + "/cancel", 2, {"reason": "Mưa bão"})

    assert [silent.status_code, blank.status_code, told.status_code] == [422, 422, 200]
    entry = (await officer.get(url + "/history")).json()["items"][0]
    assert (entry["action"], entry["reason"]) == ("cancel", "Mưa bão")


async def test_a_change_needs_the_version_it_was_made_on(client: Caller, an_event: Any) -> None:
    event = await an_event()
    officer, url = client.as_("officer"), f"/v1/events/{event['id']}"

    assert (await officer.merge(url, {"note": "A"}, None)).status_code == 428
    assert (await officer.merge(url, {"note": "A"}, 1)).json()["version"] == 2
    assert (await officer.merge(url, {"note": "B"}, 1)).status_code == 412
    assert (await officer.act(url + "/plan", 1)).status_code == 412


async def test_a_cancelled_event_is_not_changed(client: Caller, an_event: Any) -> None:
    event = await an_event(status="cancelled")

    refused = await client.as_("officer").merge(f"/v1/events/{event['id']}", {"note": "A"}, 3)

    assert (refused.status_code, refused.json()["code"]) == (409, "events.wrong_status")


@pytest.mark.parametrize(
    ("fields", "status", "code"),
    [
        ({"kind": "no_such"}, 409, "events.unknown_kind"),
        ({"countries": ["ZZ"]}, 409, "events.unknown_country"),
        ({"countries": ["LA", "LA"]}, 422, "invalid"),
        ({"ends_at": None}, 409, "events.when_incomplete"),
        ({"starts_on": "2027-05-04"}, 409, "events.when_contradicts"),
        ({"ends_at": "2027-05-04T08:00:00+07:00"}, 409, "events.ends_before_start"),
        ({"day_part": "morning"}, 409, "events.when_contradicts"),
        ({"starts_at": "2027-05-04T08:00:00"}, 422, "invalid"),
        ({"title_vi": "a\r\nb"}, 422, "invalid"),
        ({"title_vi": "a\u202eb"}, 422, "invalid"),
        ({"visibility": "secret"}, 422, "invalid"),
        ({"status": "confirmed"}, 422, "invalid"),
        ({"participation": [{"category": "youth", "count": -1}]}, 422, "invalid"),
    ],
)
async def test_what_is_no_event_is_refused_by_name(
    client: Caller, fields: dict[str, Any], status: int, code: str
) -> None:
    answer = await client.as_("officer").post("/v1/events", json={**EVENT, **fields})

    assert (answer.status_code, answer.json()["code"]) == (status, code)


async def test_participation_is_kept_with_its_qualifier(client: Caller, an_event: Any) -> None:
    told = {"category": "youth", "count": 1250, "qualifier": "over", "measure": "participations"}

    event = await an_event(participation=[told])

    assert event["participation"] == [{**told, "stage": None, "method": "reported"}]
    read = (await client.as_("viewer").get(f"/v1/events/{event['id']}")).json()
    assert read["participation"] == event["participation"]


async def test_the_record_as_known_at_a_moment_comes_from_the_change_log(
    client: Caller, an_event: Any
) -> None:
    event = await an_event()
    officer, url = client.as_("officer"), f"/v1/events/{event['id']}"
    await officer.merge(url, {"note": "sau"}, 1)

    now = await officer.get(url, params={"known_at": "2199-01-01T00:00:00Z"})
    then = await officer.get(url, params={"known_at": "2001-01-01T00:00:00Z"})

    assert (now.json()["note"], then.status_code) == ("sau", 404)


async def test_a_client_needs_the_scope_of_what_it_does(client: Caller) -> None:
    scopes = {"kind": "client", "scope": "events:events:read"}
    program = client.as_("integrator", **scopes)

    refused = await program.post("/v1/events", json=EVENT)

    assert (await program.get("/v1/events")).status_code == 200
    assert (refused.status_code, refused.json()["code"]) == (403, "identity.scope")
