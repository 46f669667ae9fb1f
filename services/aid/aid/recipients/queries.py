"""Every SELECT and lock on recipients."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from aid.recipients.models import Recipient
from chassis.errors import FieldProblem, RuleViolation
from chassis.identity import Actor
from chassis.listing import Listing, Order, contains
from chassis.records import find
from chassis.tenancy import by_unit, seen_by

RECIPIENTS = Listing(
    select(*[c for c in Recipient.__table__.columns if c.name not in ("name_sort", "search")]),
    record=Recipient.id,
    orders={"name": Order(Recipient.name_sort, str)},
    filters={
        "q": contains(Recipient.search),
        "kind": Recipient.kind == bindparam("kind"),
        "province": Recipient.province == bindparam("province"),
        **by_unit(Recipient.unit_id),
        "demo": Recipient.demo == bindparam("demo"),
    },
)


async def get(tx: AsyncSession, recipient_id: UUID, actor: Actor) -> Recipient:
    """One recipient of the caller's unit, or of any for national staff."""
    return await find(tx, Recipient, recipient_id, seen_by(actor, Recipient.unit_id))


async def lock_own(tx: AsyncSession, recipient_id: UUID, unit_id: UUID) -> Recipient:
    """One recipient of this unit, locked until the end of the transaction."""
    return await find(tx, Recipient, recipient_id, Recipient.unit_id == unit_id, lock=True)


async def named(tx: AsyncSession, recipient_id: UUID, units: Collection[UUID]) -> Recipient:
    """The recipient that a grant of these units names; 409 when none keeps such a recipient."""
    own = (Recipient.id == recipient_id) & Recipient.unit_id.in_(units)
    recipient = await tx.scalar(select(Recipient).where(own))
    if recipient is None:
        code = "aid.unknown_recipient"
        raise RuleViolation(code, errors=[FieldProblem("/body/recipient_id", code)])
    return recipient
