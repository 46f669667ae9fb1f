"""Requests of people about their own data: entered, answered, extended once, finished."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.act import Act, Acting
from chassis.changes.history import History, Known, RecordHistory
from chassis.days import today
from chassis.db import Tx
from chassis.errors import BadRequest
from chassis.fold import like_pattern
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch, Match
from chassis.reader import Read
from chassis.routing import Operation
from chassis.wire import Page, answer
from gateway import roles
from gateway.accounts.giving import reach
from gateway.edge.visit import AtDoor
from gateway.running import Here
from gateway.subject_requests import queries, rules
from gateway.subject_requests.calendar import working_days_after
from gateway.subject_requests.models import SubjectRequest
from gateway.subject_requests.rules import MOVES, Action, Kind, Status
from gateway.subject_requests.schemas import (
    AnsweredIn,
    ExtendedIn,
    FinishedIn,
    SubjectRequestIn,
    SubjectRequestOut,
    SubjectRequestQuery,
    actions,
)

router = APIRouter(prefix="/v1/subject-requests", tags=["subject-requests"], route_class=Operation)
_ONE = "/{request_id}"
_LIST = allow(roles.ADMIN, roles.AUDITOR, scope="unit")
_READ = allow(roles.ADMIN, roles.AUDITOR, scope="unit", obj="request_id")
_KEEP = allow(roles.ADMIN, scope="unit", obj="request_id")


@router.get("", response_model=Page[SubjectRequestOut], **_LIST)
async def list_subject_requests(
    query: Annotated[SubjectRequestQuery, Query()], read: Read, actor: CurrentActor
) -> Response:
    """What is due next first: all for national staff, else what the caller's union received."""
    unit = reach(actor)
    values: dict[str, object] = {} if unit is None else {"unit": unit}
    if query.q:
        values["q"] = like_pattern(query.q)
    if query.open:
        values["not_status"] = Status.FINISHED
    if query.overdue:
        values["before"] = today()

    def decorate(row: dict[str, Any]) -> dict[str, Any]:
        is_extended = row["extended_on"] is not None
        may = actions(row["status"], row["finish_due_on"], actor, is_extended=is_extended)
        return {**row, "allowed_actions": may}

    return await queries.REQUESTS.page(
        read, query, sort=query.sort, values=values, decorate=decorate
    )


@router.post(
    "", status_code=201, response_model=SubjectRequestOut, **allow(roles.ADMIN, scope="own")
)
async def create_subject_request(
    body: SubjectRequestIn, here: Here, visit: AtDoor, tx: Tx, act: Act
) -> Response:
    """Enter a request. Its days are counted from the one on which it came."""
    rules.require_past(body.received_on, today())
    term = rules.term(body.kind, body.received_on)
    if visit.caller is None:
        raise BadRequest("identity.required")
    answer_due_on = await working_days_after(
        here, visit.caller, body.received_on, term.answer_working_days
    )
    finish_due_on = term.finish(body.received_on, third_party=body.third_party)
    request = SubjectRequest(
        id=body.id or new_id(),
        unit_id=act.unit_id,
        unit_code=act.actor.unit_code,
        status=Status.RECEIVED,
        answer_due_on=answer_due_on,
        finish_due_on=finish_due_on,
        due_on=rules.due_on(Status.RECEIVED, answer_due_on, finish_due_on),
        source=term.source,
        confidence=term.confidence,
        verified=term.verified,
        **body.columns("id"),
    )
    return await act.create(request, SubjectRequestOut.of)


@router.get(_ONE, response_model=SubjectRequestOut, **_READ)
async def get_subject_request(
    request_id: UUID, tx: Tx, actor: CurrentActor, known: Known
) -> Response:
    """One request."""
    request = await queries.get(tx, request_id, reach(actor))
    return await known.of(request) or answer(SubjectRequestOut.of(request, actor))


@router.get(_ONE + "/history", response_model=History, **_READ)
async def get_subject_request_history(
    request_id: UUID, tx: Tx, read: Read, actor: CurrentActor, history: RecordHistory
) -> Response:
    """Who changed what, when and why; newest first."""
    await queries.get(tx, request_id, reach(actor))
    return await history.of(read, "subject_requests", request_id)


@router.post(_ONE + "/answer", response_model=SubjectRequestOut, **_KEEP)
async def answer_subject_request(
    request_id: UUID, body: AnsweredIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """The person was told that the request came, and what happens now."""
    request = await _moved(tx, act, match, request_id, Action.ANSWER)
    request.answered_on, request.answer = today(), body.answer
    return await _done(request, act, Action.ANSWER)


@router.post(_ONE + "/extend", response_model=SubjectRequestOut, **_KEEP)
async def extend_subject_request(
    request_id: UUID, body: ExtendedIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Take the one extension, before the last day has passed."""
    request = await _moved(tx, act, match, request_id, Action.EXTEND)
    term = rules.term(Kind(request.kind), request.received_on)
    is_extended = request.extended_on is not None
    request.finish_due_on = rules.extended(
        request.finish_due_on, term, today(), is_extended=is_extended
    )
    request.extended_on, request.extension_reason = today(), body.reason
    return await _done(request, act, Action.EXTEND, body.reason)


@router.post(_ONE + "/finish", response_model=SubjectRequestOut, **_KEEP)
async def finish_subject_request(
    request_id: UUID, body: FinishedIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """What was done, or why it was not."""
    request = await _moved(tx, act, match, request_id, Action.FINISH)
    request.finished_on, request.outcome, request.result = today(), body.outcome, body.result
    return await _done(request, act, Action.FINISH)


async def _moved(
    tx: Tx, act: Acting, match: Match, request_id: UUID, action: Action
) -> SubjectRequest:
    """The request, held, with its next status; 404, 412, 403 or 409 where it cannot be."""
    request = await queries.get(tx, request_id, reach(act.actor), lock=True)
    match.require(request.version)
    request.status = MOVES.next(Status(request.status), action, roles=act.actor.roles)
    return request


async def _done(
    request: SubjectRequest, act: Acting, action: Action, reason: str | None = None
) -> Response:
    status = Status(request.status)
    request.due_on = rules.due_on(status, request.answer_due_on, request.finish_due_on)
    return await act.update(request, SubjectRequestOut.of, action, reason)
