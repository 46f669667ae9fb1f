"""How long the register takes with 10,000 NGOs, 20,000 certificates and 200,000 lines of history.

`pytest -s --show-capture=no` prints the table. The bound is the service's own time, without network
and gateway.
"""

import time
from collections.abc import Awaitable, Callable
from datetime import date

import asyncpg
import pytest

from chassis.changes.history import Histories
from chassis.fold import like_pattern
from chassis.reader import Statement
from chassis.testing import Caller
from registry.ngos.queries import NGOS
from registry.store import Change

from .test_large import MADE

PAPERS = """
INSERT INTO certificates (
  id, version, created_at, updated_at, ngo_id, unit_id, kind, number, issuer, issued_on, valid_from,
  valid_to, provinces, sectors, demo
)
SELECT gen_random_uuid(), 1, now(), now(), id, unit_id, 'representative_office',
  'N' || n || '/' || part, 'Bộ Ngoại giao', DATE '2020-01-01' + n % 700,
  DATE '2020-01-01' + n % 700, DATE '2023-06-01' + n % 1200,
  ARRAY['VN-' || (ARRAY['79', '01', '48', '92', '93', '74', '31', '77'])[1 + n % 8]], '{}', false
FROM (SELECT *, row_number() OVER (ORDER BY name_vi)::int AS n FROM ngos) AS ngos,
  generate_series(1, 2) AS part
"""
HISTORY = """
INSERT INTO changes (
  resource, record_id, version, action, operation, actor_kind, actor_name, acting_as, request_id,
  after
)
SELECT 'ngos', id, v, 'update', 'update_ngo', 'person', 'x', '{}', 'r',
  jsonb_build_object('name_vi', name_vi, 'version', v)
FROM ngos, generate_series(1, 20) AS v
"""
PATHS = {
    "a list of four rows": "/v1/regions",
    "list by name": "/v1/ngos?limit=50",
    "search, marked": "/v1/ngos?q=%E1%BA%A3nh%20h%C6%B0%E1%BB%9Fng%20a1",
    "search, folded": "/v1/ngos?q=huu%20nghi%20c4ca",
    "search that finds all": "/v1/ngos?q=h%E1%BB%AFu%20ngh%E1%BB%8B",
    "search by place": "/v1/ngos?q=H%E1%BA%ADu%20Giang",
    "search by number": "/v1/ngos?q=N100/1",
    "by number": "/v1/ngos?identifier=N100/1",
    "filtered, as of": "/v1/ngos?home_country=US&as_of=2022-03-01&limit=50",
    "filtered by union": "/v1/ngos?unit=HUFO&as_of=2022-03-01&limit=50",
    "filtered by province": "/v1/ngos?province=VN-79&as_of=2022-03-01&limit=50",
    "filtered by sector and region": "/v1/ngos?sector=education&region=americas&limit=50",
    "facets": "/v1/ngo-facets",
    "facets, searched": "/v1/ngo-facets?q=h%E1%BB%AFu%20ngh%E1%BB%8B%20c4",
    "certificates by province": "/v1/certificates?province=VN-79&limit=50",
    "deadline board": "/v1/deadlines?limit=50",
    "statistics": "/v1/statistics/ngos?by=region&as_of=2022-03-01",
}


@pytest.fixture
async def register(db: asyncpg.Connection) -> asyncpg.Connection:
    await db.execute("ALTER TABLE changes DISABLE TRIGGER USER")
    for statement in (MADE, PAPERS, HISTORY):
        await db.execute(statement)
    for table in ("ngos", "certificates", "changes", "ngo_names", "countries"):
        await db.execute(f"VACUUM ANALYZE {table}")
    return db


async def p95(call: Callable[[], Awaitable[object]], times: int = 20) -> float:
    """Milliseconds that 95 of 100 calls keep within; the best of three rounds."""
    rounds = []
    for _ in range(3):
        took = []
        for _ in range(times):
            began = time.perf_counter()
            await call()
            took.append((time.perf_counter() - began) * 1000)
        rounds.append(sorted(took)[int(times * 0.95) - 1])
    return min(rounds)


async def test_every_list_of_a_large_register_answers(
    register: asyncpg.Connection, client: Caller
) -> None:
    viewer = client.as_("viewer")
    one = await register.fetchval("SELECT id FROM ngos LIMIT 1")
    measured = {}
    for name, path in {**PATHS, "history of one": f"/v1/ngos/{one}/history"}.items():

        async def call(path: str = path) -> None:
            assert (await viewer.get(path)).status_code == 200

        measured[name] = await p95(call)

    # said, not judged: another program on the machine would decide the test
    for name, took in measured.items():
        print(f"{name:24} p95 {took:6.1f} ms")  # noqa: T201  # the measurement is the point


VALUES = {
    **{"q": like_pattern("hữu nghị c4ca4238a0"), "spelt": "%", "places": ["VN-99"], "limit": 51},
    **{"numbers": ["N100/1"], "identifier": "n1001", "as_written": "N100/1", "sector": "health"},
    **{"as_of": date(2022, 3, 1), "provinces": ["VN-79"], "region": "europe"},
    **{"home_country": "US", "present": True, "demo": False},
}


# The filters, the order, and instead of the values above one that few or none have.
LISTS: list[tuple[set[str], str, str | None]] = [
    *(({one}, "relevance", None) for one in ("q", "places", "numbers", "identifier")),
    ({"home_country", "as_of"}, "name", None),
    ({"provinces", "as_of"}, "name", None),
    ({"sector", "region"}, "name", None),
    ({"q", "sector", "home_country", "as_of"}, "relevance", None),
    (set(), "updated_at", None),
    ({"home_country"}, "name", "LA"),
    ({"sector"}, "name", "governance"),
]


async def test_no_list_and_no_history_reads_a_whole_table(register: asyncpg.Connection) -> None:
    one = await register.fetchval("SELECT id FROM ngos LIMIT 1")
    asked = [(Histories(Change).entries, {"resource": "ngos", "record": one})]
    for used, order, rare in LISTS:
        statement = Statement(NGOS.select(frozenset(used | {"present"}), order, False))
        asked.append((statement, VALUES | (dict.fromkeys(used, rare) if rare else {})))

    plans = {}
    for statement, values in asked:
        lines = await register.fetch("EXPLAIN " + statement.sql, *statement.arguments(values))
        plans[statement.sql] = "\n".join(line[0] for line in lines)

    large = ("ngos", "certificates", "changes")
    whole = [plan for plan in plans.values() if any(f"Seq Scan on {one}" in plan for one in large)]
    assert not whole, "\n\n".join(whole)
    assert len(plans) == len(LISTS) + 1
