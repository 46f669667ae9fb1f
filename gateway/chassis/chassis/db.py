"""One engine per process and one transaction per request, committed before the answer."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID

import asyncpg
from fastapi import Depends, Request
from sqlalchemy import BigInteger, DateTime, MetaData, String, event
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)
from sqlalchemy.orm import Mapped, mapped_column

from chassis.ids import new_id
from chassis.querycount import counted
from chassis.settings import asyncpg_url

NAMES = {
    "pk": "%(table_name)s_pkey",
    "fk": "%(table_name)s_%(column_0_name)s_fkey",
    "uq": "%(table_name)s_%(column_0_N_name)s_key",
    "ix": "%(table_name)s_%(column_0_N_name)s_idx",
    "ck": "%(table_name)s_%(constraint_name)s_check",
}

# A session that hangs must not hold locks: these are asserted by the tests, not only written here.
SERVER_SETTINGS = {
    "statement_timeout": "10000",
    "lock_timeout": "3000",
    "idle_in_transaction_session_timeout": "30000",
    "timezone": "UTC",
    "jit": "off",
}


TYPES: dict[Any, Any] = {
    datetime: DateTime(timezone=True),
    str: String(),
    int: BigInteger(),
    dict[str, Any]: JSONB(),
}


def metadata() -> MetaData:
    """Fresh metadata with named constraints, so that no two services share tables."""
    return MetaData(naming_convention=NAMES)


def now() -> datetime:
    """This instant, aware, in UTC."""
    return datetime.now(UTC)


class Record:
    """What every record carries: a time-ordered id, the version that ETag shows, and two times."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(default=now)
    updated_at: Mapped[datetime] = mapped_column(default=now)

    __mapper_args__ = {"eager_defaults": False}  # noqa: RUF012

    def touch(self) -> None:
        """It has changed: a new version, as of now. `Act.update` does it for the one it answers."""
        self.version += 1
        self.updated_at = now()


def connect(url: str, pool: int, application: str) -> AsyncEngine:
    """The transactional engine: a small pool, bounded waiting, timeouts on every session."""
    engine = create_async_engine(
        asyncpg_url(url),
        pool_size=pool,
        max_overflow=0,
        pool_timeout=2,
        pool_pre_ping=False,
        hide_parameters=True,  # an unforeseen error is logged: what was written is nobody's to read
        connect_args={"server_settings": {**SERVER_SETTINGS, "application_name": application}},
    )

    @event.listens_for(engine.sync_engine, "before_cursor_execute")
    def _count(*_: object) -> None:
        counted()

    return engine


def sessions(engine: AsyncEngine) -> async_sessionmaker[AsyncSession]:
    return async_sessionmaker(engine, expire_on_commit=False)


async def transaction(request: Request) -> AsyncSession:
    """The transaction of this request, which its route ends: see `ended`."""
    tx: AsyncSession = request.app.state.sessions()
    request.state.tx = tx
    return tx


@asynccontextmanager
async def ended(request: Request) -> AsyncIterator[None]:
    """Commit what the handler did before its answer is sent, roll back when it raises.

    A dependency that yields does the same by FastAPI at a tenth more of a write, measured.
    """
    try:
        yield
        if tx := getattr(request.state, "tx", None):
            await tx.commit()
    finally:
        if tx := getattr(request.state, "tx", None):
            await tx.close()


def driver(tx: AsyncSession) -> asyncpg.Connection:
    """The driver's own connection of this transaction, which has begun: for the few statements that
    every write runs. What is pending in the session must be flushed before."""
    counted()
    raw: Any = tx.sync_session.connection().connection
    found: asyncpg.Connection = raw.driver_connection
    if not found.is_in_transaction():  # SQLAlchemy begins with its first statement
        raise RuntimeError("nothing was flushed yet: this would be committed alone")
    return found


Tx = Annotated[AsyncSession, Depends(transaction)]
