"""The migrations go up, down to nothing, and up again; and they build what the models say."""

import asyncio
from uuid import uuid4

import asyncpg
import pytest
from alembic import command

from chassis.migrate import config, upgrade
from chassis.testing import with_database
from registry.store import Base

TABLES = (
    "SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
)
FUNCTIONS = (
    "SELECT count(*) FROM pg_proc"
    " WHERE proname IN ('vn_fold', 'sequence_changes', 'change_canonical', 'ngos_keep_marks')"
)


@pytest.fixture
async def empty(cluster: str) -> str:
    """The owner's address of a database that no migration has seen."""
    name = f"t_registry_{uuid4().hex[:8]}"
    superuser = await asyncpg.connect(cluster)
    await superuser.execute(f"CREATE DATABASE {name}")
    await superuser.close()
    address = with_database(cluster, name)
    inside = await asyncpg.connect(address)
    await inside.execute("CREATE EXTENSION btree_gist")
    await inside.execute("CREATE EXTENSION pg_trgm")
    await inside.close()
    return address


async def one(address: str, question: str) -> int:
    connection = await asyncpg.connect(address)
    found: int = await connection.fetchval(question)
    await connection.close()
    return found


async def test_up_down_and_up_again(empty: str) -> None:
    await asyncio.to_thread(upgrade, "registry", empty, empty)
    built = await one(empty, TABLES)
    await asyncio.to_thread(command.check, config("registry", empty))

    await asyncio.to_thread(command.downgrade, config("registry", empty), "base")
    left = await one(empty, TABLES)
    functions = await one(empty, FUNCTIONS)

    await asyncio.to_thread(upgrade, "registry", empty, empty)

    assert built == len(Base.metadata.tables)
    assert (left, functions) == (0, 0)
    assert await one(empty, TABLES) == built
    assert await one(empty, "SELECT count(*) FROM units") == 16


async def test_what_was_stored_before_is_found_by_its_abbreviations_written_out(
    empty: str,
) -> None:
    await asyncio.to_thread(upgrade, "registry", empty, empty)
    await asyncio.to_thread(command.downgrade, config("registry", empty), "0029")
    connection = await asyncpg.connect(empty)
    await connection.execute("UPDATE units SET search = 'lhhn tp.hcm' WHERE code = 'HUFO'")
    await connection.close()

    await asyncio.to_thread(command.upgrade, config("registry", empty), "head")

    found = "SELECT count(*) FROM units WHERE search LIKE '%huu nghi thanh pho ho chi minh%'"
    assert await one(empty, found) == 1
