"""`python -m tests.mirror.drill [CHANGES]`: many writers write while the mirror is killed again and
again; then its copy must be equal. `make mirror` does it with 100,000 changes.
"""

import asyncio
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import asyncpg

from tests.bench.house import superuser
from tests.contract.callers import house
from tests.mirror.mirror import Mirror

WRITERS = 12
# One transaction of one writer: a few records of its own go one version further, some are deleted.
WRITE = """
INSERT INTO changes (resource, record_id, version, action, operation, unit_id, actor_kind,
  actor_name, acting_as, request_id, after)
SELECT 'drills', md5('drill' || $1::int || '/' || n)::uuid, $2::int,
  CASE WHEN ($2::int + n) % 7 = 0 THEN 'delete' ELSE 'update' END, 'drill',
  CASE n % 3 WHEN 0 THEN $3::uuid WHEN 1 THEN md5('another unit')::uuid END, 'system', 'drill',
  '{}', 'drill', CASE WHEN ($2::int + n) % 7 > 0 THEN
    jsonb_build_object('name', 'Quỹ số ' || n || ' "🙂"', 'version', $2::int, 'none', NULL) END
FROM generate_series(1, $4::int) AS n"""


async def _writer(url: str, number: int, unit: str, changes: int, each: int) -> None:
    connection = await asyncpg.connect(url)
    try:
        for version in range(1, changes // each + 1):
            async with connection.transaction():
                await connection.execute(WRITE, number, version, unit, each)
                # late commits are what a feed loses when it is made carelessly
                await asyncio.sleep(random.random() * 0.02)
    finally:
        await connection.close()


async def write(unit: str, changes: int) -> None:
    """So many changes by twelve writers at once, into the registry's log."""
    each = max(10, changes // (WRITERS * 60))
    one = changes // WRITERS
    url = superuser("registry")
    await asyncio.gather(*(_writer(url, n, unit, one, each) for n in range(WRITERS)))


def killed(environment: dict[str, str], file: Path, seconds: float) -> bool:
    """Let the mirror run for so long, then kill it outright; False when it had ended by itself."""
    program = [sys.executable, "-m", "tests.mirror", str(file), "--follow"]
    with subprocess.Popen(program, env=environment) as running:
        try:
            running.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            running.kill()
            return True
    return False


async def drill(changes: int, kills: int) -> list[str]:
    """Lines that say what was done; raises AssertionError when the copy is not equal."""
    who = house()
    client = next(c for c in who.accounts["clients"] if c["unit_code"] == "HUFO")
    named = {"CLIENT_ID": client["client_id"], "CLIENT_SECRET": client["client_secret"]}
    environment = {**os.environ, **named, "MIRROR_PAGE": str(max(20, min(500, changes // 100)))}
    with TemporaryDirectory() as folder:
        file = Path(folder) / "copy.sqlite"
        began = time.monotonic()
        writing = asyncio.create_task(write(client["unit_id"], changes))
        done = 0
        while done < kills or not writing.done():
            pause = random.uniform(0.8, 2.0)
            assert await asyncio.to_thread(killed, environment, file, pause), "the mirror fell"
            done += 1
        await writing
        mirror = Mirror(who.url, client["client_id"], client["client_secret"], file)
        before = int(mirror.after("registry"))
        await _settled()
        for service in ("registry", "aid", "events"):
            while mirror.follow(service):
                pass
            assert (wrong := mirror.differences(service)) == [], wrong
        held = sum(count for count, _ in mirror.digest("registry").values())
        reached = int(mirror.after("registry"))
        seconds = time.monotonic() - began
        mirror.copy.execute("UPDATE records SET record = '{}' WHERE resource = 'drills' AND"
                            " id = (SELECT max(id) FROM records WHERE record IS NOT NULL"
                            " AND resource = 'drills')")  # fmt: skip
        assert mirror.differences("registry"), "a spoilt copy is not noticed"
    mirror.close()
    await who.close()
    return [
        f"mirror: {changes:,} changes by {WRITERS} writers, killed {done} times (at {before:,} of"
        f" {reached:,}), {held:,} records of the registry equal, {seconds:.0f} s"
    ]


async def _settled() -> None:
    """Every committed change has its position."""
    connection = await asyncpg.connect(superuser("registry"))
    try:
        while await connection.fetchval("SELECT count(*) FROM changes WHERE pos IS NULL"):
            await asyncio.sleep(0.2)
    finally:
        await connection.close()


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    print("\n".join(asyncio.run(drill(wanted, kills=20))))
