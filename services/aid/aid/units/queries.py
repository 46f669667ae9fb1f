"""Every SELECT on copied unions, and how a change of the registry is taken over."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Text, bindparam, cast, delete, func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from aid.units.models import Unit
from chassis.errors import FieldProblem, RuleViolation
from chassis.identity import NOBODY, Actor
from chassis.reader import Reader, Statement

_NAMED = Statement(
    select(Unit.id).where(
        or_(func.upper(Unit.code) == bindparam("code"), cast(Unit.id, Text) == bindparam("id"))
    )
)


async def scope(read: Reader, actor: Actor, unit: str | None) -> Sequence[UUID] | None:
    """The units whose records to show; None is the whole country, for national staff only.

    `unit` is a code or an id. Another union's name is refused like one that does not exist.
    """
    if unit is None:
        return actor.reach
    if unit.upper() == (actor.unit_code or "").upper() or unit.lower() == str(actor.unit_id):
        # named by the identity itself: right even before the first copy has arrived
        return [actor.unit_id or NOBODY]
    found = await read.value(_NAMED, {"code": unit.upper(), "id": unit.lower()})
    if found is None or not actor.sees(UUID(found)):
        code = "aid.unknown_unit"
        problem = FieldProblem("/query/unit", code, (("value", unit),))
        raise RuleViolation(code, errors=[problem], value=unit)
    return [UUID(found)]


async def apply(
    tx: AsyncSession, record_id: str, version: int, record: Mapping[str, Any] | None
) -> None:
    """Take over one change of a union; an older version than ours changes nothing."""
    if record is None:
        await tx.execute(delete(Unit).where(Unit.id == UUID(record_id), Unit.version < version))
        return
    told = {
        "version": version,
        "code": record["code"],
        "name": record["name_vi"],
        "national": record["national"],
    }
    row = insert(Unit).values(id=UUID(record_id), **told)
    await tx.execute(
        row.on_conflict_do_update(
            index_elements=[Unit.id], set_=told, where=Unit.version < row.excluded.version
        )
    )
