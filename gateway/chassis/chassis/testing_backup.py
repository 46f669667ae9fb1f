"""A test's database saved and brought back, as an operator does it: pg_dump and pg_restore."""

import asyncio
import os
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg

from chassis.testing import PASSWORD, ROLE, execute, with_database


async def _run(program: str, *arguments: str) -> None:
    # Those that came with the server, where that is known: another version's dump nothing of it.
    found = Path(os.environ.get("TEST_POSTGRES_PROGRAMS", "")) / program
    child = await asyncio.create_subprocess_exec(found, *arguments, stderr=asyncio.subprocess.PIPE)
    _, said = await child.communicate()
    assert child.returncode == 0, said.decode()


class Backup:
    """A dump of one database, and a database of its own that it is brought back to."""

    def __init__(self, cluster: str, database: str, folder: Path) -> None:
        self.cluster, self.database, self.file = cluster, database, folder / "dump"
        self.name = urlsplit(database).path.lstrip("/") + "_back"
        self.url = with_database(cluster, self.name)
        self.application = with_database(cluster, self.name, ROLE, PASSWORD)

    async def take(self) -> None:
        await _run("pg_dump", "-Fc", "-f", str(self.file), "-d", self.database)

    async def restore(self) -> asyncpg.Connection:
        """Bring it back; a superuser's connection to it."""
        await execute(self.cluster, f"CREATE DATABASE {self.name}")
        await _run("pg_restore", "--exit-on-error", "-d", self.url, str(self.file))
        return await asyncpg.connect(self.url)

    async def drop(self) -> None:
        await execute(self.cluster, f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")
