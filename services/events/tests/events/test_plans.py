"""The lists stay on their indexes: a plan that reads the whole table turns red."""

import asyncio
from datetime import date
from typing import Any
from uuid import uuid4

import asyncpg
import pytest

from chassis.listing import Listing
from chassis.reader import Statement
from events.bookings.queries import BOOKINGS
from events.events.queries import EVENTS
from events.local_time import midnight
from events.venues.queries import VENUES

FILL = """
INSERT INTO events (id, version, created_at, updated_at, unit_id, kind, title_vi, organisers,
  status, status_at, visibility, precision, starts_at, ends_at, starts_on, ends_on, countries,
  provinces, participation, demo, search)
SELECT gen_random_uuid(), 1, now(), now() - n * interval '1 second',
  ('00000000-0000-4000-8000-' || lpad((n % 40)::text, 12, '0'))::uuid,
  (ARRAY['seminar', 'exchange', 'run', 'contest'])[1 + n % 4], 'Sự kiện ' || n, '{}',
  (ARRAY['draft', 'planned', 'confirmed', 'done', 'cancelled'])[1 + n % 5], now(),
  (ARRAY['public', 'internal'])[1 + n % 2], 'time', now() + n * interval '1 hour',
  now() + (n + 1) * interval '1 hour', current_date, current_date, '{}', '{}', '[]', false,
  'su kien ' || n
FROM generate_series(1, 20000) AS n;
INSERT INTO venues (id, version, created_at, updated_at, unit_id, name_vi, demo, name_sort, search)
SELECT gen_random_uuid(), 1, now(), now(), gen_random_uuid(), 'Phòng ' || n, false,
  'phong ' || n, 'phong ' || n FROM generate_series(1, 20000) AS n;
INSERT INTO bookings (id, version, created_at, updated_at, unit_id, venue_id, event_id, starts_at,
  ends_at, status, demo)
SELECT gen_random_uuid(), 1, now(), now(), e.unit_id, v.id, e.id, e.starts_at, e.ends_at,
  'confirmed', false
FROM (SELECT *, row_number() OVER () AS n FROM events) e
JOIN (SELECT id, row_number() OVER () AS n FROM venues) v USING (n);
ANALYZE
"""
UNIT = "00000000-0000-4000-8000-000000000007"
DAY = midnight(date(2026, 12, 1))


@pytest.mark.parametrize(
    ("listing", "sort", "values"),
    [
        (EVENTS, "starts_at", {}),
        (EVENTS, "-starts_at", {}),
        (EVENTS, "updated_at", {}),
        (EVENTS, "starts_at", {"viewer": [UNIT]}),
        (EVENTS, "-starts_at", {"viewer": [UNIT], "unit": UNIT}),
        (EVENTS, "starts_at", {"viewer": [UNIT], "starts_from": DAY, "starts_before": DAY}),
        (EVENTS, "starts_at", {"kind": "run", "status": "planned"}),
        (EVENTS, "starts_at", {"q": "%kien 1999%"}),
        (VENUES, "name", {}),
        (VENUES, "name", {"q": "%phong 1999%"}),
        (BOOKINGS, "starts_at", {"viewer": [UNIT]}),
        (BOOKINGS, "starts_at", {"national": True, "venue_id": str(uuid4())}),
        (BOOKINGS, "starts_at", {"viewer": [UNIT], "event_id": str(uuid4())}),
        (BOOKINGS, "-starts_at", {"viewer": [UNIT], "unit": UNIT}),
    ],
)
async def test_a_page_reads_no_table_whole(
    filled: asyncpg.Connection, listing: Listing, sort: str, values: dict[str, Any]
) -> None:
    for resumed in (False, True):
        after = {"after_key": "m" if sort == "name" else DAY, "after_id": UNIT}
        bound = {**values, "limit": 51, **(after if resumed else {})}
        statement = Statement(listing.select(frozenset(values), sort, resumed))

        rows = await filled.fetch("EXPLAIN " + statement.sql, *statement.arguments(bound))

        plan = "\n".join(row[0] for row in rows)
        whole = [line for line in plan.splitlines() if "Seq Scan" in line and "units" not in line]
        assert not whole, plan


async def test_the_search_for_a_booking_in_the_way_uses_the_constraints_index(
    filled: asyncpg.Connection,
) -> None:
    rows = await filled.fetch(
        "EXPLAIN SELECT 1 FROM bookings WHERE venue_id = $1 AND during && tstzrange($2, $3)"
        " AND status <> 'cancelled'",
        uuid4(), DAY, DAY,
    )  # fmt: skip

    assert "bookings_no_overlap" in rows[0][0]


@pytest.fixture(scope="module")
def full(template: str, cluster: str) -> Any:
    """One database with 20,000 of each, filled once for all plans."""
    name = f"{template}_plans"

    async def fill() -> None:
        superuser = await asyncpg.connect(cluster)
        await superuser.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        await superuser.close()
        connection = await asyncpg.connect(cluster.replace("/postgres", f"/{name}"))
        await connection.execute(FILL)
        await connection.close()

    async def drop() -> None:
        superuser = await asyncpg.connect(cluster)
        await superuser.execute(f"DROP DATABASE {name} WITH (FORCE)")
        await superuser.close()

    asyncio.run(fill())
    yield cluster.replace("/postgres", f"/{name}")
    asyncio.run(drop())


@pytest.fixture
async def filled(full: str) -> Any:
    connection = await asyncpg.connect(full)
    yield connection
    await connection.close()
