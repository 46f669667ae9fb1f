"""Takes an import back: what it made is deleted, what it changed is as it was before.

Only while nobody has touched any of it since; the change log keeps both the import and its end.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast
from uuid import UUID

import orjson
from sqlalchemy import Table, delete
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.changes.act import Acting
from chassis.db import now
from chassis.errors import RuleViolation
from chassis.identity import Actor
from chassis.wire import RecordOut
from registry.certificates.models import Certificate
from registry.certificates.schemas import CertificateOut, CertificateRow
from registry.imports import bulk, queries
from registry.imports.models import Import
from registry.imports.reading import CERTIFICATE_FIELDS, NGO_FIELDS
from registry.ngos.models import Ngo
from registry.ngos.schemas import NgoOut, derived
from registry.store import Change

_LOG = cast(Table, Change.__table__)
_NGO_BACK = (*NGO_FIELDS, "name_sort", "search", "spelling", "updated_at")
_PAPER_BACK = (*CERTIFICATE_FIELDS, "updated_at")
Shown = Callable[[str, Actor], RecordOut]
_PARTS: tuple[tuple[str, type[Ngo | Certificate], Shown, tuple[str, ...]], ...] = (
    # papers first: they point at NGOs
    (
        "certificates",
        Certificate,
        lambda text, actor: CertificateOut.of(CertificateRow.model_validate_json(text), actor),
        _PAPER_BACK,
    ),
    ("ngos", Ngo, lambda text, _: NgoOut.model_validate_json(text), _NGO_BACK),
)


async def take_back(tx: AsyncSession, act: Acting, record: Import, reason: str) -> None:
    """Undo all that this import wrote, or nothing when some of it has moved on."""
    written = await queries.written(tx, record.id)
    if not written and record.counts["add"] + record.counts["change"]:
        raise RuleViolation("registry.import_too_old")
    moved = await queries.moved_on(tx, record.id)
    if moved:
        raise RuleViolation("registry.import_changed_since", count=moved)
    lines: list[dict[str, Any]] = []
    for resource, model, shown, back in _PARTS:
        mine = [row for row in written if row.resource == resource]
        new = [row for row in mine if row.is_new]
        await _delete(tx, model, [row.record_id for row in new])
        lines += [
            act.entry(resource, row.record_id, row.version + 1, "delete", None, reason=reason)
            for row in new
        ]
        before = [(row.before, row.version) for row in mine if not row.is_new]
        rows = await asyncio.to_thread(_restored, before, resource)
        restored = await bulk.update(tx, cast(Table, model.__table__), rows, back)
        for text in restored:
            one = shown(text, act.actor)
            lines.append(act.entry(resource, one.id, one.version, "update", one, reason=reason))
    await bulk.insert(tx, _LOG, lines)


async def _delete(tx: AsyncSession, model: type[Ngo | Certificate], ids: Sequence[UUID]) -> None:
    for start in range(0, len(ids), bulk.PORTION):
        await tx.execute(delete(model).where(model.id.in_(ids[start : start + bulk.PORTION])))


def _restored(before: Sequence[tuple[str, int]], resource: str) -> list[dict[str, Any]]:
    """The records as the change log has them, at the version that the import left behind."""
    moment = now()
    rows: list[dict[str, Any]] = []
    for text, version in before:
        values: Mapping[str, Any] = orjson.loads(text)
        row = {**values, "version": version, "updated_at": moment}
        rows.append(row | derived(dict(values)) if resource == "ngos" else row)
    return rows
