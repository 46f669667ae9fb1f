"""Kept files that no record names any more, removed: `python -m chassis.files.sweep DAYS`.

A paper that was taken out of a dossier leaves its content behind, and so does an upload that broke
off. Beside running services. One file may be named by several of them, so every database that keeps
papers must be told (DATABASE_URL_…). What was handed in within the last DAYS days stays: a backup
of a database may name it yet. DAYS is the age of the oldest backup, or 1 for a person's sake.
"""

import asyncio
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import asyncpg
from sqlalchemy import Select, column, select, table

from chassis.db import now
from chassis.files.store import FileStore, kept_here
from chassis.reader import Statement, plain_url

_KEEPING = (
    "SELECT table_name FROM information_schema.columns"
    " WHERE column_name = 'file_key' AND table_schema = current_schema()"
)


@dataclass
class Swept:
    """What was done to a store."""

    removed: int = 0
    named: int = 0
    young: int = 0

    def __str__(self) -> str:
        return f"{self.removed} files removed, {self.named} are named, {self.young} are too young"


async def sweep(store: FileStore, urls: Iterable[str], limit: datetime) -> Swept:
    """Remove what was last handed in before `limit` and is named by no record.

    Raises SystemExit, and removes nothing, when none of the databases keeps papers at all.
    """
    done, old = Swept(), []
    async for key in store.keys():
        if await store.written_at(key) < limit:
            old.append(key)
        else:
            done.young += 1
    names = await _named(urls)  # after the files, so that no record is younger than its answer
    for key in old:
        if key in names:
            done.named += 1
        elif await store.written_at(key) < limit:  # not handed in again meanwhile
            await store.remove(key)
            done.removed += 1
        else:
            done.young += 1
    return done


async def _named(urls: Iterable[str]) -> set[str]:
    found: set[str] = set()
    is_kept_anywhere = False
    for url in urls:
        connection = await asyncpg.connect(plain_url(url))
        try:
            for one in await connection.fetch(_KEEPING):
                is_kept_anywhere = True
                keys: Select[Any] = (
                    select(column("file_key")).select_from(table(one["table_name"])).distinct()
                )
                found |= {row["file_key"] for row in await connection.fetch(Statement(keys).sql)}
        finally:
            await connection.close()
    if not is_kept_anywhere:
        raise SystemExit("None of these databases keeps papers: nothing was removed.")
    return found


async def main(days: str) -> int:
    if not days.isdecimal() or int(days) < 1:
        raise SystemExit(
            "DAYS is a whole number from 1 on: an upload may be on its way to a record."
        )
    urls = [url for name, url in os.environ.items() if name.startswith("DATABASE_URL_")]
    done = await sweep(kept_here(), urls, now() - timedelta(days=int(days)))
    sys.stdout.write(f"{done}\n")
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1] if len(sys.argv) == 2 else "")))
