"""Every look at people's requests."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Date, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.listing import Listing, Order, contains
from chassis.records import find
from gateway.subject_requests.models import SubjectRequest
from gateway.subject_requests.rules import Status

REQUESTS = Listing(
    select(*SubjectRequest.__table__.columns),
    record=SubjectRequest.id,
    orders={
        "due_on": Order(SubjectRequest.due_on, date),
        "received_on": Order(SubjectRequest.received_on, date),
    },
    filters={
        "q": contains(func.vn_fold(SubjectRequest.person)),
        "kind": SubjectRequest.kind == bindparam("kind"),
        "status": SubjectRequest.status == bindparam("status"),
        "unit": SubjectRequest.unit_id == bindparam("unit"),
        "not_status": SubjectRequest.status != bindparam("not_status"),
        "before": (SubjectRequest.status != Status.FINISHED)
        & (SubjectRequest.due_on < bindparam("before", type_=Date)),
    },
)


async def get(
    tx: AsyncSession, request_id: UUID, unit: UUID | None, *, lock: bool = False
) -> SubjectRequest:
    """One request; 404 when there is none, or none of `unit` (None: of any)."""
    of_unit = [] if unit is None else [SubjectRequest.unit_id == unit]
    return await find(tx, SubjectRequest, request_id, *of_unit, lock=lock)


async def due(tx: AsyncSession, unit: UUID | None, limit: int) -> Sequence[SubjectRequest]:
    """What is due next and not finished, in one union or (unit None) in all."""
    statement = select(SubjectRequest).where(SubjectRequest.status != Status.FINISHED)
    if unit is not None:
        statement = statement.where(SubjectRequest.unit_id == unit)
    ordered = statement.order_by(SubjectRequest.due_on, SubjectRequest.id).limit(limit)
    return (await tx.scalars(ordered)).all()
