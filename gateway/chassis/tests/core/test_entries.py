"""The log as people read it: who, what, when, by whom it may be read."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from chassis.days import today
from chassis.testing import Caller

URL = "/v1/changes/entries"
GOOD = {"name": "một", "day": "2021-11-11"}


async def entries(client: Caller, **params: Any) -> Any:
    answer = await client.get(URL, params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


async def test_an_entry_says_who_did_what_and_each_field_before_and_after(
    client: Caller, sequenced: Callable[[], Any]
) -> None:
    writer = client.as_("writer")
    thing = (await writer.post("/v1/things", json=GOOD)).json()
    await writer.merge(f"/v1/things/{thing['id']}", {"name": "hai"}, 1)
    await sequenced()

    changed, made = await entries(client.as_("auditor"))

    assert (made["action"], changed["action"]) == ("create", "update")
    assert changed["fields"] == [{"field": "name", "before": "một", "after": "hai"}]
    assert changed["actor"]["name"]
    assert changed["actor"]["acting_as"] == ["writer"]
    assert (changed["resource"], changed["record_id"]) == ("things", thing["id"])
    assert changed["operation"] == "update_thing"
    assert (made["position"], changed["position"]) == (1, 2)


async def test_another_units_entries_are_not_shown(client: Caller) -> None:
    await client.as_("writer", "CANTHO").post("/v1/things", json={**GOOD, "name": "của họ"})
    mine = (await client.as_("writer").post("/v1/things", json=GOOD)).json()

    assert [one["record_id"] for one in await entries(client.as_("auditor"))] == [mine["id"]]
    assert len(await entries(client.as_("auditor", "VUFO"))) == 2


@pytest.mark.parametrize("role", ["writer", "reader"])
async def test_who_follows_the_feed_does_not_read_the_log(client: Caller, role: str) -> None:
    assert (await client.as_(role).get(URL)).status_code == 403


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"resource": "things"}, 3),
        ({"resource": "others"}, 0),
        ({"action": "delete"}, 1),
        ({"q": "WRITER"}, 3),
        ({"q": "%"}, 0),
        ({"at_from": today()}, 3),
        ({"at_to": today()}, 3),
        ({"at_to": today() - timedelta(days=1)}, 0),
        ({"at_from": today() + timedelta(days=1)}, 0),
        ({"at_from": date(1900, 1, 1), "at_to": date(2199, 12, 31)}, 3),
    ],
)
async def test_a_filter_narrows_the_list(
    client: Caller, wanted: dict[str, Any], found: int
) -> None:
    writer = client.as_("writer")
    thing = (await writer.post("/v1/things", json=GOOD)).json()
    await writer.delete(f"/v1/things/{thing['id']}", headers={"If-Match": '"1"'})
    await writer.post("/v1/things", json=GOOD)

    assert len(await entries(client.as_("auditor"), **wanted)) == found


async def test_pages_meet_without_a_gap(client: Caller) -> None:
    for n in range(5):
        await client.as_("writer").post("/v1/things", json={**GOOD, "name": f"thứ {n}"})
    auditor, numbers, cursor = client.as_("auditor"), [], {}
    while True:
        page = (await auditor.get(URL, params={"limit": 2, **cursor})).json()
        numbers += [int(one["id"]) for one in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = {"cursor": page["next_cursor"]}

    assert len(numbers) == 5
    assert numbers == sorted(numbers, reverse=True)
