"""Lists and statistics are read by index, whatever is asked for."""

import json
from datetime import date
from typing import Any

import asyncpg
import pytest

from aid.grants.queries import GRANTS
from aid.statistics.queries import totals_by
from chassis.reader import Statement

# The application role has no deeds to show for these, so the guards are told to look away.
FILL = """
ALTER TABLE grants DISABLE TRIGGER grants_deed;
INSERT INTO grants (id, version, created_at, updated_at, unit_id, code, status, title_vi, form,
  sectors, provinces, amount, currency, demo, search, approved_on, decision_number, authority,
  decided_by)
SELECT gen_random_uuid(), 1, now(), now() - n * interval '1 minute',
  ('00000000-0000-7000-8000-' || lpad((n % 40)::text, 12, '0'))::uuid, 'VT-' || n,
  CASE WHEN n % 2 = 0 THEN 'approved' ELSE 'draft' END, 'Khoản ' || n, 'project', '[]', '{VN-79}',
  1000000, 'VND', false, 'khoan ' || n || ' ' || md5(n::text),
  CASE WHEN n % 2 = 0 THEN DATE '2015-01-01' + n % 4000 END, '1', 'x', gen_random_uuid()
FROM generate_series(1, 40000) AS n;
INSERT INTO grant_acts (grant_id, person_id, act, at)
SELECT id, gen_random_uuid(), 'edit', now() FROM grants;
ANALYZE grants; ANALYZE grant_totals; ANALYZE grant_acts
"""
UNIT = "00000000-0000-7000-8000-000000000007"


def nodes(plan: dict[str, Any]) -> list[dict[str, Any]]:
    return [plan, *(node for child in plan.get("Plans", ()) for node in nodes(child))]


async def scanned(
    db: asyncpg.Connection, statement: Statement, values: dict[str, Any]
) -> list[str]:
    """The relations that the statement reads from end to end."""
    plan = await db.fetchval(f"EXPLAIN (FORMAT JSON) {statement.sql}", *statement.arguments(values))
    return [
        node["Relation Name"]
        for node in nodes(json.loads(plan)[0]["Plan"])
        if node["Node Type"] == "Seq Scan"
    ]


LISTS: list[dict[str, Any]] = [
    {},
    {"unit_id": UNIT},
    {"unit_id": UNIT, "status": "approved"},
    {"unit_id": UNIT, "approved_from": date(2021, 1, 1), "approved_to": date(2021, 12, 1)},
    {"unit_id": UNIT, "statuses": ["submitted"], "person_id": UNIT},
    {"donor_id": UNIT},
    {"recipient_id": UNIT},
    {"unit_id": UNIT, "province": "VN-31"},
    {"q": "%" + "abcdef" + "%"},
]


async def test_every_list_and_statistic_uses_an_index(db: asyncpg.Connection) -> None:
    await db.execute(FILL)

    for values in LISTS:
        for sort in ("-approved_on", "approved_on", "-updated_at", "code"):
            statement = GRANTS.page_statement(frozenset(values), sort, resumed=False)
            found = await scanned(db, statement, values | {"limit": 51})
            assert found == [], (values, sort)

    days = {f"{s}_{e}": date(2021, 1, 1) for s in ("head", "tail", "all") for e in ("from", "to")}
    period = days | {
        "all_to": date(2021, 12, 1), "first": date(2021, 2, 1), "beyond": date(2021, 11, 1),
        "units": [UNIT],
    }  # fmt: skip
    for dimensions in (("form",), ("year",), ("form", "year"), ("sector",), ("province",)):
        found = await scanned(db, totals_by(dimensions, True), period)
        assert found == [], dimensions


@pytest.mark.parametrize("sort", ["-approved_on", "-updated_at", "code"])
async def test_a_units_page_reads_no_more_rows_than_it_shows(
    db: asyncpg.Connection, sort: str
) -> None:
    await db.execute(FILL)
    statement = GRANTS.page_statement(frozenset({"unit_id"}), sort, resumed=False)

    plan = await db.fetchval(
        f"EXPLAIN (ANALYZE, FORMAT JSON) {statement.sql}",
        *statement.arguments({"unit_id": UNIT, "limit": 51}),
    )

    read = [
        node["Actual Rows"] + node.get("Rows Removed by Filter", 0)
        for node in nodes(json.loads(plan)[0]["Plan"])
        if "Scan" in node["Node Type"]
    ]
    assert read == [51]
