"""What the coverage report is made of: provinces of all times, unions and cases of a day."""

from datetime import date
from typing import Any

from sqlalchemy import Date, bindparam, or_, select

from chassis.reader import Reader, Statement
from registry.coverage.rules import Place, later
from registry.foundings.models import Founding
from registry.foundings.queries import open_on
from registry.places.models import Province
from registry.units.models import Unit, UnitProvince
from registry.units.queries import stood_on

_ON = bindparam("as_of", type_=Date)
_FIELDS = ("code", "name_vi", "name_en", "valid_from", "valid_to", "successor_code")
_PLACES = Statement(
    select(*[getattr(Province, name) for name in (*_FIELDS, "successor_from")]).order_by(
        Province.name_sort, Province.valid_from
    )
)
# Former territory is covered through the province of today in which it lies.
_UNIONS = Statement(
    select(UnitProvince.province_code, Unit.id, Unit.code, Unit.name_vi, Unit.demo, Unit.verified)
    .join(Unit, Unit.id == UnitProvince.unit_id)
    .where(
        UnitProvince.basis == "own",
        or_(UnitProvince.valid_from.is_(None), UnitProvince.valid_from <= _ON),
        or_(UnitProvince.valid_to.is_(None), UnitProvince.valid_to >= _ON),
        stood_on(_ON),
    )
)
_CASES = Statement(
    select(Founding.id, Founding.province_code, Founding.opened_on).where(open_on(_ON))
)


async def places(read: Reader) -> list[Place]:
    """Provinces of all times, in Vietnamese order."""
    return [Place(**row) for row in await read.rows(_PLACES)]


async def unions(read: Reader, on: date) -> dict[str, dict[str, Any]]:
    """The union of each province that had one, by the province's code of that day."""
    rows = await read.rows(_UNIONS, {"as_of": on})
    return {row["province_code"]: dict(row) for row in rows}


async def cases(read: Reader, known: list[Place], on: date) -> dict[str, dict[str, Any]]:
    """The open case of each province, by the province's code of that day."""
    found: dict[str, dict[str, Any]] = {}
    for row in await read.rows(_CASES, {"as_of": on}):
        for place in known:
            if place.code == row["province_code"] and place.held(row["opened_on"]):
                found[later(known, place, on).code] = dict(row)
    return found
