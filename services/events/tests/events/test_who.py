"""Who sees an event: its unit, national staff, and all once it is public."""

from typing import Any
from uuid import uuid4

from chassis.testing import Caller


async def ids(caller: Caller, **params: Any) -> list[str]:
    answer = await caller.get("/v1/events", params=params)
    assert answer.status_code == 200, answer.text
    return [item["id"] for item in answer.json()["items"]]


async def test_another_units_internal_event_is_like_one_that_never_was(
    client: Caller, an_event: Any
) -> None:
    event, stranger = await an_event(status="planned"), client.as_("officer", "CANTHO")

    async def answers(event_id: str) -> list[tuple[int, str]]:
        url = f"/v1/events/{event_id}"
        got = [
            await stranger.get(url),
            await stranger.get(url + "/history"),
            await stranger.get(url, params={"known_at": "2199-01-01T00:00:00Z"}),
            await stranger.merge(url, {"note": "x"}, 2),
            await stranger.act(url + "/plan", 2),
            await stranger.act(url + "/confirm", 2),
            await stranger.act(url + "/complete", 2),
            await stranger.act(url + "/reopen", 2),
            await stranger.act(url + "/postpone", 2, {"reason": "x"}),
            await stranger.act(url + "/cancel", 2, {"reason": "x"}),
        ]
        return [(a.status_code, a.text.replace(a.json()["request_id"], "")) for a in got]

    foreign, unknown = await answers(event["id"]), await answers(str(uuid4()))

    assert foreign == unknown
    assert {status for status, _ in foreign} == {404}
    assert await ids(stranger) == []


async def test_others_read_a_public_event_once_it_is_planned_but_not_its_past(
    client: Caller, an_event: Any
) -> None:
    event = await an_event(visibility="public")
    stranger, url = client.as_("officer", "CANTHO"), f"/v1/events/{event['id']}"

    draft = await stranger.get(url)
    await client.as_("officer").act(url + "/plan", 1)
    planned = await stranger.get(url)

    assert (draft.status_code, planned.status_code) == (404, 200)
    assert planned.json()["allowed_actions"] == []
    assert await ids(stranger) == [event["id"]]
    assert (await stranger.get(url + "/history")).status_code == 404
    assert (await stranger.merge(url, {"note": "x"}, 2)).status_code == 404
    assert (await client.as_("viewer", "VUFO").get(url + "/history")).status_code == 200


async def test_the_union_into_which_it_went_sees_what_was_internal(
    client: Caller, an_event: Any
) -> None:
    left = await an_event("HUFO", status="planned")
    heir = client.as_("officer", "CANTHO", predecessors=[left["unit_id"]])
    url = f"/v1/events/{left['id']}"

    read, kept = await heir.get(url), await heir.get(url + "/history")
    changed = await heir.act(url + "/confirm", left["version"])

    assert (read.status_code, kept.status_code, changed.status_code) == (200, 200, 404)
    assert read.json()["allowed_actions"] == ["take_over"]
    assert await ids(heir) == [left["id"]]
    assert await ids(client.as_("officer", "CANTHO")) == []
