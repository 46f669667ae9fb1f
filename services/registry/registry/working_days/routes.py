"""Working days: count them, see a year, keep the days that an authority moved."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from chassis.authz import allow
from chassis.bulk import BULK, Bulk
from chassis.changes.act import Act, Acting
from chassis.changes.history import History, Known, RecordHistory
from chassis.db import Tx
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch
from chassis.reader import Read
from chassis.routing import Operation
from chassis.wire import MERGE_PATCH, Page, answer
from chassis.workdays import DAY, Calendar
from registry import roles
from registry.obligations import owing
from registry.procedures import timing
from registry.working_days import queries, rules
from registry.working_days.models import DayException
from registry.working_days.rules import DayKind
from registry.working_days.schemas import (
    CountOut,
    CountQuery,
    DayExceptionIn,
    DayExceptionOut,
    DayExceptionPatch,
    DayExceptionQuery,
    YearOut,
    YearQuery,
)

router = APIRouter(prefix="/v1/working-days", tags=["working-days"], route_class=Operation)
_EXCEPTIONS = "/exceptions"
_ONE = _EXCEPTIONS + "/{exception_id}"
_READ = allow(*roles.STAFF, scope="national")
_READ_ONE = allow(*roles.STAFF, scope="national", obj="exception_id")
_WRITE = allow(roles.ADMIN, scope="national")
_WRITE_ONE = allow(roles.ADMIN, scope="national", obj="exception_id")


@router.get("", response_model=CountOut, response_model_by_alias=True, **_READ)
async def count_working_days(query: Annotated[CountQuery, Query()], read: Read) -> Any:
    """When a term of working days ends, and how many there are between two days."""
    rules.require_known(**{"from": query.start, "to": query.to})
    moved = await queries.marks(read)
    calendar = queries.calendar_of(moved)
    until = calendar.after(query.start, query.days) if query.days is not None else None
    count = calendar.between(query.start, query.to) if query.to else None
    spanned = rules.span([query.start, until, query.to])
    marks = rules.marks(calendar, moved, *spanned) if spanned else []
    return {
        "from": query.start,
        "is_working": calendar.is_working(query.start),
        "days": query.days,
        "until": until,
        "to": query.to,
        "count": count,
        "marks": marks,
        "verified": all(mark.verified for mark in marks),
    }


@router.get("/calendar", response_model=YearOut, **_READ)
async def get_working_year(query: Annotated[YearQuery, Query()], read: Read) -> Any:
    """A year's public holidays and moved days, each with where it is known from."""
    moved = await queries.marks(read)
    calendar = queries.calendar_of(moved)
    first, last = date(query.year, 1, 1), date(query.year, 12, 31)
    worked = calendar.between(first - DAY, last)
    marks = rules.marks(calendar, moved, first, last)
    return {"year": query.year, "working_days": worked, "marks": marks}


@router.get(_EXCEPTIONS, response_model=Page[DayExceptionOut], responses=BULK, **_READ)
async def list_day_exceptions(
    query: Annotated[DayExceptionQuery, Query()], read: Read, actor: CurrentActor, bulk: Bulk
) -> Response:
    """The days that an authority moved, latest first."""
    keeps = actor.national and actor.has(roles.ADMIN)

    def seen(item: dict[str, Any]) -> dict[str, Any]:
        return {**item, "allowed_actions": ["update", "delete"] if keeps else []}

    return await queries.EXCEPTIONS.page(read, query, sort=query.sort, decorate=seen, bulk=bulk)


@router.get(_ONE, response_model=DayExceptionOut, **_READ_ONE)
async def get_day_exception(
    exception_id: UUID, tx: Tx, actor: CurrentActor, known: Known
) -> Response:
    """One moved day."""
    moved = await queries.get(tx, exception_id)
    return await known.of(moved) or answer(DayExceptionOut.of(moved, actor))


@router.get(_ONE + "/history", response_model=History, **_READ_ONE)
async def get_day_exception_history(
    exception_id: UUID, tx: Tx, read: Read, history: RecordHistory
) -> Response:
    """Who changed what, when and why; newest first."""
    await queries.get(tx, exception_id)
    return await history.of(read, "day_exceptions", exception_id)


@router.post(_EXCEPTIONS, status_code=201, response_model=DayExceptionOut, **_WRITE)
async def create_day_exception(body: DayExceptionIn, tx: Tx, act: Act) -> Response:
    """Enter a day off or a make-up day; what is due in running procedures moves with it."""
    rules.require_national(national=act.actor.national)
    rules.require_moves(body.day, body.kind, Calendar())
    exception = DayException(id=body.id or new_id(), **body.columns("id"))
    answered = await act.create(exception, DayExceptionOut.of)
    await _wind(tx, act)
    return answered


@router.patch(_ONE, response_model=DayExceptionOut, **_WRITE_ONE)
async def update_day_exception(
    exception_id: UUID,
    body: Annotated[DayExceptionPatch, MERGE_PATCH],
    match: IfMatch,
    tx: Tx,
    act: Act,
) -> Response:
    """Correct a moved day, or mark it verified."""
    exception = await queries.get(tx, exception_id, lock=True)
    match.require(exception.version)
    rules.require_national(national=act.actor.national)
    for name, value in body.changes().items():
        setattr(exception, name, value)
    rules.require_moves(exception.day, DayKind(exception.kind), Calendar())
    answered = await act.update(exception, DayExceptionOut.of)
    await _wind(tx, act)
    return answered


@router.delete(_ONE, status_code=204, response_class=Response, **_WRITE_ONE)
async def delete_day_exception(exception_id: UUID, match: IfMatch, tx: Tx, act: Act) -> Response:
    """Take a moved day back; history remembers it."""
    exception = await queries.get(tx, exception_id, lock=True)
    match.require(exception.version)
    rules.require_national(national=act.actor.national)
    answered = await act.delete(exception)
    await _wind(tx, act)
    return answered


async def _wind(tx: AsyncSession, act: Acting) -> None:
    """Move whatever is counted in working days."""
    calendar = await queries.calendar(tx)
    await timing.wind_all(tx, act, calendar)
    await owing.wind_all(tx, act, calendar)
