"""Which columns hold sealed secrets, and each of their rows held while it is sealed anew."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from gateway.authenticators.models import Authenticator
from gateway.keys.models import SigningKey
from gateway.webhooks.models import Webhook


def _of_account(account: UUID) -> bytes:
    return account.bytes


def _of_text(name: object) -> bytes:
    return str(name).encode()


@dataclass(frozen=True)
class Kept:
    """One kind of secret: what its key is derived for, where it lies, and what it is bound to."""

    purpose: str
    key: InstrumentedAttribute[Any]
    columns: tuple[str, ...]
    bound: Callable[[Any], bytes]
    # the column, if there is one, that says by which key the row is sealed
    names_key: str | None = None


KEPT = (
    Kept("signing-keys", SigningKey.kid, ("sealed",), _of_text),
    Kept("one-time-codes", Authenticator.account_id, ("sealed",), _of_account, "key_id"),
    Kept("webhooks", Webhook.id, ("sealed", "sealed_before"), _of_text),
)


async def keys(tx: AsyncSession, kept: Kept) -> list[Any]:
    return list(await tx.scalars(select(kept.key).order_by(kept.key)))


async def held(tx: AsyncSession, kept: Kept, key: Any) -> dict[str, bytes]:
    """What is sealed in one row, held for change; nothing when the row has gone meanwhile."""
    table = kept.key.class_
    wanted = [getattr(table, name) for name in kept.columns]
    row = (await tx.execute(select(*wanted).where(kept.key == key).with_for_update())).first()
    found = zip(kept.columns, row, strict=True) if row is not None else ()
    return {name: sealed for name, sealed in found if sealed is not None}


async def put(tx: AsyncSession, kept: Kept, key: Any, values: dict[str, Any]) -> None:
    """Not by the record: nothing that anybody is shown has changed, so its version stays."""
    await tx.execute(update(kept.key.class_).where(kept.key == key).values(values))
