"""Forty at once: one gets the room, whatever goes wrong with the lock."""

import asyncio
from collections import Counter
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from chassis.testing import Caller
from events.bookings import queries
from events.venues import queries as venues
from events.venues.models import Venue

ATTEMPTS = 40


async def deadlocks(db: asyncpg.Connection) -> int:
    counted: int = await db.fetchval(
        "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
    )
    return counted


async def forty(client: Caller, venue: dict[str, Any], events: list[dict[str, Any]]) -> list[Any]:
    """Forty bookings of one venue, each a little later than the last, all overlapping."""
    officer = client.as_("officer")

    async def book(number: int) -> Any:
        body = {
            "venue_id": venue["id"],
            "event_id": events[number % len(events)]["id"],
            "starts_at": f"2027-05-04T08:{number:02}:00+07:00",
            "ends_at": f"2027-05-04T10:{number:02}:00+07:00",
        }
        while (answer := await officer.post("/v1/bookings", json=body)).status_code == 503:
            await asyncio.sleep(0.1)  # a slow machine's full pool: come again, as Retry-After says
        return answer

    return await asyncio.gather(*(book(number) for number in range(ATTEMPTS)))


async def test_of_forty_attempts_at_once_one_gets_the_venue_and_none_deadlocks(
    client: Caller, db: asyncpg.Connection, an_event: Any, a_venue: Any
) -> None:
    venue, events = await a_venue(), [await an_event() for _ in range(8)]

    answers = await forty(client, venue, events)

    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: ATTEMPTS - 1}
    won = next(answer.json() for answer in answers if answer.status_code == 201)
    for answer in answers:
        if answer.status_code == 409:
            assert answer.json()["code"] == "events.overlap"
            assert answer.json()["conflict"]["booking_id"] == won["id"]
    assert await db.fetchval("SELECT count(*) FROM bookings") == 1
    assert await deadlocks(db) == 0


@pytest.fixture
def without_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The house as it would be without the lock and the look that stand before the constraint."""

    async def no_queue(tx: Any, venue_ids: set[UUID]) -> list[Venue]:
        return []

    async def no_look(*_: Any) -> None:
        return None

    monkeypatch.setattr(venues, "queue", no_queue)
    monkeypatch.setattr(queries, "require_free", no_look)


@pytest.mark.usefixtures("without_lock")
async def test_without_the_lock_the_constraint_still_lets_only_one_in(
    client: Caller, db: asyncpg.Connection, an_event: Any, a_venue: Any
) -> None:
    venue, events = await a_venue(), [await an_event() for _ in range(8)]

    answers = await forty(client, venue, events)

    codes = Counter((answer.status_code, answer.json().get("code")) for answer in answers)
    assert codes.pop((201, None)) == 1
    # a deadlock among the waiting is refused as busy; all others hear of the overlap
    assert set(codes) <= {(409, "events.overlap"), (409, "conflict.busy")}
    assert codes[(409, "events.overlap")] > 0
    assert await db.fetchval("SELECT count(*) FROM bookings") == 1
