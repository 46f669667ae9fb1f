"""Every SELECT on kinds."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import FieldProblem, RuleViolation
from chassis.listing import Listing, Order
from chassis.reader import Statement
from events.kinds.models import Kind

KINDS = Listing(
    select(*Kind.__table__.columns),
    record=Kind.id,
    orders={"position": Order(Kind.position, int)},
    filters={},
)
LABELS = Statement(select(Kind.code, Kind.name_vi, Kind.name_en).order_by(Kind.position))


async def require(tx: AsyncSession, code: str) -> None:
    """Refuse a kind that is in no row."""
    if await tx.scalar(select(Kind.id).where(Kind.code == code)) is None:
        problem = FieldProblem("/body/kind", "events.unknown_kind", (("value", code),))
        raise RuleViolation("events.unknown_kind", errors=[problem], value=code)
