"""Proves that the migrations build exactly the tables the models describe, for each service.

Runs under deploy.with_postgres; the throw-away cluster gives every service a fresh database.
"""

import asyncio
import os
import sys

import asyncpg

from deploy.command import run
from deploy.postgres.roles import EXTENSIONS, SERVICES
from deploy.refusal import guarded
from deploy.steps import step


async def _check(service: str) -> None:
    cluster = os.environ["TEST_POSTGRES_URL"]
    await _database(cluster, service)
    address = f"{cluster.rsplit('/', 1)[0]}/{service}"
    env = {**os.environ, f"DATABASE_URL_{service.upper()}": address}
    with step(f"schema of {service}"):
        for action in ("upgrade", "check"):
            await run(sys.executable, "-m", "chassis.migrate", service, action, env=env)


async def _database(cluster: str, service: str) -> None:
    superuser = await asyncpg.connect(cluster)
    try:
        await superuser.execute(f"CREATE DATABASE {service}")
    finally:
        await superuser.close()
    inside = await asyncpg.connect(cluster, database=service)
    try:
        for extension in EXTENSIONS:
            await inside.execute(f"CREATE EXTENSION {extension}")
    finally:
        await inside.close()


async def _all() -> None:
    async with asyncio.TaskGroup() as tasks:
        for service in SERVICES:
            tasks.create_task(_check(service))


def main() -> int:
    asyncio.run(_all())
    return 0


if __name__ == "__main__":
    sys.exit(guarded(main))
