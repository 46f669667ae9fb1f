"""Every SELECT, lock and bulk write of imports."""

import asyncio
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    Text,
    any_,
    bindparam,
    cast,
    delete,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from chassis.fold import fold
from chassis.identity import Actor
from chassis.listing import Listing, Order
from chassis.records import find
from chassis.tenancy import by_unit, seen_by
from registry.certificates.models import Certificate
from registry.imports.models import Import, ImportChange, ImportProgress, ImportRow
from registry.imports.reading import CERTIFICATE_FIELDS, NGO_FIELDS, Entry
from registry.imports.standing import Known, Organisation, Paper
from registry.ngos.finding import mark
from registry.ngos.models import Ngo, NgoIdentifier
from registry.store import Change

PORTION = 500

IMPORTS = Listing(
    select(*Import.__table__.columns),
    record=Import.id,
    orders={"created_at": Order(Import.created_at, datetime)},
    filters={
        **by_unit(Import.unit_id),
        "status": Import.status == bindparam("status"),
    },
)
ROWS = Listing(
    select(
        *(ImportRow.id, ImportRow.row, ImportRow.outcome),
        *(ImportRow.reasons, ImportRow.before, ImportRow.after),
    ),
    record=ImportRow.id,
    orders={"row": Order(ImportRow.row, int)},
    filters={
        "import_id": ImportRow.import_id == bindparam("import_id"),
        "outcome": ImportRow.outcome == bindparam("outcome"),
    },
)


async def get(tx: AsyncSession, import_id: UUID, actor: Actor) -> Import:
    """One import of the caller's unit; national staff see all."""
    return await find(tx, Import, import_id, seen_by(actor, Import.unit_id))


async def lock_own(tx: AsyncSession, import_id: UUID, unit_id: UUID) -> Import:
    """One import of this unit, locked; two commits stand in line here."""
    return await find(tx, Import, import_id, Import.unit_id == unit_id, lock=True)


async def rows_of(tx: AsyncSession, import_id: UUID) -> list[Row[*tuple[Any, ...]]]:
    """The rows that could be read, in the order of the file; JSON as text, read in a thread."""
    texts = (cast(column, Text) for column in (ImportRow.cells, ImportRow.before, ImportRow.after))
    readable = (
        select(ImportRow.row, ImportRow.outcome, *texts)
        .where(ImportRow.import_id == import_id, ImportRow.cells.is_not(None))
        .order_by(ImportRow.row)
    )
    return await _in_portions(tx, readable)


async def _in_portions(
    tx: AsyncSession, statement: Select[*tuple[Any, ...]]
) -> list[Row[*tuple[Any, ...]]]:
    """All rows, fetched so that other requests get their turn in between."""
    found: list[Row[*tuple[Any, ...]]] = []
    async for portion in (await tx.stream(statement)).partitions(PORTION):
        found += portion
    return found


async def forget_before(tx: AsyncSession, moment: datetime) -> None:
    """Drop the rows of imports that ended before this moment; the imports themselves stay."""
    over = select(Import.id).where(Import.finished_at < moment)
    written = delete(ImportChange).where(ImportChange.import_id.in_(over))
    both = written.returning(ImportChange.import_id).cte("written")
    told = delete(ImportProgress).where(ImportProgress.told_at < moment)
    rows = delete(ImportRow).where(ImportRow.import_id.in_(over)).add_cte(both)
    await tx.execute(rows.add_cte(told.returning(ImportProgress.import_id).cte("told")))


async def bad_rows(tx: AsyncSession, import_id: UUID) -> list[Row[*tuple[Any, ...]]]:
    """The rows that were not taken: what they said, and why not."""
    return await _in_portions(
        tx,
        select(ImportRow.given, ImportRow.reasons)
        .where(ImportRow.import_id == import_id, ImportRow.outcome == "error")
        .order_by(ImportRow.row),
    )


async def written(tx: AsyncSession, import_id: UUID) -> list[Row[*tuple[Any, ...]]]:
    """The records that an import wrote, the versions it left, and what the log had before."""
    told = (
        select(
            *(ImportChange.resource, ImportChange.record_id, ImportChange.version),
            *(ImportChange.is_new, cast(Change.after, Text).label("before")),
        )
        .outerjoin(
            Change,
            (Change.resource == ImportChange.resource)
            & (Change.record_id == ImportChange.record_id)
            & (Change.version == ImportChange.version - 1),
        )
        .where(ImportChange.import_id == import_id)
    )
    return await _in_portions(tx, told)


async def moved_on(tx: AsyncSession, import_id: UUID) -> int:
    """How many of these records are not as the import left them, or have got papers since."""
    mine = ImportChange.import_id == import_id
    left = select(func.count()).select_from(ImportChange)
    stale = [
        left.outerjoin(
            model, (model.id == ImportChange.record_id) & (model.version == ImportChange.version)
        ).where(mine, ImportChange.resource == model.__tablename__, model.id.is_(None))
        for model in (Ngo, Certificate)
    ]
    made = aliased(ImportChange)
    is_made = (made.import_id == import_id) & (made.record_id == Certificate.id)
    later = left.join(Certificate, Certificate.ngo_id == ImportChange.record_id).where(
        mine, ImportChange.is_new, ~exists().where(is_made)
    )
    counts = [count.scalar_subquery() for count in (*stale, later)]
    return int(await tx.scalar(select(counts[0] + counts[1] + counts[2])) or 0)


_TEXTS = ARRAY(Text)
_BETWEEN = "\x1f"  # no text of a row holds it
_HELD = CERTIFICATE_FIELDS
# what a list does not change, but what the search text of a changed record needs
_KEPT = ("public_id",)
_NGO = (
    *(Ngo.id, Ngo.unit_id, Ngo.version),
    *(getattr(Ngo, name) for name in (*NGO_FIELDS, *_KEPT)),
)
_PAPER = (Certificate.id, Certificate.version, *(getattr(Certificate, name) for name in _HELD))


async def known(tx: AsyncSession, entries: Iterable[Entry]) -> Known:
    """What is on record of the organisations and certificates that these rows speak of."""
    names, numbers, ids, marks = await asyncio.to_thread(_named, entries)
    numbered = Certificate.number == any_(_each(numbers))
    holders = select(Certificate.ngo_id).where(numbered)
    meant = Ngo.public_id == any_(_each(ids))
    # whose numbers the rows say, so that a number of another is told from one that is free
    bearers = select(NgoIdentifier.ngo_id).where(NgoIdentifier.mark == any_(_each(marks)))
    called = func.vn_fold(Ngo.name_vi) == any_(_each(names))
    spoken_of = (
        select(*_NGO, *_PAPER)
        .join_from(Ngo, Certificate, Certificate.ngo_id == Ngo.id, isouter=True)
        .where(or_(called, meant, Ngo.id.in_(holders.union(bearers))), Ngo.merged_into.is_(None))
        .order_by(Ngo.id, Certificate.id)
    )
    return await asyncio.to_thread(_known, await _in_portions(tx, spoken_of))


def _named(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The names, certificates' numbers, public ids and other numbers that these rows speak of."""
    good = [entry for entry in entries if not entry.faulty and not entry.reasons]
    names = {fold(entry.ngo["name_vi"]) for entry in good}
    numbers = {entry.certificate["number"] for entry in good if entry.certificate}
    ids = {entry.public_id for entry in good if entry.public_id}
    marks = {mark(one["value"]) for entry in good for one in entry.ngo["identifiers"]}
    return tuple(map(_BETWEEN.join, (names, numbers, ids, marks)))


def _each(texts: str) -> ColumnElement[list[str]]:
    """Tens of thousands of texts as one: the driver, which has no thread, binds it in no time."""
    return func.string_to_array(bindparam(None, texts, type_=Text), _BETWEEN, type_=_TEXTS)


def _known(rows: list[Row[*tuple[Any, ...]]]) -> Known:
    found: dict[UUID, Organisation] = {}
    for row in rows:
        ngo, paper = row[: len(_NGO)], row[len(_NGO) :]
        if ngo[0] not in found:
            said = dict(zip((*NGO_FIELDS, *_KEPT), ngo[3:], strict=True))
            kept = {name: said.pop(name) for name in _KEPT}
            found[ngo[0]] = Organisation(ngo[0], ngo[1], said, ngo[2], kept)
        if paper[0]:
            owner, held = found[ngo[0]], dict(zip(_HELD, paper[2:], strict=True))
            owner.certificates.append(Paper(paper[0], owner, held, paper[1]))
    return Known(found.values())
