"""The demonstration data: entered once, told in the change log, never in production."""

import os
import subprocess
import sys
from typing import Any
from urllib.parse import urlsplit

import asyncpg
import pytest
from fastapi import FastAPI

from chassis.testing import PASSWORD, ROLE, Caller, with_database
from events.demo.load import Loaded, enter
from events.demo.rows import unit_id


@pytest.fixture
async def demo(app: FastAPI) -> Loaded:
    async with app.state.sessions() as session, session.begin():
        return await enter(session)


async def test_all_of_it_is_entered_with_its_lines_in_the_change_log(
    demo: Loaded, db: asyncpg.Connection
) -> None:
    logged = await db.fetch(
        "SELECT resource, actor_kind, count(*) FROM changes"
        " WHERE operation = 'demonstration' GROUP BY 1, 2 ORDER BY 1"
    )

    assert demo == Loaded(venues=13, events=72, bookings=33, there=0)
    assert [tuple(row) for row in logged] == [
        ("bookings", "system", 33),
        ("events", "system", 72),
        ("venues", "system", 13),
    ]


async def test_a_second_run_changes_nothing(
    demo: Loaded, app: FastAPI, db: asyncpg.Connection
) -> None:
    await db.execute("UPDATE venues SET note = 'sửa tay', version = 2 WHERE capacity = 300")
    before = await db.fetchval("SELECT count(*) FROM changes")

    async with app.state.sessions() as session, session.begin():
        again = await enter(session)

    assert again == Loaded(venues=0, events=0, bookings=0, there=118)
    assert await db.fetchval("SELECT count(*) FROM changes") == before
    assert await db.fetchval("SELECT count(*) FROM venues WHERE note = 'sửa tay'") == 1


def whole(year: str) -> dict[str, str]:
    return {"from": f"{year}-01-01", "to": f"{year}-12-31"}


# The figures of the seeds, by their number in domain/figures.csv.
@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    ("figure", "params", "key", "count"),
    [
        ("F23", {"unit": "HAIPHONG", **whole("2022")}, "policy_briefing", 2),
        ("F29", {"unit": "HAIPHONG", **whole("2022")}, "working_session", 10),
        ("F40", whole("2017"), "founding_congress", 4),
    ],
)
async def test_the_statistics_print_the_figures_of_the_seeds(
    client: Caller, figure: str, params: dict[str, str], key: str, count: int
) -> None:
    national = client.as_("viewer", "VUFO", unit_id=str(unit_id("VUFO")))

    answer = await national.get("/v1/statistics/events", params={"by": "kind", **params})

    rows = {row["key"]["kind"]: row["count"] for row in answer.json()["rows"]}
    assert rows[key] == count, figure


@pytest.mark.usefixtures("demo")
async def test_the_plan_of_hufo_for_2022_has_the_six_events_of_f46(client: Caller) -> None:
    hufo = client.as_("viewer", "HUFO", unit_id=str(unit_id("HUFO")))
    year = {"starts_from": "2022-01-01", "starts_to": "2022-12-31"}

    page = (
        await hufo.get("/v1/events", params={"unit": "HUFO", "status": "planned", **year})
    ).json()

    assert len(page["items"]) == 6
    assert {item["precision"] for item in page["items"]} == {"year"}


@pytest.mark.usefixtures("demo")
async def test_the_contests_of_2022_say_how_many_took_part(
    client: Caller, db: asyncpg.Connection
) -> None:
    ids = await db.fetch("SELECT id FROM events WHERE participation <> '[]' ORDER BY id")
    viewer = client.as_("viewer", "HAIPHONG", unit_id=str(unit_id("HAIPHONG")))

    told: list[Any] = []
    for row in ids:
        told += (await viewer.get(f"/v1/events/{row['id']}")).json()["participation"]

    counts = sorted((entry["count"], entry["qualifier"], entry["measure"]) for entry in told)
    assert counts == [
        (300, "over", "persons"),
        (350, "over", "persons"),
        (1000, "over", "participations"),
        (1250, "over", "participations"),
    ]


@pytest.mark.usefixtures("demo")
async def test_every_union_with_events_has_a_calendar_at_once(
    client: Caller, db: asyncpg.Connection
) -> None:
    codes = [row["code"] for row in await db.fetch("SELECT code FROM units")]
    feeds = {code: (await client.get(f"/v1/calendars/{code}.ics")).content for code in codes}

    assert await db.fetchval("SELECT count(*) FROM units WHERE version > 0") == 0
    assert feeds["HUFO"].count(b"BEGIN:VEVENT") > 10
    assert "Hội trường Cầu Vồng (demo)".encode() in feeds["HUFO"].replace(b"\r\n ", b"")
    # a working session is the union's own business
    assert "khối châu Á" not in feeds["HUFO"].replace(b"\r\n ", b"").decode()


def run_demo(database: str, cluster: str, mode: str) -> subprocess.CompletedProcess[str]:
    name = urlsplit(database).path.lstrip("/")
    url = with_database(cluster, name, ROLE, PASSWORD)
    return subprocess.run(
        [sys.executable, "-m", "events.demo"],
        env={**os.environ, "DATABASE_URL_EVENTS": url, "MODE": mode},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_says_in_one_line_what_it_did(database: str, cluster: str) -> None:
    done = run_demo(database, cluster, "demo")

    assert done.returncode == 0, done.stderr
    assert done.stdout.count("\n") == 1
    assert "72 demonstration events, 13 venues and 33 bookings" in done.stdout


async def test_production_takes_no_demonstration_data(
    database: str, cluster: str, db: asyncpg.Connection
) -> None:
    refused = run_demo(database, cluster, "production")

    assert refused.returncode != 0
    assert "MODE=production" in refused.stderr
    assert await db.fetchval("SELECT count(*) FROM events") == 0
