"""The demonstration data: entered once, told in the change log, never in production."""

import os
import subprocess
import sys
from urllib.parse import urlsplit

import asyncpg
from fastapi import FastAPI

from chassis.testing import PASSWORD, ROLE, with_database
from registry.demo.load import Loaded, enter


async def test_all_of_it_is_entered_with_its_lines_in_the_change_log(
    demo: Loaded, db: asyncpg.Connection
) -> None:
    logged = await db.fetch(
        "SELECT resource, actor_kind, actor_name, count(*) FROM changes"
        " WHERE operation = 'demonstration' AND resource IN ('ngos', 'certificates')"
        " GROUP BY 1, 2, 3 ORDER BY 1"
    )

    assert (demo.ngos, demo.certificates, demo.there) == (169, 476, 0)
    assert [tuple(row) for row in logged] == [
        ("certificates", "system", "Dữ liệu trình diễn", 476),
        ("ngos", "system", "Dữ liệu trình diễn", 169),
    ]


async def test_a_second_run_changes_nothing(
    demo: Loaded, app: FastAPI, db: asyncpg.Connection
) -> None:
    await db.execute("UPDATE ngos SET note = 'sửa tay', version = 2 WHERE name_vi LIKE '%số 001%'")
    before = await db.fetchval("SELECT count(*) FROM changes")

    async with app.state.sessions() as session, session.begin():
        again = await enter(session)

    assert (again.ngos, again.certificates, again.unions) == (0, 0, 0)
    assert again.there == 645 + demo.unions
    assert await db.fetchval("SELECT count(*) FROM changes") == before
    assert await db.fetchval("SELECT count(*) FROM ngos WHERE note = 'sửa tay'") == 1


async def test_an_ngo_works_in_the_sectors_of_all_its_certificates(
    demo: Loaded, db: asyncpg.Connection
) -> None:
    differing = await db.fetchval(
        """
        SELECT count(*) FROM ngos JOIN (
          SELECT ngo_id, array_agg(DISTINCT sector) AS named
          FROM certificates, unnest(sectors) AS sector GROUP BY ngo_id
        ) AS held ON held.ngo_id = ngos.id
        WHERE NOT (sectors <@ named AND sectors @> named)
        """
    )

    assert differing == 0


def run_demo(database: str, cluster: str, mode: str) -> subprocess.CompletedProcess[str]:
    name = urlsplit(database).path.lstrip("/")
    url = with_database(cluster, name, ROLE, PASSWORD)
    return subprocess.run(
        [sys.executable, "-m", "registry.demo"],
        env={**os.environ, "DATABASE_URL_REGISTRY": url, "MODE": mode},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_says_in_one_line_what_it_did(database: str, cluster: str) -> None:
    done = run_demo(database, cluster, "demo")

    assert done.returncode == 0, done.stderr
    assert done.stdout.count("\n") == 1
    assert "169 demonstration NGOs and 476 certificates" in done.stdout


async def test_production_takes_no_demonstration_data(
    database: str, cluster: str, db: asyncpg.Connection
) -> None:
    refused = run_demo(database, cluster, "production")

    assert refused.returncode == 1
    assert "MODE=production" in refused.stderr
    assert await db.fetchval("SELECT count(*) FROM ngos") == 0
