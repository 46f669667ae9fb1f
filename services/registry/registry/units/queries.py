"""Every SELECT on unions."""

from datetime import date
from uuid import UUID

from sqlalchemy import Date, Text, bindparam, cast, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import FieldProblem, NotFound, RuleViolation
from chassis.listing import Listing, Order
from chassis.reader import Reader, Statement
from registry.units.models import Unit, UnitProvince

_ON = bindparam("on", type_=Date)
_HELD = or_(UnitProvince.valid_from.is_(None), UnitProvince.valid_from <= _ON) & or_(
    UnitProvince.valid_to.is_(None), UnitProvince.valid_to >= _ON
)
_PROVINCES = Statement(
    select(Unit.code, Unit.national, func.array_agg(UnitProvince.province_code).label("provinces"))
    .join(UnitProvince, (UnitProvince.unit_id == Unit.id) & _HELD, isouter=True)
    .where(
        or_(func.upper(Unit.code) == bindparam("unit"), cast(Unit.id, Text) == bindparam("unit_id"))
    )
    .group_by(Unit.code, Unit.national)
)

UNITS = Listing(
    select(*[c for c in Unit.__table__.columns if c.name not in ("search", "name_sort")]),
    record=Unit.id,
    orders={"name": Order(Unit.name_sort, str)},
    filters={
        "q": Unit.search.like(bindparam("q"), escape="\\"),
        "code": Unit.code == bindparam("code"),
        "status": Unit.status == bindparam("status"),
    },
)


async def provinces_of(read: Reader, unit: str, on: date) -> list[str] | None:
    """The provinces that a union (by code or id) covers on a day; None: the whole country.

    Refuses a union that is not on record.
    """
    values = {"unit": unit.upper(), "unit_id": unit.lower(), "on": on}
    row = await read.row(_PROVINCES, values)
    if row is None:
        code = "registry.unknown_unit"
        problem = FieldProblem("/query/unit", code, (("value", unit),))
        raise RuleViolation(code, errors=[problem], value=unit)
    return None if row["national"] else [code for code in row["provinces"] if code]


async def area_filter(
    read: Reader, unit: str | None, province: str | None, on: date
) -> dict[str, list[str]]:
    """The filter `provinces` that a unit and a province mean together; empty: no limit."""
    covered = await provinces_of(read, unit, on) if unit else None
    if covered is None:
        return {"provinces": [province]} if province else {}
    return {"provinces": [code for code in covered if province in (None, code)]}


async def get(tx: AsyncSession, unit_id: UUID) -> Unit:
    unit = await tx.get(Unit, unit_id)
    if unit is None:
        raise NotFound
    return unit
