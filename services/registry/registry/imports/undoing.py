"""Takes an import back: what it made is deleted, what it changed is as it was before.

Only while nobody has touched any of it since; the change log keeps both the import and its end.
"""

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, cast

import orjson
from sqlalchemy import Row, Table, delete
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.changes.act import Acting
from chassis.db import now
from chassis.errors import RuleViolation
from registry.certificates.models import Certificate
from registry.imports import bulk, logged, queries
from registry.imports.calm import let_go
from registry.imports.models import Import
from registry.imports.progress.telling import Telling
from registry.imports.reading import CERTIFICATE_FIELDS, NGO_FIELDS
from registry.imports.rules import Stage
from registry.ngos.models import Ngo
from registry.ngos.schemas import derived
from registry.store import Change

_Written = Row[*tuple[Any, ...]]
_LOG = cast(Table, Change.__table__)
_NGO_BACK = (*NGO_FIELDS, "name_sort", "search", "spelling", "updated_at")
_PAPER_BACK = (*CERTIFICATE_FIELDS, "updated_at")
_PORTION = 2000  # records of which the whole is held at once
# papers first: they point at NGOs
_PARTS: tuple[tuple[type[Ngo | Certificate], tuple[str, ...]], ...] = (
    (Certificate, _PAPER_BACK),
    (Ngo, _NGO_BACK),
)


async def take_back(
    tx: AsyncSession, act: Acting, record: Import, reason: str, tell: Telling
) -> None:
    """Undo all that this import wrote, or nothing when some of it has moved on."""
    written = await queries.written(tx, record.id)
    if not written and record.counts["add"] + record.counts["change"]:
        raise RuleViolation("registry.import_too_old")
    moved = await queries.moved_on(tx, record.id)
    if moved:
        raise RuleViolation("registry.import_changed_since", count=moved)
    told, done = tell.of(Stage.TAKING_BACK, len(written)), 0
    mine, lines = await asyncio.to_thread(_apart, written), list[dict[str, Any]]()
    for model, back in _PARTS:
        for start in range(0, len(mine[model.__tablename__]), _PORTION):
            some = mine[model.__tablename__][start : start + _PORTION]
            lines += await _delete(tx, act, model, [row for row in some if row.is_new], reason)
            changed = [row for row in some if not row.is_new]
            lines += await _restore(tx, act, model, changed, back, reason)
            if len(lines) >= _PORTION:
                await bulk.insert(tx, _LOG, lines)
                lines = []
            done += len(some)
            await told(done)
    await bulk.insert(tx, _LOG, lines)
    await let_go(written, *mine.values())


def _apart(written: Sequence[_Written]) -> Mapping[str, list[_Written]]:
    """What was written, of each resource."""
    mine: dict[str, list[_Written]] = defaultdict(list)
    for row in written:
        mine[row.resource].append(row)
    return mine


async def _delete(
    tx: AsyncSession,
    act: Acting,
    model: type[Ngo | Certificate],
    new: Sequence[_Written],
    reason: str,
) -> list[dict[str, Any]]:
    """The lines of the log for these, which are gone."""
    for start in range(0, len(new), bulk.PORTION):
        ids = [row.record_id for row in new[start : start + bulk.PORTION]]
        await tx.execute(delete(model).where(model.id.in_(ids)))
    return await asyncio.to_thread(_tombstones, act, new, reason)


def _tombstones(act: Acting, new: Sequence[_Written], reason: str) -> list[dict[str, Any]]:
    return [
        act.entry(row.resource, row.record_id, row.version + 1, "delete", None, reason=reason)
        for row in new
    ]


async def _restore(
    tx: AsyncSession,
    act: Acting,
    model: type[Ngo | Certificate],
    changed: Sequence[_Written],
    back: Sequence[str],
    reason: str,
) -> list[dict[str, Any]]:
    """The lines of the log for these, which are as they were."""
    table = cast(Table, model.__table__)
    before = [(row.before, row.version) for row in changed]
    rows = await asyncio.to_thread(_restored, before, table.name)
    restored = await bulk.update(tx, table, rows, back)
    return await asyncio.to_thread(
        logged.lines, act, table.name, restored, lambda _: "update", reason
    )


def _restored(before: Sequence[tuple[str, int]], resource: str) -> list[dict[str, Any]]:
    """The records as the change log has them, at the version that the import left behind."""
    moment = now()
    rows: list[dict[str, Any]] = []
    for text, version in before:
        values: Mapping[str, Any] = orjson.loads(text)
        row = {**values, "version": version, "updated_at": moment}
        rows.append(row | derived(dict(values)) if resource == "ngos" else row)
    return rows
