"""Every SELECT and lock on the provinces of unions, and what an entry must agree with."""

from datetime import date
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.days import today
from chassis.errors import FieldProblem, RuleViolation
from chassis.records import find, in_order
from registry.places.models import Province
from registry.places.queries import require_provinces
from registry.units.models import Unit, UnitProvince


async def covers(tx: AsyncSession, unit_id: UUID) -> list[UnitProvince]:
    """The provinces a union has covered, oldest first."""
    its = select(UnitProvince).where(UnitProvince.unit_id == unit_id)
    order = (UnitProvince.valid_from.asc().nulls_first(), UnitProvince.province_code)
    return list(await tx.scalars(its.order_by(*order)))


async def lock(tx: AsyncSession, unit_id: UUID, cover_id: UUID) -> UnitProvince:
    """One entry of this union, locked; another union's is not there."""
    return await find(tx, UnitProvince, cover_id, UnitProvince.unit_id == unit_id, lock=True)


async def settle(tx: AsyncSession, cover: UnitProvince, field: str) -> None:
    """Refuse days that went backwards, a province that was none, and a day that is taken; `field`
    is the one in the body that would free it."""
    in_order("registry.dates_out_of_order", valid_from=cover.valid_from, valid_to=cover.valid_to)
    code = cover.province_code
    # whoever enters the same province waits here, so that two cannot both find it free
    await tx.execute(select(Province.id).where(Province.code == code).with_for_update())
    if cover.basis == "own":
        await require_provinces(tx, [code], cover.valid_from or cover.valid_to or today())
    else:
        await _require_former(tx, code, cover.valid_from or today())
    await _require_free(tx, cover, field)


async def _require_former(tx: AsyncSession, code: str, on: date) -> None:
    """A former territory is a province that had ended by the day it is covered as one."""
    gone = select(Province.id).where(Province.code == code, Province.valid_to < on)
    if await tx.scalar(gone.limit(1)) is None:
        wrong = "registry.no_former_province"
        raise RuleViolation(
            wrong, errors=[FieldProblem("/body/basis", wrong, (("on", on),))], on=on
        )


async def _require_free(tx: AsyncSession, cover: UnitProvince, field: str) -> None:
    """A province has one union on a day, and stands in it once."""
    first, last = cover.valid_from or date.min, cover.valid_to or date.max
    both_own = (UnitProvince.basis == "own") & (cover.basis == "own")
    other = await tx.scalar(
        select(Unit.name_vi)
        .join(UnitProvince, UnitProvince.unit_id == Unit.id)
        .where(
            UnitProvince.id != cover.id,
            UnitProvince.province_code == cover.province_code,
            or_(UnitProvince.unit_id == cover.unit_id, both_own),
            func.coalesce(UnitProvince.valid_from, date.min) <= last,
            func.coalesce(UnitProvince.valid_to, date.max) >= first,
        )
        .limit(1)
    )
    if other is not None:
        code = "registry.cover_overlap"
        problem = FieldProblem(f"/body/{field}", code, (("unit", other),))
        raise RuleViolation(code, errors=[problem], unit=other)
