"""Procedures: list, dossier, open, correct, tick the checklist, history. Steps are in `steps`."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from chassis.authz import allow
from chassis.bulk import BULK, Bulk
from chassis.changes.act import Act
from chassis.changes.history import History, Known, RecordHistory
from chassis.days import today
from chassis.db import Tx
from chassis.identity import Actor, CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch
from chassis.reader import Read
from chassis.routing import Operation
from chassis.wire import MERGE_PATCH, Page, answer
from registry import roles
from registry.finding import asked
from registry.procedures import guards, opening, queries
from registry.procedures.documents.queries import require
from registry.procedures.law import Law
from registry.procedures.models import Procedure
from registry.procedures.rules import (
    FIRST,
    MACHINES,
    ProcedureAction,
    ProcedureKind,
    ProcedureStatus,
)
from registry.procedures.schemas import (
    ProcedureIn,
    ProcedureItem,
    ProcedureOut,
    ProcedurePatch,
    ProcedureQuery,
    TickIn,
)
from registry.procedures.timing import wind
from registry.working_days.queries import calendar

router = APIRouter(prefix="/v1/procedures", tags=["procedures"], route_class=Operation)
_ONE = "/{procedure_id}"
_READ = allow(*roles.STAFF, scope="unit", obj="procedure_id")
_WRITE = allow(*roles.WRITERS, scope="unit", obj="procedure_id")


@router.get(
    "", response_model=Page[ProcedureItem], responses=BULK, **allow(*roles.STAFF, scope="unit")
)
async def list_procedures(
    query: Annotated[ProcedureQuery, Query()], read: Read, bulk: Bulk, actor: CurrentActor
) -> Response:
    """Procedures of the caller's unit, of every unit for national staff."""
    values = await queries.scope(read, actor, query.unit)
    if query.q:
        values["q"] = asked(query.q)
    listing = queries.PROCEDURES_THEN if query.as_of else queries.PROCEDURES
    return await listing.page(read, query, sort=query.sort, values=values, bulk=bulk)


@router.get(_ONE, response_model=ProcedureOut, **_READ)
async def get_procedure(procedure_id: UUID, tx: Tx, actor: CurrentActor, known: Known) -> Response:
    """One procedure with its checklist, opinions, clocks and steps."""
    procedure = await queries.get(tx, procedure_id, actor)
    return await known.of(procedure) or answer(ProcedureOut.of(procedure, actor))


@router.get(_ONE + "/history", response_model=History, **_READ)
async def get_procedure_history(
    procedure_id: UUID, tx: Tx, read: Read, actor: CurrentActor, history: RecordHistory
) -> Response:
    """Who changed what, when and why; newest first."""
    await queries.get(tx, procedure_id, actor)
    return await history.of(read, "procedures", procedure_id)


@router.post("", status_code=201, response_model=ProcedureOut, **allow(*roles.WRITERS, scope="own"))
async def create_procedure(body: ProcedureIn, tx: Tx, act: Act) -> Response:
    """Open a procedure for an NGO, or about a certificate, that the caller's unit keeps."""
    opened = body.opened_on or today()
    guards.require_day(opened, today(), date.min)
    about = await opening.about(tx, body, act.actor, opened)
    guards.require_ground(body.kind, body.ground)
    procedure = Procedure(
        id=body.id or new_id(),
        status=FIRST[body.kind],
        rules_on=opened,
        since=opened,
        opened_on=opened,
        accepted_on=None,
        **{**body.columns("id", "opened_on", "ngo_id", "certificate_kind"), **about},
        checklist=[],
        opinions=[],
        steps=[],
        closed_on=None,
        outcome=None,
    )
    wind(procedure, await calendar(tx))
    return await act.create(procedure, ProcedureOut.of)


@router.patch(_ONE, response_model=ProcedureOut, **_WRITE)
async def update_procedure(
    procedure_id: UUID,
    body: Annotated[ProcedurePatch, MERGE_PATCH],
    match: IfMatch,
    tx: Tx,
    act: Act,
) -> Response:
    """Correct what stands beside the steps, while the dossier is not with the committee."""
    procedure = await _may(tx, act.actor, procedure_id, ProcedureAction.UPDATE)
    match.require(procedure.version)
    for name, value in body.changes().items():
        setattr(procedure, name, value)
    return await act.update(procedure, ProcedureOut.of)


@router.post(_ONE + "/tick", response_model=ProcedureOut, **_WRITE)
async def tick_procedure(
    procedure_id: UUID, body: TickIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Tick one line of the checklist with the paper that is there, or take the tick back."""
    procedure = await _may(tx, act.actor, procedure_id, ProcedureAction.TICK)
    match.require(procedure.version)
    law = Law(procedure.kind, procedure.certificate_kind, procedure.rules_on)
    lines = [paper.code for paper in law.papers]
    paper = body.document_id is not None or body.note is not None
    guards.require_item(lines, body.item, present=body.present, paper=paper)
    await require(tx, procedure_id, body.document_id, "/body/document_id")
    others = [tick for tick in procedure.checklist if tick["item"] != body.item]
    tick = {
        "item": body.item,
        "on": today().isoformat(),
        "by_name": act.actor.name,
        "document_id": str(body.document_id) if body.document_id else None,
        "note": body.note,
    }
    procedure.checklist = [*others, tick] if body.present else others
    return await act.update(procedure, ProcedureOut.of, ProcedureAction.TICK)


async def _may(
    tx: AsyncSession, actor: Actor, procedure_id: UUID, action: ProcedureAction
) -> Procedure:
    """The procedure, locked, if the table lets this caller do this to it now."""
    procedure = await queries.lock(tx, procedure_id, actor)
    machine = MACHINES[ProcedureKind(procedure.kind)]
    machine.next(ProcedureStatus(procedure.status), action, roles=actor.roles)
    return procedure
