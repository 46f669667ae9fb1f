"""Writes what a plan touched: each record with its line in the change log, thousands at a time."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Table
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.changes.act import Acting
from chassis.db import now
from chassis.errors import RuleViolation
from chassis.ids import new_id
from chassis.wire import RecordOut
from registry.certificates.models import Certificate
from registry.imports import bulk, logged
from registry.imports.calm import let_go
from registry.imports.models import ImportChange
from registry.imports.progress.telling import Telling
from registry.imports.reading import CERTIFICATE_FIELDS, NGO_FIELDS
from registry.imports.rules import Stage
from registry.imports.standing import Known, Organisation, Paper
from registry.ngos.identifiers import public_id
from registry.ngos.models import Ngo
from registry.ngos.queries import public_numbers
from registry.ngos.schemas import derived
from registry.store import Change

_NGOS, _PAPERS, _LOG = (cast(Table, model.__table__) for model in (Ngo, Certificate, Change))
# What an undo has to know of each record, in the statement that logs it.
_REMEMBER = (
    f"INSERT INTO {ImportChange.__tablename__} (import_id, record_id, resource, version, is_new)"
    " SELECT :import_id, record_id, resource, version, action = 'create' FROM written"
)
_NGO_CHANGES = (*NGO_FIELDS, "name_sort", "search", "spelling", "updated_at")
_PAPER_CHANGES = (*CERTIFICATE_FIELDS, "updated_at")
# What a list does not speak of, for records that are new.
_NEW_NGO: dict[str, Any] = {
    **{"demo": False, "merged_into": None, "duplicate_of": None},
}
_PORTION = 2000  # lines of the log that are made at once: each holds a record whole
_NEW_PAPER = {"demo": False}


@dataclass(slots=True)
class _Records:
    """The rows to insert or change, and the ids of those that are new."""

    moment: datetime
    public_ids: list[str]
    ngos: list[dict[str, Any]] = field(default_factory=list)
    papers: list[dict[str, Any]] = field(default_factory=list)
    new: set[UUID] = field(default_factory=set)

    def take(self, ngo: Organisation) -> None:
        ngo.id = ngo.id or self._born()
        stamp = {"unit_id": ngo.steward, "created_at": self.moment, "updated_at": self.moment}
        if ngo.touched:
            own = {"id": ngo.id, "version": ngo.version or 1}
            said = {**_NEW_NGO, **(ngo.kept or {"public_id": self.public_ids.pop()}), **ngo.values}
            self.ngos.append({**stamp, **own, **said, **derived(said)})
        for paper in filter(_touched, ngo.certificates):
            own = {"id": paper.id or self._born(), "version": paper.version or 1}
            self.papers.append({**stamp, **own, "ngo_id": ngo.id, **_NEW_PAPER, **paper.values})

    def action(self, record: RecordOut) -> str:
        return "create" if record.id in self.new else "update"

    def _born(self) -> UUID:
        born = new_id()
        self.new.add(born)
        return born


def _touched(paper: Paper) -> bool:
    return paper.touched


async def enter(
    tx: AsyncSession, act: Acting, known: Known, import_id: UUID, reason: str, tell: Telling
) -> None:
    """Write all of it or, when somebody was quicker with one record, nothing."""
    numbers = await public_numbers(tx, sum(not ngo.id for ngo in known.ngos))
    drawn = await asyncio.to_thread(lambda: [public_id(number) for number in numbers])
    records = await asyncio.to_thread(_records, known, drawn)
    told = tell.of(Stage.ENTERING, len(records.ngos) + len(records.papers))
    done, lines = 0, list[dict[str, Any]]()
    for table, rows, changing in (
        (_NGOS, records.ngos, _NGO_CHANGES),
        (_PAPERS, records.papers, _PAPER_CHANGES),
    ):
        for start in range(0, len(rows), _PORTION):
            some = rows[start : start + _PORTION]
            written = await bulk.upsert(tx, table, some, changing)
            if len(written) != len(some):
                raise RuleViolation("registry.import_stale")
            lines += await asyncio.to_thread(
                logged.lines, act, table.name, written, records.action, reason
            )
            if len(lines) >= _PORTION:
                await bulk.insert(tx, _LOG, lines, _REMEMBER, import_id=import_id)
                lines = []
            done += len(some)
            await told(done)
    await bulk.insert(tx, _LOG, lines, _REMEMBER, import_id=import_id)
    await let_go(records.ngos, records.papers)


def _records(known: Known, public_ids: list[str]) -> _Records:
    records = _Records(now(), public_ids)
    for ngo in known.ngos:
        records.take(ngo)
    return records
