"""Brings every database to what the code expects: migrated, and in demonstration mode filled."""

import asyncio
import sys
from pathlib import Path

import asyncpg

from deploy import fingerprint
from deploy.command import run
from deploy.house import House
from deploy.postgres.roles import SERVICES
from deploy.steps import say, step


def package(service: str) -> Path:
    return (
        Path("gateway/gateway") if service == "gateway" else Path(f"services/{service}/{service}")
    )


async def bring_up(house: House, mode: str, superuser_url: str | None) -> None:
    """All four side by side. What our own cluster has seen with this very code is skipped."""
    seen = await _stamps(superuser_url) if superuser_url else {}
    async with asyncio.TaskGroup() as tasks:
        for service in SERVICES:
            tasks.create_task(_bring_up(house, service, mode, seen.get(service, ""), superuser_url))


async def _bring_up(
    house: House, service: str, mode: str, seen: str, superuser_url: str | None
) -> None:
    sources = fingerprint.of((package(service), Path("gateway/chassis/chassis")))
    stamp = f"{mode} {sources}"
    if seen == stamp and not _accounts_lost(house, service, mode):
        return
    with step(f"{service}: migrated"):
        await _python("chassis.migrate", service, env=house.owner_environment(service))
    if mode == "demo":
        if not seen:
            say(f"{service}: loading the demonstration data …")
        with step(f"{service}: demonstration data"):
            await _python(f"{service}.demo", env=house.environment(service))
    if superuser_url:
        await _stamp(superuser_url, service, stamp)


def _accounts_lost(house: House, service: str, mode: str) -> bool:
    """Someone deleted the file with the demonstration passwords: the gateway writes it again."""
    accounts = house.data_dir / "demo-accounts.json"
    return service == "gateway" and mode == "demo" and not accounts.exists()


async def _python(module: str, *arguments: str, env: dict[str, str]) -> None:
    await run(sys.executable, "-m", module, *arguments, env=env)


async def _stamps(superuser_url: str) -> dict[str, str]:
    """The stamp is the comment on the database, so it cannot outlive what it speaks of."""
    superuser = await asyncpg.connect(superuser_url)
    try:
        rows = await superuser.fetch(
            "SELECT datname, shobj_description(oid, 'pg_database') AS stamp FROM pg_database"
        )
    finally:
        await superuser.close()
    return {row["datname"]: row["stamp"] or "" for row in rows}


async def _stamp(superuser_url: str, service: str, stamp: str) -> None:
    superuser = await asyncpg.connect(superuser_url)
    try:
        await superuser.execute(f"COMMENT ON DATABASE {service} IS '{stamp}'")
    finally:
        await superuser.close()
