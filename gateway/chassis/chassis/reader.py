"""Reading without a transaction: a small fair pool for lists, statistics and feeds.

Measured (see docs/adr/0003): BEGIN/ROLLBACK around a read, SQLAlchemy's result rows and a pool as
large as the client count cost more than the query. So SQLAlchemy compiles a statement once, the
driver runs it, and a first-come-first-served semaphore stands before three connections, which
brings p99/p50 from 15 to 1.5.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Annotated, Any
from urllib.parse import urlsplit, urlunsplit

import asyncpg
import orjson
from asyncpg.pool import PoolConnectionProxy
from fastapi import Depends, Request
from sqlalchemy import Executable
from sqlalchemy.dialects.postgresql.asyncpg import dialect as asyncpg_dialect

from chassis.db import SERVER_SETTINGS
from chassis.errors import Unavailable
from chassis.querycount import counted

WAIT_SECONDS = 2.0
_DIALECT = asyncpg_dialect()  # type: ignore[no-untyped-call]

Row = asyncpg.Record
Connection = PoolConnectionProxy


class Statement:
    """A statement compiled once; run it with values for its bind parameters, by name."""

    __slots__ = ("defaults", "names", "sql")

    def __init__(self, statement: Executable) -> None:
        compiled = statement.compile(dialect=_DIALECT)  # type: ignore[attr-defined]
        self.sql: str = compiled.string
        self.names: tuple[str, ...] = tuple(compiled.positiontup or ())
        self.defaults: dict[str, Any] = dict(compiled.params)

    def arguments(self, values: Mapping[str, Any]) -> list[Any]:
        defaults = self.defaults
        return [values[name] if name in values else defaults[name] for name in self.names]


async def _prepare(connection: asyncpg.Connection) -> None:
    for kind in ("json", "jsonb"):
        await connection.set_type_codec(
            kind,
            encoder=lambda value: orjson.dumps(value).decode(),
            decoder=orjson.loads,
            schema="pg_catalog",
        )
    # Ids leave as text: what a page shows is the text, and building 50 UUID objects is not free.
    await connection.set_type_codec("uuid", encoder=str, decoder=str, schema="pg_catalog")


async def _no_reset(connection: asyncpg.Connection) -> None:
    """These sessions are read-only and hold no state, so nothing is reset on return."""


class Reader:
    """Runs compiled statements on a read-only autocommit pool."""

    def __init__(self, pool: asyncpg.Pool, size: int) -> None:
        self.pool = pool
        # asyncpg hands a returned connection to a newcomer first; this queue is fair.
        self.turn = asyncio.Semaphore(size)

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[Connection]:
        """A connection within two seconds, or a 503 that says to try again."""
        await self._turn()
        try:
            connection = await self._acquired()
            try:
                yield connection
            finally:
                await self.pool.release(connection)
        finally:
            self.turn.release()

    async def _turn(self) -> None:
        if not self.turn.locked():  # the usual case, which needs no timer
            await self.turn.acquire()
            return
        try:
            await asyncio.wait_for(self.turn.acquire(), WAIT_SECONDS)
        except TimeoutError:
            raise Unavailable("busy") from None

    async def _acquired(self) -> Connection:
        """As many turns as connections: there is one to have, at most it is made anew."""
        try:
            return await self.pool.acquire()
        except TimeoutError:
            raise Unavailable("busy") from None

    async def rows(
        self, statement: Statement, values: Mapping[str, Any] | None = None
    ) -> list[Row]:
        counted()
        async with self.connection() as connection:
            rows: list[Row] = await connection.fetch(
                statement.sql, *statement.arguments(values or {})
            )
        return rows

    async def row(
        self, statement: Statement, values: Mapping[str, Any] | None = None
    ) -> Row | None:
        counted()
        async with self.connection() as connection:
            return await connection.fetchrow(statement.sql, *statement.arguments(values or {}))

    async def value(self, statement: Statement, values: Mapping[str, Any] | None = None) -> Any:
        counted()
        async with self.connection() as connection:
            return await connection.fetchval(statement.sql, *statement.arguments(values or {}))


def plain_url(url: str) -> str:
    """The URL without SQLAlchemy's driver suffix, as asyncpg itself reads it."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(scheme=parts.scheme.split("+")[0]))


async def open_reader(url: str, size: int, application: str) -> Reader:
    pool = await asyncpg.create_pool(
        plain_url(url),
        min_size=1,
        max_size=size,
        timeout=WAIT_SECONDS,
        init=_prepare,
        reset=_no_reset,
        server_settings={
            **SERVER_SETTINGS,
            "default_transaction_read_only": "on",
            "application_name": f"{application}-read",
        },
    )
    return Reader(pool, size)


async def reader(request: Request) -> Reader:
    found: Reader = request.app.state.reader
    return found


Read = Annotated[Reader, Depends(reader)]
