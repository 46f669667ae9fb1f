"""Every look at the machine clients."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.listing import Listing, Order, contains
from chassis.records import find
from gateway.clients.models import Client

_SHOWN = (
    Client.id,
    Client.client_id,
    Client.name,
    Client.unit_id,
    Client.unit_code,
    Client.national,
    Client.scopes,
    Client.disabled_at,
    Client.last_used_at,
    Client.secret_expires_at,
    Client.before_until,
    Client.version,
    Client.created_at,
    Client.updated_at,
)

CLIENTS = Listing(
    select(*_SHOWN),
    record=Client.id,
    orders={"client_id": Order(Client.client_id, str)},
    filters={
        "unit_code": Client.unit_code == bindparam("unit_code"),
        # a few hundred at most: they are read through
        "q": contains(func.vn_fold(Client.name + " " + Client.client_id)),
        "unit": (Client.unit_id == bindparam("unit")) & Client.national.is_(False),
    },
)


async def by_client_id(tx: AsyncSession, client_id: str) -> Client | None:
    return await tx.scalar(select(Client).where(Client.client_id == client_id))


async def by_id(tx: AsyncSession, record_id: UUID) -> Client | None:
    return await tx.get(Client, record_id)


async def seen(tx: AsyncSession, record_id: UUID, unit: UUID | None) -> Client:
    """One client; 404 when there is none, or none of `unit` (None: of any)."""
    return await find(tx, Client, record_id, *_of(unit))


async def lock(tx: AsyncSession, record_id: UUID, unit: UUID | None) -> Client:
    """One client for change; 404 when there is none, or none of `unit` (None: of any)."""
    return await find(tx, Client, record_id, *_of(unit), lock=True)


def _of(unit: UUID | None) -> list[ColumnElement[bool]]:
    """The clients that a unit's own administrator keeps: one that sees the whole house is not
    theirs, or a new secret would make them that program. With None: all."""
    return [] if unit is None else [Client.unit_id == unit, Client.national.is_(False)]


async def used(tx: AsyncSession, record_id: UUID, now: datetime) -> None:
    """Bookkeeping, no change of the record: its version stays."""
    await tx.execute(update(Client).where(Client.id == record_id).values(last_used_at=now))
