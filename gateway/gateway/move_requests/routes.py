"""One administrator of the national union proposes that a unit goes into another; another one
confirms or declines it (docs/adr/0013, docs/adr/0017)."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.act import Act, Acting
from chassis.db import Tx, now
from chassis.fold import like_pattern
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch, Match
from chassis.reader import Read
from chassis.routing import Operation
from chassis.wire import Page, answer
from gateway import roles
from gateway.move_requests import queries, rules
from gateway.move_requests.models import MoveRequest
from gateway.move_requests.rules import Action, Status
from gateway.move_requests.schemas import (
    MoveRequestIn,
    MoveRequestOut,
    MoveRequestQuery,
    NotMovedIn,
    actions,
)
from gateway.moves import actions as moves
from gateway.running import Here

router = APIRouter(prefix="/v1/move-requests", tags=["move-requests"], route_class=Operation)


@router.get(
    "",
    response_model=Page[MoveRequestOut],
    **allow(roles.ADMIN, roles.AUDITOR, scope="national"),
)
async def list_move_requests(
    query: Annotated[MoveRequestQuery, Query()], read: Read, actor: CurrentActor
) -> Response:
    """Proposed moves, newest first. The unions read them too: it is about where they belong."""

    def decorate(row: dict[str, Any]) -> dict[str, Any]:
        return {**row, "allowed_actions": actions(row["status"], row["proposed_by"], actor)}

    values = {"q": like_pattern(query.q)} if query.q else {}
    return await queries.REQUESTS.page(
        read, query, sort="-created_at", values=values, decorate=decorate
    )


@router.post(
    "",
    status_code=201,
    response_model=MoveRequestOut,
    **allow(roles.ADMIN, scope="national", step_up=True),
)
async def propose_move(body: MoveRequestIn, tx: Tx, act: Act) -> Response:
    """Propose a move that a second administrator must agree to; nobody moves until then."""
    moves.require_national(act.actor)
    moving = await moves.gather(tx, body)
    request = MoveRequest(
        id=body.id or new_id(),
        from_unit_code=moving.code,
        status=Status.PROPOSED,
        proposed_by=act.actor.id,
        proposed_name=act.actor.name,
        **body.columns("id"),
    )
    return await act.create(request, MoveRequestOut.of, "propose")


@router.get(
    "/{request_id}",
    response_model=MoveRequestOut,
    **allow(roles.ADMIN, roles.AUDITOR, scope="national", obj="request_id"),
)
async def get_move_request(request_id: UUID, tx: Tx, actor: CurrentActor) -> Response:
    """One proposed move, and what the caller may do about it."""
    return answer(MoveRequestOut.of(await queries.get(tx, request_id), actor))


@router.post(
    "/{request_id}/confirm",
    response_model=MoveRequestOut,
    **allow(roles.ADMIN, scope="national", obj="request_id", sod=rules.SECOND, step_up=True),
)
async def confirm_move(request_id: UUID, match: IfMatch, tx: Tx, act: Act, here: Here) -> Response:
    """Carry the move out as of now: whoever belongs to the unit today follows."""
    request = await _decide(tx, act, match, request_id, Action.CONFIRM)
    moving = await moves.gather(tx, request)
    await moves.carry_out(tx, act, here, request, moving, request.reason)
    request.accounts, request.clients = len(moving.accounts), len(moving.clients)
    request.webhooks = len(moving.webhooks)
    return await act.update(request, MoveRequestOut.of, Action.CONFIRM, request.reason)


@router.post(
    "/{request_id}/decline",
    response_model=MoveRequestOut,
    **allow(roles.ADMIN, scope="national", obj="request_id"),
)
async def decline_move(
    request_id: UUID, body: NotMovedIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Refuse the proposal, or take the own one back; everybody stays where they are."""
    request = await _decide(tx, act, match, request_id, Action.DECLINE)
    return await act.update(request, MoveRequestOut.of, Action.DECLINE, body.reason)


async def _decide(
    tx: Tx, act: Acting, match: Match, request_id: UUID, action: Action
) -> MoveRequest:
    """Lock, ask the table, and write down who decided."""
    request = await queries.lock(tx, request_id)
    mine = rules.relations(act.actor.id, proposer=request.proposed_by)
    to = rules.MOVES.next(Status(request.status), action, roles=act.actor.roles, relations=mine)
    match.require(request.version)
    moves.require_national(act.actor)
    request.status, request.decided_at = to, now()
    request.decided_by, request.decided_name = act.actor.id, act.actor.name
    return request
