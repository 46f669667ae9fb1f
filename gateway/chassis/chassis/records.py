"""One record by its id, for every aggregate alike: read, locked, or named by another record."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.db import Record
from chassis.errors import FieldProblem, NotFound, RuleViolation
from chassis.fold import fold

R = TypeVar("R", bound=Record)


async def find(
    tx: AsyncSession,
    kind: type[R],
    record_id: UUID,
    *where: ColumnElement[bool],
    lock: bool = False,
) -> R:
    """The record with this id, 404 without one; `lock` holds it until the transaction ends.

    Whose it must be is said in `where`, never asked of the record that was found: making a foreign
    record of its row takes a tenth of a millisecond that none takes for an id of nobody (AZ-11),
    and a lock on it would be waited for.
    """
    if where:
        statement = select(kind).where(kind.id == record_id, *where)
        if lock:
            statement = statement.with_for_update().execution_options(populate_existing=True)
        record: R | None = await tx.scalar(statement)
    else:
        record = await tx.get(kind, record_id, with_for_update=lock or None)
    if record is None:
        raise NotFound
    return record


async def named(
    tx: AsyncSession, kind: type[R], record_id: UUID | None, code: str, field: str
) -> R | None:
    """The record that a body names in `field`; None for no id, 409 `code` for one that is none."""
    if record_id is None:
        return None
    record = await tx.get(kind, record_id)
    if record is None:
        raise RuleViolation(code, errors=[FieldProblem(f"/body/{field}", code)])
    return record


def assign(record: Record, values: Mapping[str, Any]) -> None:
    """Set these columns."""
    for name, value in values.items():
        setattr(record, name, value)


def in_order(code: str, **days: date | None) -> None:
    """Refuse days that went backwards, 409 `code`; one that is unknown contradicts nothing."""
    before = date.min
    for name, day in days.items():
        if day is not None and day < before:
            raise RuleViolation(code, errors=[FieldProblem(f"/body/{name}", code)])
        before = day or before


def searched(*texts: str | None) -> str:
    """What a search looks at: all these texts, folded."""
    return fold(" ".join(text for text in texts if text))
