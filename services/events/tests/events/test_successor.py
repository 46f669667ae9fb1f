"""The union into which another went carries out the events that it takes over."""

from collections.abc import Callable
from typing import Any

import pytest

from chassis.testing import Caller, unit_id

GONE, INTO = "HUFO", "CANTHO"
WHY = {"reason": "Nghị quyết hợp nhất 12 (demo)"}


@pytest.fixture
def heir(client: Caller) -> Callable[..., Caller]:
    def as_(role: str = "officer") -> Caller:
        return client.as_(role, INTO, predecessors=[str(unit_id(GONE))])

    return as_


async def test_what_was_taken_over_is_carried_out_by_the_successor_with_its_venues(
    client: Caller, heir: Callable[..., Caller], an_event: Any, a_venue: Any, a_booking: Any
) -> None:
    event = await an_event(GONE, "planned", visibility="internal")
    booking = await a_booking(await a_venue(), event)
    url, room = f"/v1/events/{event['id']}", f"/v1/bookings/{booking['id']}"
    version = (await heir().get(url)).json()["version"]

    offered = (await heir().get(url)).json()["allowed_actions"]
    before = await heir().act(f"{url}/confirm", version)
    held = await heir().act(f"{room}/cancel", booking["version"])
    taken = await heir().act(f"{url}/take-over", version, WHY)
    theirs = await client.as_("officer", GONE).act(f"{url}/confirm", version + 1)
    gone = await client.as_("officer", GONE).act(f"{room}/cancel", booking["version"])
    free = (await heir().get(room)).json()["allowed_actions"]
    done = await heir().act(f"{url}/confirm", version + 1)
    freed = await heir().act(f"{room}/cancel", booking["version"])
    told = (await heir().get(f"{url}/history")).json()["items"]

    assert offered == ["take_over"]
    assert free == ["update", "cancel"]
    assert (before.status_code, held.status_code) == (404, 403)
    assert (taken.status_code, taken.json()["keeper_id"]) == (200, str(unit_id(INTO))), taken.text
    assert (theirs.status_code, gone.status_code) == (404, 403)
    assert (done.status_code, freed.status_code) == (200, 200), (done.text, freed.text)
    assert done.json()["unit_id"] == event["unit_id"], "it keeps the unit that made it"
    assert ("take_over", WHY["reason"]) in [(one["action"], one["reason"]) for one in told]


@pytest.mark.parametrize(
    ("status", "role", "unit", "code"),
    [
        ("cancelled", "officer", GONE, (409, "events.wrong_status")),
        ("planned", "integrator", GONE, (403, "identity.role")),
        ("planned", "officer", INTO, (409, "events.not_left")),
        ("planned", "officer", "VUFO", (404, "not_found")),
    ],
)
async def test_only_an_officer_takes_over_and_only_what_was_left_open(
    heir: Callable[..., Caller],
    an_event: Any,
    status: str,
    role: str,
    unit: str,
    code: tuple[int, str],
) -> None:
    event = await an_event(unit, status, visibility="internal")

    refused = await heir(role).act(f"/v1/events/{event['id']}/take-over", event["version"], WHY)

    assert (refused.status_code, refused.json()["code"]) == code


async def test_who_may_only_see_a_public_event_does_not_take_it_over(
    client: Caller, an_event: Any
) -> None:
    event = await an_event(GONE, "planned", visibility="public")
    url = f"/v1/events/{event['id']}"

    foreign = await client.as_("officer", INTO).act(f"{url}/take-over", event["version"], WHY)
    own = await client.as_("officer", GONE).act(f"{url}/take-over", event["version"], WHY)

    assert (foreign.status_code, own.status_code) == (404, 409)
