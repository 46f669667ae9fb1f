"""A sequencer that dies at any moment leaves one chain: no gap, no fork, nothing lost."""

import asyncio
import os
import random
import signal
import sys
from urllib.parse import urlsplit

import asyncpg

from chassis.testing import PASSWORD, ROLE, with_database

KILLS = 10
RUN = """
import asyncio, sys
from chassis.changes import sequencer
sequencer.BATCH = 50  # many transactions, so that a kill falls into one
asyncio.run(sequencer.run(sys.argv[1], asyncio.Event(), sequencer.Bell()))
"""
WRITE = """INSERT INTO changes (resource, record_id, version, action, operation, actor_kind,
  actor_name, acting_as, request_id)
  SELECT 'things', gen_random_uuid(), 1, 'create', 'test', 'system', 'test', '{}', 'test'
  FROM generate_series(1, 200)"""
FORKS = r"""SELECT count(*) FROM (
  SELECT hash, sha256('\x01'::bytea || coalesce(lag(hash) OVER (ORDER BY pos), '\x'::bytea)
    || convert_to(change_canonical(changes), 'UTF8')) AS expected FROM changes) AS chain
  WHERE hash IS DISTINCT FROM expected"""


async def _sequencer(url: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(sys.executable, "-c", RUN, url)


async def test_ten_kills_leave_one_unforked_chain(
    cluster: str, database: str, db: asyncpg.Connection
) -> None:
    url = with_database(cluster, urlsplit(database).path.lstrip("/"), ROLE, PASSWORD)
    dice, working = random.Random(4), 0

    stop = asyncio.Event()

    async def write() -> None:
        writer = await asyncpg.connect(database)
        while not stop.is_set():
            await writer.execute(WRITE)
            await asyncio.sleep(0.02)
        await writer.close()

    writing = asyncio.create_task(write())
    for _ in range(KILLS):
        # two at a time, as in two replicas: the one that is not killed takes over
        first, second = await _sequencer(url), await _sequencer(url)
        before = await db.fetchval("SELECT count(pos) FROM changes")
        for _ in range(200):
            if await db.fetchval("SELECT count(pos) FROM changes") > before:
                break
            await asyncio.sleep(0.05)
        await asyncio.sleep(dice.random() / 5)
        working += await db.fetchval("SELECT count(pos) FROM changes") > before
        for one in (first, second):
            os.kill(one.pid, signal.SIGKILL)
            await one.wait()
    stop.set()
    await writing
    last = await _sequencer(url)
    for _ in range(400):
        if not await db.fetchval("SELECT count(*) FROM changes WHERE pos IS NULL"):
            break
        await asyncio.sleep(0.05)
    last.kill()
    await last.wait()

    written, positions, newest = await db.fetchrow(
        "SELECT count(*), count(DISTINCT pos), max(pos) FROM changes"
    )
    assert working == KILLS, "a sequencer was killed before it had done anything"
    assert written == positions == newest > KILLS * 200
    assert await db.fetchval(FORKS) == 0
