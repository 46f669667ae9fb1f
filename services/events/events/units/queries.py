"""Every SELECT on unions, and how a change of the registry enters the projection."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Text, bindparam, cast, delete, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.db import now
from chassis.errors import FieldProblem, RuleViolation
from chassis.identity import Actor
from chassis.reader import Reader, Row, Statement
from events.units.models import Unit

_BY_CODE = Statement(
    select(Unit.id, Unit.code, Unit.name_vi, Unit.updated_at).where(Unit.code == bindparam("code"))
)


_NAMED = Statement(
    select(Unit.id).where(
        or_(Unit.code == bindparam("code"), cast(Unit.id, Text) == bindparam("id"))
    )
)


async def by_code(read: Reader, code: str) -> Row | None:
    """The union with this code, in capitals or not."""
    return await read.row(_BY_CODE, {"code": code.upper()})


async def resolve(read: Reader, actor: Actor, unit: str) -> UUID:
    """The id meant by a union's code or id; 409 where there is no such union."""
    if actor.unit_id and unit.upper() in (actor.unit_code, str(actor.unit_id).upper()):
        return actor.unit_id  # named by the identity itself: known before the first copy arrived
    found = await read.value(_NAMED, {"code": unit.upper(), "id": unit.lower()})
    if found is None:
        code = "events.unknown_unit"
        problem = FieldProblem("/query/unit", code, (("value", unit),))
        raise RuleViolation(code, errors=[problem], value=unit)
    return UUID(found)


async def apply(
    tx: AsyncSession, record_id: str, version: int, record: Mapping[str, Any] | None
) -> None:
    """Take over one change of a union in the registry's feed; an older version changes nothing."""
    if record is None:
        await tx.execute(delete(Unit).where(Unit.id == UUID(record_id), Unit.version < version))
        return
    moment = now()
    statement = insert(Unit).values(
        id=UUID(record_id), version=version, created_at=moment, updated_at=moment,
        code=record["code"], name_vi=record["name_vi"], name_en=record["name_en"],
        national=record["national"],
    )  # fmt: skip
    fresh = {
        name: statement.excluded[name]
        for name in ("version", "updated_at", "code", "name_vi", "name_en", "national")
    }
    newer = Unit.version < statement.excluded.version
    await tx.execute(
        statement.on_conflict_do_update(index_elements=["id"], set_=fresh, where=newer)
    )
