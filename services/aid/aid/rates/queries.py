"""Every SELECT on rates."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, Text, Uuid, and_, bindparam, cast, func, or_, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from aid.rates.models import Rate
from chassis.listing import Listing, Order
from chassis.reader import Statement

DONG, DOLLAR = "VND", "USD"


def in_force(day: Any) -> ColumnElement[bool]:
    """In force that day; both ends are inclusive."""
    return and_(Rate.valid_from <= day, or_(Rate.valid_to.is_(None), Rate.valid_to >= day))


# as text and without the zeros that fill the column's scale
_RATE = cast(func.trim_scale(Rate.rate), Text).label("rate")
_SHOWN = [_RATE if c.name == "rate" else c for c in Rate.__table__.columns]

RATES = Listing(
    select(*_SHOWN),
    record=Rate.id,
    orders={"valid_from": Order(Rate.valid_from, date)},
    filters={
        "currency": Rate.currency == bindparam("currency"),
        "as_of": in_force(bindparam("as_of", type_=Date)),
    },
)
BY_ID = Statement(
    select(Rate.id, Rate.currency, _RATE, Rate.valid_from, Rate.source, Rate.verified)
    .where(Rate.id == bindparam("ids", type_=ARRAY(Uuid)).any_())
    .order_by(Rate.currency, Rate.valid_from)
)


async def rate_on(tx: AsyncSession, currency: str, day: date) -> Rate | None:
    """How many dong one unit of this currency was worth that day, if anybody has said so."""
    return await tx.scalar(select(Rate).where(Rate.currency == currency, in_force(day)))


async def of_day(
    tx: AsyncSession, currency: str | None, day: date
) -> tuple[UUID | None, UUID | None]:
    """The rates that turn this currency into dong, and dong into dollars, on that day.

    Dong need none of the first kind. Where no rate is known the amount stays unconverted, and
    statistics say so.
    """
    wanted = select(Rate.currency, Rate.id).where(
        Rate.currency.in_([currency, DOLLAR]), in_force(day)
    )
    found = {name: rate_id for name, rate_id in await tx.execute(wanted)}
    return found.get(currency or ""), found.get(DOLLAR)
