"""Every SELECT, lock and bulk write of imports."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Date,
    Row,
    Text,
    any_,
    bindparam,
    cast,
    delete,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.dialects.postgresql import ARRAY, Insert, array, insert
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.db import Record
from chassis.errors import NotFound
from chassis.fold import fold
from chassis.identity import Actor
from chassis.listing import Listing, Order
from registry.certificates.models import Certificate
from registry.imports.models import Import, ImportRow
from registry.imports.reading import CERTIFICATE_FIELDS, NGO_FIELDS, Entry, Words
from registry.imports.rules import Known, Organisation, Paper
from registry.ngos.models import Ngo
from registry.places.models import Country, Province, Sector
from registry.places.rules import Named, Vocabulary
from registry.store import Change

CHUNK = 500

IMPORTS = Listing(
    select(*Import.__table__.columns),
    record=Import.id,
    orders={"created_at": Order(Import.created_at, datetime)},
    filters={
        "unit_id": Import.unit_id == bindparam("unit_id"),
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
    found = await tx.get(Import, import_id)
    if found is None or not actor.sees(found.unit_id):
        raise NotFound
    return found


async def lock_own(tx: AsyncSession, import_id: UUID, unit_id: UUID) -> Import:
    """One import of this unit, locked; two commits stand in line here."""
    own = select(Import).where(Import.id == import_id, Import.unit_id == unit_id)
    found = await tx.scalar(own.with_for_update())
    if found is None:
        raise NotFound
    return found


async def rows_of(tx: AsyncSession, import_id: UUID) -> Sequence[Row[Any]]:
    """The rows that could be read, in the order of the file."""
    columns = (ImportRow.row, ImportRow.outcome, ImportRow.cells)
    readable = select(*columns, ImportRow.before, ImportRow.after).where(
        ImportRow.import_id == import_id, ImportRow.cells.is_not(None)
    )
    return (await tx.execute(readable.order_by(ImportRow.row))).all()


async def forget_before(tx: AsyncSession, moment: datetime) -> None:
    """Drop the rows of imports that ended before this moment; the imports themselves stay."""
    over = select(Import.id).where(Import.finished_at < moment)
    await tx.execute(delete(ImportRow).where(ImportRow.import_id.in_(over)))


_TEXTS = ARRAY(Text)
_NONE = cast(array([], type_=Text), _TEXTS)
_NEVER = cast(null(), Date)
_WORDS = union_all(
    select(
        literal("country").label("kind"),
        Country.code,
        func.array_cat(array([Country.name_vi, Country.name_en]), Country.aliases).label("names"),
        array([Country.code3]).label("other_codes"),
        _NEVER.label("valid_from"),
        _NEVER.label("valid_to"),
    ),
    select(
        *(literal("sector"), Sector.code, array([Sector.name_vi, Sector.name_en])),
        *(_NONE, _NEVER, _NEVER),
    ),
    select(
        *(literal("province"), Province.code),
        func.array_cat(
            array([Province.name_vi, Province.name_en, Province.short_vi]), Province.aliases
        ),
        *(_NONE, Province.valid_from, Province.valid_to),
    ),
)


async def words(tx: AsyncSession) -> Words:
    """The reference lists by name, in one go."""
    lists: dict[str, list[Named]] = {"country": [], "sector": [], "province": []}
    for kind, code, names, other_codes, valid_from, valid_to in await tx.execute(_WORDS):
        lists[kind].append(Named(code, tuple(names), tuple(other_codes), valid_from, valid_to))
    return Words(*(Vocabulary(lists[kind]) for kind in ("country", "province", "sector")))


async def known(tx: AsyncSession, entries: Iterable[Entry]) -> Known:
    """What is on record of the organisations and certificates that these rows speak of."""
    good = [entry for entry in entries if not entry.faulty and not entry.reasons]
    names = {fold(entry.ngo["name_vi"]) for entry in good}
    numbers = {entry.certificate["number"] for entry in good}
    numbered = Certificate.number == any_(bindparam("numbers", list(numbers), type_=_TEXTS))
    holders = select(Certificate.ngo_id).where(numbered)
    called = func.vn_fold(Ngo.name_vi) == any_(bindparam("names", list(names), type_=_TEXTS))
    spoken_of = (
        select(Ngo, Certificate)
        .join(Certificate, Certificate.ngo_id == Ngo.id, isouter=True)
        .where(or_(called, Ngo.id.in_(holders)))
        .order_by(Ngo.id)
    )
    found: dict[UUID, Organisation] = {}
    for ngo, certificate in await tx.execute(spoken_of):
        if ngo.id not in found:
            values = {name: getattr(ngo, name) for name in NGO_FIELDS}
            found[ngo.id] = Organisation(ngo.id, ngo.unit_id, values, ngo.version)
        if certificate:
            papers = found[ngo.id].certificates
            values = {n: getattr(certificate, n) for n in (*CERTIFICATE_FIELDS, "ended_on")}
            papers.append(Paper(certificate.id, found[ngo.id], values, certificate.version))
    return Known(found.values())


async def enter_rows(tx: AsyncSession, import_id: UUID, rows: list[dict[str, Any]]) -> None:
    """Store the rows of a file."""
    await _in_portions(tx, insert(ImportRow).values(import_id=import_id), rows)


async def log(tx: AsyncSession, entries: list[dict[str, Any]]) -> None:
    """Write down thousands of changes."""
    await _in_portions(tx, insert(Change), entries)


async def enter(
    tx: AsyncSession, model: type[Record], rows: list[dict[str, Any]], changing: Sequence[str]
) -> list[Row[Any]]:
    """Insert or change records and give them back whole.

    A record that is no longer at the version in its row is left alone and is missing from the
    answer: somebody was quicker.
    """
    table = model.__table__  # type: ignore[attr-defined]
    statement = insert(table)
    new = statement.excluded
    statement = statement.on_conflict_do_update(
        index_elements=[table.c.id],
        set_={name: new[name] for name in changing} | {"version": table.c.version + 1},
        where=table.c.version == new.version,
    )
    entered: list[Row[Any]] = []
    for start in range(0, len(rows), CHUNK):
        portion = rows[start : start + CHUNK]
        entered += (await tx.execute(statement.returning(*table.c), portion)).all()
    return entered


async def _in_portions(tx: AsyncSession, statement: Insert, rows: list[dict[str, Any]]) -> None:
    """In portions, so that other requests get their turn in between."""
    for start in range(0, len(rows), CHUNK):
        await tx.execute(statement, rows[start : start + CHUNK])
