"""Everybody who signs in for a unit, locked, to be moved; and who comes after whom."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.accounts.models import Account
from gateway.clients.models import Client
from gateway.moves.models import Succession
from gateway.sessions.models import Session
from gateway.webhooks.models import Webhook


async def accounts_of(tx: AsyncSession, unit_id: UUID) -> Sequence[Account]:
    """The unit's accounts, closed ones too: whoever opens one again opens it where it belongs."""
    mine = select(Account).where(Account.unit_id == unit_id, Account.national.is_(False))
    return (await tx.scalars(mine.order_by(Account.id).with_for_update())).all()


async def clients_of(tx: AsyncSession, unit_id: UUID) -> Sequence[Client]:
    """The unit's machine clients, closed ones too."""
    mine = select(Client).where(Client.unit_id == unit_id, Client.national.is_(False))
    return (await tx.scalars(mine.order_by(Client.id).with_for_update())).all()


async def webhooks_of(tx: AsyncSession, unit_id: UUID) -> Sequence[Webhook]:
    """The unit's webhooks: they go on where they stopped, with what the other unit is shown."""
    mine = select(Webhook).where(Webhook.unit_id == unit_id)
    return (await tx.scalars(mine.order_by(Webhook.id).with_for_update())).all()


async def codes_of(tx: AsyncSession, unit_id: UUID) -> set[str | None]:
    """Under which code the unit is known here; none before its first account."""
    return set(await tx.scalars(select(Account.unit_code).where(Account.unit_id == unit_id)))


async def end_sessions(tx: AsyncSession, accounts: Sequence[Account]) -> None:
    """Whoever was signed in for the old unit signs in anew for the other one."""
    ids = [account.id for account in accounts]
    await tx.execute(delete(Session).where(Session.account_id.in_(ids)))


async def successions(tx: AsyncSession) -> list[tuple[UUID, UUID]]:
    """Every unit that went into another, with the other one."""
    pairs = select(Succession.from_unit_id, Succession.to_unit_id)
    return [(gone, into) for gone, into in await tx.execute(pairs.order_by(Succession.id))]


async def succession_of(tx: AsyncSession, unit_id: UUID) -> Succession | None:
    """Into which unit this one went, locked."""
    gone = select(Succession).where(Succession.from_unit_id == unit_id)
    found: Succession | None = await tx.scalar(gone.with_for_update())
    return found
