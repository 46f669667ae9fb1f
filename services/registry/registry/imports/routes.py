"""Imports: hand in a list, look at what each row would do, then commit it or cancel."""

import asyncio
import hashlib
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, UploadFile
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes import noting
from chassis.changes.act import Act
from chassis.changes.history import History, Known, RecordHistory
from chassis.db import Tx, now
from chassis.errors import RuleViolation
from chassis.files.names import clean_name
from chassis.identity import CurrentActor
from chassis.preconditions import IfMatch
from chassis.reader import Read
from chassis.routing import Operation
from chassis.tables.columns import Table
from chassis.tables.read import read_table
from chassis.tables.template import template_xlsx
from chassis.tables.write import XLSX_MEDIA_TYPE
from chassis.tenancy import narrowed
from chassis.wire import Page, answer
from registry import roles
from registry.imports import actions, entering, handing_back, queries, undoing
from registry.imports.calm import Calm, let_go
from registry.imports.models import Import, ImportProgress
from registry.imports.progress import queries as telling
from registry.imports.progress.telling import Tell, TellNew
from registry.imports.rules import MOVES, Action, Importer, Stage, Status
from registry.imports.schemas import (
    COLUMNS,
    GUIDE,
    CommitIn,
    ImportOut,
    ImportProgressOut,
    ImportQuery,
    ImportRowOut,
    RowQuery,
)

router = APIRouter(prefix="/v1/imports", tags=["imports"], route_class=Operation)
_ONE = "/{import_id}"
_READ = allow(*roles.STAFF, scope="unit", obj="import_id")
_WRITE = allow(*roles.WRITERS, scope="own", obj="import_id")
_PLAIN = CommitIn()
KEPT = timedelta(days=30)  # how long the rows of an import stay once it ended


@dataclass(frozen=True, slots=True)
class Handed:
    """A file that was handed in, read."""

    name: str
    sha256: str
    table: Table


async def handed_in(file: UploadFile, tell: TellNew) -> Handed:
    """Reads the file before a transaction is opened: a large one takes seconds."""
    content = await file.read()
    await tell.begin(Stage.READING)
    name = clean_name(file.filename or "")
    digest = await asyncio.to_thread(lambda: hashlib.sha256(content).hexdigest())
    table = await read_table(content, name, COLUMNS, told=tell.of(Stage.READING))
    return Handed(name, digest, table)


@router.get(
    "/template",
    response_class=Response,
    responses={200: {"content": {XLSX_MEDIA_TYPE: {}}, "description": "An empty table."}},
    **allow(*roles.STAFF, scope="national"),
)
async def get_import_template() -> Response:
    """An empty workbook to fill in, with lists to choose from and a sheet of instructions."""
    made = await asyncio.to_thread(template_xlsx, COLUMNS, GUIDE)
    named = {"Content-Disposition": 'attachment; filename="mau-nhap-to-chuc.xlsx"'}
    return Response(made, headers=named, media_type=XLSX_MEDIA_TYPE)


@router.get("", response_model=Page[ImportOut], **allow(*roles.STAFF, scope="unit"))
async def list_imports(
    query: Annotated[ImportQuery, Query()], read: Read, actor: CurrentActor
) -> Response:
    """The unit's imports, newest first; national staff see all."""
    seen = narrowed(actor.reach)
    return await queries.IMPORTS.page(read, query, sort="-created_at", values=seen)


@router.get(_ONE, response_model=ImportOut, **_READ)
async def get_import(import_id: UUID, tx: Tx, actor: CurrentActor, known: Known) -> Response:
    """One import with its counts."""
    record = await queries.get(tx, import_id, actor)
    return await known.of(record) or answer(ImportOut.of(record, actor))


@router.get(_ONE + "/progress", response_model=ImportProgressOut, **_READ)
async def get_import_progress(import_id: UUID, tx: Tx, actor: CurrentActor) -> ImportProgress:
    """How far an import is that is being checked or entered; `done` when nothing is going on."""
    return await telling.get(tx, import_id, actor)


@router.get(_ONE + "/history", response_model=History, **_READ)
async def get_import_history(
    import_id: UUID, tx: Tx, read: Read, actor: CurrentActor, history: RecordHistory
) -> Response:
    """Who handed it in, and who committed or cancelled it."""
    await queries.get(tx, import_id, actor)
    return await history.of(read, "imports", import_id)


@router.get(_ONE + "/rows", response_model=Page[ImportRowOut], **_READ)
async def list_import_rows(
    import_id: UUID,
    query: Annotated[RowQuery, Query()],
    tx: Tx,
    read: Read,
    actor: CurrentActor,
) -> Response:
    """What each row would do, or did; none any more 30 days after the end."""
    await queries.get(tx, import_id, actor)
    of: dict[str, Any] = {"import_id": import_id}
    return await queries.ROWS.page(read, query, sort=query.sort, values=of)


@router.get(
    _ONE + "/errors",
    response_class=Response,
    responses={200: {"content": {XLSX_MEDIA_TYPE: {}}, "description": "The rows not taken."}},
    **_READ,
)
async def get_import_errors(
    import_id: UUID, request: Request, tx: Tx, actor: CurrentActor
) -> Response:
    """The rows that were not taken as a workbook, each with its reasons: mend it, send it again."""
    await queries.get(tx, import_id, actor)
    rows = await queries.bad_rows(tx, import_id)
    noting.export(tx, request, "xlsx")
    made = await asyncio.to_thread(handing_back.workbook, [(row[0], row[1]) for row in rows])
    named = {"Content-Disposition": 'attachment; filename="dong-loi.xlsx"'}
    return Response(made, headers=named, media_type=XLSX_MEDIA_TYPE)


@router.post("", status_code=201, response_model=ImportOut, **allow(*roles.WRITERS, scope="own"))
async def create_import(
    calm: Calm, handed: Annotated[Handed, Depends(handed_in)], tell: TellNew, tx: Tx, act: Act
) -> Response:
    """Check a list (.xlsx or .csv) row by row; nothing of it is entered yet.

    With an `id` of one's own beside the file, `…/{id}/progress` says meanwhile how far it is.
    """
    importer = Importer(act.unit_id, act.actor.national)
    await queries.forget_before(tx, now() - KEPT)
    rows, counts = await actions.check(tx, handed.table.rows, importer, tell)
    notes = [{"code": note.code, "vi": note.vi, "en": note.en} for note in handed.table.notes]
    record = Import(
        id=tell.import_id,
        unit_id=importer.unit,
        file_name=handed.name,
        sha256=handed.sha256,
        status=Status.CHECKED,
        counts=counts,
        notes=notes,
    )
    created = await act.create(record, ImportOut.of)
    await actions.keep(tx, record.id, rows, tell)
    await let_go(rows)
    if tell.has_told:
        await telling.told_all(tx, record.id)
    return created


@router.post(_ONE + "/commit", response_model=ImportOut, **_WRITE)
async def commit_import(
    import_id: UUID,
    calm: Calm,
    match: IfMatch,
    tell: Tell,
    tx: Tx,
    act: Act,
    body: CommitIn = _PLAIN,
) -> Response:
    """Enter all that the list adds and changes, or nothing when the state has moved on."""
    record = await queries.lock_own(tx, import_id, act.unit_id)
    match.require(record.version)
    status = MOVES.next(Status(record.status), Action.COMMIT, roles=act.actor.roles)
    if record.counts["error"] and not body.skip_errors:
        raise RuleViolation("registry.import_has_errors", count=record.counts["error"])
    importer = Importer(record.unit_id, act.actor.national)
    known = await actions.check_again(tx, record, importer, tell)
    reason = f"Nhập từ tệp {record.file_name}"
    await entering.enter(tx, act, known, record.id, reason, tell)
    await asyncio.to_thread(known.let_go)
    record.status, record.finished_at = status, now()
    return await act.update(record, ImportOut.of, "commit")


@router.post(_ONE + "/cancel", response_model=ImportOut, **_WRITE)
async def cancel_import(import_id: UUID, match: IfMatch, tx: Tx, act: Act) -> Response:
    """Put a checked list aside; nothing of it is entered."""
    record = await queries.lock_own(tx, import_id, act.unit_id)
    match.require(record.version)
    record.status = MOVES.next(Status(record.status), Action.CANCEL, roles=act.actor.roles)
    record.finished_at = now()
    return await act.update(record, ImportOut.of, "cancel")


@router.post(_ONE + "/undo", response_model=ImportOut, **_WRITE)
async def undo_import(
    import_id: UUID, calm: Calm, match: IfMatch, tell: Tell, tx: Tx, act: Act
) -> Response:
    """Take back all that the list entered, while nobody has changed any of it since."""
    record = await queries.lock_own(tx, import_id, act.unit_id)
    match.require(record.version)
    record.status = MOVES.next(Status(record.status), Action.UNDO, roles=act.actor.roles)
    reason = f"Hoàn tác nhập từ tệp {record.file_name}"
    await undoing.take_back(tx, act, record, reason, tell)
    return await act.update(record, ImportOut.of, "undo")
