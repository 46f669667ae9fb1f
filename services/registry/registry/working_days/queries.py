"""Every SELECT and lock on moved days, and the calendar they make."""

from datetime import date
from uuid import UUID

from sqlalchemy import Date, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import NotFound
from chassis.listing import Listing, Order
from chassis.reader import Reader, Statement
from chassis.workdays import Calendar, Moved
from registry.sheets import sheet
from registry.working_days.models import DayException
from registry.working_days.rules import DayKind, Mark

_MARKS = (
    DayException.day, DayException.kind, DayException.name_vi, DayException.name_en,
    DayException.source, DayException.confidence, DayException.verified,
)  # fmt: skip
_ALL = Statement(select(*_MARKS))

EXCEPTIONS = Listing(
    select(*DayException.__table__.columns),
    record=DayException.id,
    sheet=sheet(
        *("ngay-nghi-lam-bu", "day", "kind", "name_vi", "name_en", "source", "confidence"),
        "verified",
    ),
    orders={"day": Order(DayException.day, date)},
    filters={
        "kind": DayException.kind == bindparam("kind"),
        "day_from": DayException.day >= bindparam("day_from", type_=Date),
        "day_to": DayException.day <= bindparam("day_to", type_=Date),
    },
)


async def marks(read: Reader) -> dict[date, Mark]:
    """Every moved day with where it is known from."""
    found = [dict(row) for row in await read.rows(_ALL)]
    return {row["day"]: Mark(**{**row, "kind": DayKind(row["kind"])}) for row in found}


def calendar_of(moved: dict[date, Mark]) -> Calendar:
    return Calendar([Moved(day, mark.kind is DayKind.OFF) for day, mark in moved.items()])


async def calendar(tx: AsyncSession) -> Calendar:
    """The calendar as it stands in this transaction."""
    rows = await tx.execute(select(DayException.day, DayException.kind))
    return Calendar([Moved(day, kind == DayKind.OFF) for day, kind in rows])


async def get(tx: AsyncSession, exception_id: UUID, *, lock: bool = False) -> DayException:
    """One moved day, locked until the end of the transaction if it is going to change."""
    found = await tx.get(DayException, exception_id, with_for_update=lock or None)
    if found is None:
        raise NotFound
    return found
