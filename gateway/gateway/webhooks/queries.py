"""Every look at the webhooks, their cursors and their deliveries."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Text, bindparam, cast, exists, func, select, true, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from chassis.listing import Listing, Order, contains
from chassis.records import find
from gateway.webhooks.models import Delivery, Webhook, WebhookCursor
from gateway.webhooks.rules import UNASKED, Fate, Status

_SHOWN = (
    Webhook.id, Webhook.unit_id, Webhook.unit_code, Webhook.name, Webhook.url, Webhook.types,
    Webhook.status, Webhook.disabled_reason, Webhook.failing_since, Webhook.last_success_at,
    Webhook.version, Webhook.created_at, Webhook.updated_at,
)  # fmt: skip
WEBHOOKS = Listing(
    select(*_SHOWN),
    record=Webhook.id,
    orders={"name": Order(Webhook.name, str)},
    filters={
        # fifty to a unit: they are read through
        "q": contains(func.vn_fold(Webhook.name + " " + Webhook.url)),
        "unit": Webhook.unit_id == bindparam("unit"),
        "unit_code": Webhook.unit_code == bindparam("unit_code"),
        "status": Webhook.status == bindparam("status"),
    },
)
_LOGGED = (
    Delivery.id, Delivery.service, Delivery.pos, Delivery.event_id, Delivery.object, Delivery.type,
    Delivery.status, Delivery.attempts, Delivery.next_at, Delivery.last_at, Delivery.last_status,
    Delivery.last_error, Delivery.last_ms, Delivery.created_at,
)  # fmt: skip
DELIVERIES = Listing(
    select(*_LOGGED),
    record=Delivery.id,
    orders={"-created_at": Order(Delivery.created_at, datetime, descending=True)},
    filters={
        "webhook": Delivery.webhook_id == bindparam("webhook"),
        "status": Delivery.status == bindparam("status"),
    },
)


async def seen(tx: AsyncSession, record_id: UUID, unit: UUID | None) -> Webhook:
    """One webhook; 404 when there is none, or none of `unit` (None: of any)."""
    return await find(tx, Webhook, record_id, *_of(unit))


async def lock(tx: AsyncSession, record_id: UUID, unit: UUID | None) -> Webhook:
    """The same, for change."""
    return await find(tx, Webhook, record_id, *_of(unit), lock=True)


def _of(unit: UUID | None) -> list[ColumnElement[bool]]:
    return [] if unit is None else [Webhook.unit_id == unit]


async def closed(tx: AsyncSession, unit: UUID | None, limit: int) -> Sequence[Webhook]:
    """What was closed without anybody asking, newest first, of one union or (unit None) of all."""
    statement = select(Webhook).where(Webhook.disabled_reason.in_(UNASKED))
    if unit is not None:
        statement = statement.where(Webhook.unit_id == unit)
    return (
        await tx.scalars(statement.order_by(Webhook.updated_at.desc(), Webhook.id).limit(limit))
    ).all()


async def count(tx: AsyncSession, unit: UUID | None) -> int:
    """How many webhooks a unit has."""
    same = Webhook.unit_id.is_not_distinct_from(unit)
    return int(await tx.scalar(select(func.count()).select_from(Webhook).where(same)) or 0)


async def begin(tx: AsyncSession, webhook: UUID, service: str, after: int | None) -> None:
    """Set a cursor: where a webhook begins, or where it begins again."""
    statement = insert(WebhookCursor).values(webhook_id=webhook, service=service, after=after)
    await tx.execute(
        statement.on_conflict_do_update(
            index_elements=[WebhookCursor.webhook_id, WebhookCursor.service],
            set_={"after": after},
        )
    )


async def cursors(tx: AsyncSession, webhook: UUID) -> dict[str, int | None]:
    found = select(WebhookCursor).where(WebhookCursor.webhook_id == webhook)
    return {one.service: one.after for one in await tx.scalars(found)}


async def groups(tx: AsyncSession) -> Sequence[Any]:
    """(service, after, webhook ids): active webhooks that are equally far are read for once."""
    ids = func.array_agg(WebhookCursor.webhook_id)
    statement = (
        select(WebhookCursor.service, WebhookCursor.after, ids.label("webhooks"))
        .join(Webhook, Webhook.id == WebhookCursor.webhook_id)
        .where(Webhook.status == Status.ACTIVE)
        .group_by(WebhookCursor.service, WebhookCursor.after)
    )
    return (await tx.execute(statement)).all()


async def advance(
    tx: AsyncSession, service: str, webhooks: list[UUID], after: int | None, to: int
) -> list[Webhook]:
    """Move these cursors on; the webhooks whose cursor still stood at `after`."""
    statement = (
        update(WebhookCursor)
        .where(
            WebhookCursor.service == service,
            WebhookCursor.webhook_id.in_(webhooks),
            WebhookCursor.after.is_not_distinct_from(after),
        )
        .values(after=to)
        .returning(WebhookCursor.webhook_id)
    )
    moved = list(await tx.scalars(statement))
    return list(await tx.scalars(select(Webhook).where(Webhook.id.in_(moved))))


async def put(tx: AsyncSession, rows: list[dict[str, Any]]) -> None:
    """Add deliveries; one that was there before (a replay) is sent anew."""
    statement = insert(Delivery).values(rows)
    again = {
        "status": Fate.PENDING.value,
        "attempts": 0,
        "next_at": statement.excluded.next_at,
        "body": statement.excluded.body,
    }
    await tx.execute(
        statement.on_conflict_do_update(
            index_elements=[Delivery.webhook_id, Delivery.event_id], set_=again
        )
    )


def _due() -> Any:
    """Per active webhook its due deliveries, but none while an earlier one of its record waits."""
    one, earlier = aliased(Delivery), aliased(Delivery)
    waits = exists().where(
        earlier.webhook_id == one.webhook_id,
        earlier.object == one.object,
        earlier.status == Fate.PENDING.value,
        earlier.pos < one.pos,
    )
    due = (
        select(one.id)
        .where(
            one.webhook_id == Webhook.id,
            one.status == Fate.PENDING.value,
            one.next_at <= bindparam("now"),
            ~waits,
        )
        .order_by(one.next_at, one.pos)
        .limit(bindparam("each"))
        .correlate(Webhook)
        .lateral("due")
    )
    return (
        select(Delivery, Webhook)
        .select_from(Webhook)
        .join(due, true())
        .join(Delivery, Delivery.id == due.c.id)
        .where(
            Webhook.status == Status.ACTIVE,
            cast(Webhook.id, Text).not_in(bindparam("busy", expanding=True)),
        )
    )


DUE = _due()


async def due(
    tx: AsyncSession, now: datetime, each: int, busy: Sequence[str]
) -> list[tuple[Delivery, Webhook]]:
    """What is to be sent now, at most `each` per webhook, none of the webhooks in `busy`."""
    values = {"now": now, "each": each, "busy": list(busy) or [""]}
    return [(row[0], row[1]) for row in await tx.execute(DUE, values)]
