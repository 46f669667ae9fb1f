"""The events service under test: its own database, callers by role, records with defaults."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

import asyncpg
import pytest

if TYPE_CHECKING:
    # a plugin that is imported before pytest loads it is not rewritten
    from chassis.testing import Caller

pytest_plugins = ["chassis.testing"]

EVENT = {
    "kind": "seminar",
    "title_vi": "Tọa đàm Giả Định",
    "starts_at": "2027-05-04T08:00:00+07:00",
    "ends_at": "2027-05-04T11:00:00+07:00",
}
VENUE = {"name_vi": "Hội trường Giả Định", "address": "Số 1 Đường Mơ", "province": "VN-79"}
Make = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture(scope="session")
def service() -> str:
    return "events"


@pytest.fixture
async def units(db: asyncpg.Connection) -> None:
    """The unions as the registry's feed would have told of them."""
    for code, name in (
        ("HUFO", "Liên hiệp A"),
        ("CANTHO", "Liên hiệp B"),
        ("VUFO", "Liên hiệp VN"),
    ):
        await db.execute(
            "INSERT INTO units (id, version, created_at, updated_at, code, name_vi, national)"
            " VALUES ($1, 1, '2026-01-01Z', '2026-01-01Z', $2, $3, $4)",
            uuid5(NAMESPACE_URL, f"unit/{code}"),
            code,
            name,
            code == "VUFO",
        )


@pytest.fixture
def an_event(client: "Caller") -> Make:
    """An event of a unit, brought to `status` by the actions that lead there."""

    async def make(unit: str = "HUFO", status: str = "draft", **fields: Any) -> dict[str, Any]:
        officer = client.as_("officer", unit)
        answer = await officer.post("/v1/events", json={**EVENT, **fields})
        assert answer.status_code == 201, answer.text
        event: dict[str, Any] = answer.json()
        for action in PATHS[status]:
            event = await act(officer, event, action)
        return event

    return make


@pytest.fixture
def a_venue(client: "Caller") -> Make:
    async def make(unit: str = "HUFO", **fields: Any) -> dict[str, Any]:
        answer = await client.as_("officer", unit).post("/v1/venues", json={**VENUE, **fields})
        assert answer.status_code == 201, answer.text
        venue: dict[str, Any] = answer.json()
        return venue

    return make


@pytest.fixture
def a_booking(client: "Caller") -> Make:
    async def make(
        venue: dict[str, Any], event: dict[str, Any], unit: str = "HUFO", **fields: Any
    ) -> dict[str, Any]:
        body = {"venue_id": venue["id"], "event_id": event["id"], **fields}
        answer = await client.as_("officer", unit).post("/v1/bookings", json=body)
        assert answer.status_code == 201, answer.text
        booking: dict[str, Any] = answer.json()
        return booking

    return make


PATHS: dict[str, tuple[str, ...]] = {
    "draft": (),
    "planned": ("plan",),
    "confirmed": ("plan", "confirm"),
    "done": ("plan", "complete"),
    "postponed": ("plan", "postpone"),
    "cancelled": ("plan", "cancel"),
}


async def act(officer: "Caller", event: dict[str, Any], action: str) -> dict[str, Any]:
    """Take one action on the event as it was last read."""
    body = {"reason": "Mưa bão"} if action in ("postpone", "cancel") else None
    answer = await officer.act(f"/v1/events/{event['id']}/{action}", event["version"], body)
    assert answer.status_code == 200, answer.text
    moved: dict[str, Any] = answer.json()
    return moved
