"""What is told of an import beside its transaction, and what others read of it."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import querycount
from chassis.db import now
from chassis.errors import NotFound
from chassis.identity import Actor
from chassis.tenancy import seen_by
from registry.imports.models import Import, ImportProgress
from registry.imports.rules import Stage, Status

SILENCE = timedelta(minutes=1)


async def tell(tx: AsyncSession, import_id: UUID, unit_id: UUID, said: Mapping[str, Any]) -> None:
    """Say how far an import is; another unit's, under an id it took first, is left alone."""
    values = {**said, "unit_id": unit_id, "told_at": now()}
    row = insert(ImportProgress).values(import_id=import_id, **values)
    own = ImportProgress.unit_id == unit_id
    await tx.execute(
        row.on_conflict_do_update(index_elements=["import_id"], set_=values, where=own)
    )


async def get(tx: AsyncSession, import_id: UUID, actor: Actor) -> ImportProgress:
    """How far an import of the caller's unit is; 404 when there is nothing of it yet."""
    seen = seen_by(actor, ImportProgress.unit_id)
    told: ImportProgress | None = await tx.scalar(
        select(ImportProgress).where(ImportProgress.import_id == import_id, seen)
    )
    record: Import | None = await tx.scalar(
        select(Import).where(Import.id == import_id, seen_by(actor, Import.unit_id))
    )
    # what is entered by now, or was refused half-way, leaves its last word behind
    if told and _is_open(record, told) and told.told_at > now() - SILENCE:
        return told
    if record is None:
        raise NotFound
    total = sum(record.counts.values())
    return ImportProgress(stage=Stage.DONE, done=total, total=total, told_at=record.updated_at)


def _is_open(record: Import | None, told: ImportProgress) -> bool:
    running = Status.COMMITTED if told.stage == Stage.TAKING_BACK else Status.CHECKED
    return record is None or record.status == running


async def told_all(tx: AsyncSession, import_id: UUID) -> None:
    """The check is over, there is no more to tell: seen when the import is."""
    # what is told of the work is no part of it, as in `Telling`
    with querycount.aside():
        await tx.execute(delete(ImportProgress).where(ImportProgress.import_id == import_id))
