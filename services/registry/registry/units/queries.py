"""Every SELECT on unions."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, Text, and_, bindparam, case, cast, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.days import today
from chassis.errors import FieldProblem, RuleViolation
from chassis.listing import Listing
from chassis.reader import Reader, Statement
from registry.finding import by_words
from registry.places.queries import with_what_became
from registry.places.schemas import Boundaries
from registry.sheets import sheet
from registry.units.models import Unit, UnitProvince

_ON = bindparam("on", type_=Date)
_HELD = or_(UnitProvince.valid_from.is_(None), UnitProvince.valid_from <= _ON) & or_(
    UnitProvince.valid_to.is_(None), UnitProvince.valid_to >= _ON
)
_THIS = or_(func.upper(Unit.code) == bindparam("unit"), cast(Unit.id, Text) == bindparam("unit_id"))
_NAMED = Statement(select(Unit.id).where(_THIS))
_PROVINCES = Statement(
    select(Unit.code, Unit.national, func.array_agg(UnitProvince.province_code).label("provinces"))
    .join(UnitProvince, (UnitProvince.unit_id == Unit.id) & _HELD, isouter=True)
    .where(_THIS)
    .group_by(Unit.code, Unit.national)
)


def stood_on(day: Any) -> ColumnElement[bool]:
    """The unions that were there that day; one whose founding day is unknown counts from ever."""
    return and_(
        or_(Unit.founded.is_(None), Unit.founded <= day),
        or_(Unit.valid_to.is_(None), Unit.valid_to >= day),
        Unit.status != "being_founded",
    )


# `rules.status_then` of a day in SQL, for the list of that day
status_then = case((Unit.valid_to >= bindparam("as_of", type_=Date), "active"), else_=Unit.status)

UNITS = Listing(
    select(*[c for c in Unit.__table__.columns if c.name not in ("search", "name_sort")]),
    record=Unit.id,
    sheet=sheet(
        *("lien-hiep", "code", "name_vi", "name_en", "short_name", "aliases", "kind"),
        *("level", "status", "founded", "address", "phone", "fax", "email", "website"),
    ),
    orders=by_words("name", Unit.name_sort, Unit.name_vi, Unit.name_en, Unit.short_name),
    filters={
        "q": Unit.search.like(bindparam("q"), escape="\\"),
        "code": Unit.code == bindparam("code"),
        "status": Unit.status == bindparam("status"),
        "status_then": status_then == bindparam("status_then"),
        "level": Unit.level == bindparam("level"),
        "founded_from": Unit.founded >= bindparam("founded_from", type_=Date),
        "founded_to": Unit.founded <= bindparam("founded_to", type_=Date),
        "as_of": stood_on(bindparam("as_of", type_=Date)),
        "demo": Unit.demo == bindparam("demo"),
    },
)


def _unknown(unit: str, pointer: str) -> RuleViolation:
    code = "registry.unknown_unit"
    problem = FieldProblem(pointer, code, (("value", unit),))
    return RuleViolation(code, errors=[problem], value=unit)


async def provinces_of(read: Reader, unit: str, on: date) -> list[str] | None:
    """The provinces that a union (by code or id) covers on a day; None: the whole country.

    Refuses a union that is not on record.
    """
    values = {"unit": unit.upper(), "unit_id": unit.lower(), "on": on}
    row = await read.row(_PROVINCES, values)
    if row is None:
        raise _unknown(unit, "/query/unit")
    return None if row["national"] else [code for code in row["provinces"] if code]


async def area_filter(
    read: Reader,
    unit: str | None,
    province: str | None,
    on: date,
    boundaries: Boundaries = "then",
) -> dict[str, list[str]]:
    """The filter `provinces` that a unit and a province mean together; empty: no limit.

    `boundaries` "now": today's area of the union, and in it all former provinces.
    """
    if boundaries == "now":
        on = today()
    covered = await provinces_of(read, unit, on) if unit else None
    if covered is None:
        codes = [province] if province else None
    else:
        codes = [code for code in covered if province in (None, code)]
    if codes and boundaries == "now":
        codes = await with_what_became(read, codes)
    return {} if codes is None else {"provinces": codes}


async def resolve(read: Reader, unit: str | None) -> dict[str, UUID]:
    """The filter `unit_id` that a unit's code or id means; empty without one."""
    if unit is None:
        return {}
    found = await read.value(_NAMED, {"unit": unit.upper(), "unit_id": unit.lower()})
    if found is None:
        raise _unknown(unit, "/query/unit")
    return {"unit_id": UUID(found)}


async def require_code(tx: AsyncSession, code: str | None, field: str) -> None:
    """Refuse a union's code that is on no record."""
    if code and await tx.scalar(select(Unit.id).where(Unit.code == code)) is None:
        raise _unknown(code, f"/body/{field}")
