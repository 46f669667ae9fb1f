"""The change log at 500 entries a second, and how fast it is verified (part of `make bench`).

Beside a server of its own (`python -m deploy.with_postgres`), with the house's sequencer and its
verifier on a database that aid's migrations built. AUDIT_SECONDS bounds the first part.
"""

import asyncio
import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import uuid4

import asyncpg

from chassis import migrate
from chassis.audit.checkpoints import Keys
from chassis.audit.verify import judge
from chassis.changes import sequencer
from tests.bench.report import Line, print_table

SECONDS = float(os.environ.get("AUDIT_SECONDS", "60"))
RATE, PER_STEP = 500, 25
ENTRIES = 200_000
TAIL_BAR, VERIFY_BAR = 10.0, 50_000.0
WRITE = """
INSERT INTO changes (resource, record_id, version, action, operation, unit_id, actor_id, actor_kind,
  actor_name, acting_as, reason, request_id, address, after)
SELECT 'grants', gen_random_uuid(), 1, 'create', 'create_grant', gen_random_uuid(),
  gen_random_uuid(), 'person', 'Chuyên viên (demo)', '{officer}', NULL, md5(n::text), '203.0.113.7',
  jsonb_build_object('id', gen_random_uuid(), 'title_vi', 'Thư viện lưu động số ' || n,
    'form', 'project', 'purpose', repeat('Xây thư viện cho trường. ', 8), 'provinces', '["VN-79"]',
    'amount', jsonb_build_object('amount', '1250000000', 'currency', 'VND'), 'version', 1)
FROM generate_series(1, $1::int) AS n"""
WAITING = """SELECT coalesce(extract(epoch FROM clock_timestamp() - min(at)), 0)::float
  FROM changes WHERE pos IS NULL"""


@asynccontextmanager
async def a_database() -> AsyncIterator[str]:
    """A new database with the tables of aid, dropped afterwards."""
    server = os.environ["TEST_POSTGRES_URL"]
    name = f"b_audit_{uuid4().hex[:8]}"
    url = f"{server.rpartition('/')[0]}/{name}"
    connection = await asyncpg.connect(server)
    try:
        await connection.execute(f"CREATE DATABASE {name}")
        there = await asyncpg.connect(url)
        await there.execute("CREATE EXTENSION btree_gist; CREATE EXTENSION pg_trgm")
        await there.close()
        await asyncio.to_thread(migrate.upgrade, "aid", url, url)
        yield url
    finally:
        await connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        await connection.close()


async def tail(url: str) -> tuple[float, float]:
    """The longest that an entry waited for its place, and the rate that was really written."""
    stop, worst = asyncio.Event(), 0.0
    sequencing = asyncio.create_task(sequencer.run(url, stop, sequencer.Bell()))
    writer, watcher = await asyncpg.connect(url), await asyncpg.connect(url)

    async def watch() -> None:
        nonlocal worst
        while not stop.is_set():
            worst = max(worst, await watcher.fetchval(WAITING))
            await asyncio.sleep(0.05)

    watching, began, written = asyncio.create_task(watch()), time.monotonic(), 0
    while (now := time.monotonic() - began) < SECONDS:
        if written <= now * RATE:
            await writer.execute(WRITE, PER_STEP)
            written += PER_STEP
        else:
            await asyncio.sleep(written / RATE - now)
    rate = written / (time.monotonic() - began)
    while await writer.fetchval(WAITING):
        await asyncio.sleep(0.02)
    stop.set()
    await asyncio.gather(sequencing, watching)
    await writer.close()
    await watcher.close()
    return worst, rate


async def verified(url: str) -> tuple[float, float]:
    """Entries of a log of 200,000 a second, and a second of our processor: a busy machine does not
    move that one."""
    connection = await asyncpg.connect(url)
    await connection.execute(WRITE, ENTRIES, timeout=120)
    while await connection.fetchval("SELECT sequence_changes(10000)", timeout=120):
        pass
    await connection.close()
    began = time.process_time()
    report = await judge("aid", url, [], Keys(Path("no-keys-here")))
    if report.fault is not None:
        raise SystemExit(f"the log of the measurement is not well: {report.fault}")
    spent = time.process_time() - began
    return report.entries / report.seconds, report.entries / spent


async def main() -> None:
    async with a_database() as url:
        worst, rate = await tail(url)
        speed, by_processor = await verified(url)
    print(f"{rate:.0f} entries a second for {SECONDS:.0f} s; verified at {speed:,.0f} by the clock")
    print_table(
        [
            Line("longest wait for a place in the log, s", worst, TAIL_BAR, 1, at_most=True),
            Line("entries verified, a second of its processor", by_processor, VERIFY_BAR, 100_000),
        ],
        {},
    )


if __name__ == "__main__":
    asyncio.run(main())
