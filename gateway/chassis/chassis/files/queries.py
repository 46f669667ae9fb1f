"""Which kept files the records of several databases name."""

from collections.abc import Iterable
from typing import Any

import asyncpg
from sqlalchemy import Select, column, select, table

from chassis.reader import Statement, plain_url

_KEEPING = (
    "SELECT table_name FROM information_schema.columns"
    " WHERE column_name = 'file_key' AND table_schema = current_schema()"
)


async def named(urls: Iterable[str]) -> set[str]:
    """The key of every file that a record names in one of these databases.

    Raises SystemExit when none of them keeps papers at all: they are the wrong ones.
    """
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
