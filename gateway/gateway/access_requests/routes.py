"""One administrator asks for a way into the account of somebody who decides, another agrees."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.act import Act, Acting
from chassis.db import Tx, now
from chassis.errors import NotAllowed, RuleViolation
from chassis.fold import like_pattern
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch, Match
from chassis.reader import Read
from chassis.routing import Operation
from chassis.wire import Page
from gateway import roles
from gateway.access_requests import queries, rules
from gateway.access_requests.models import AccessRequest
from gateway.access_requests.rules import Action, Kind, Status
from gateway.access_requests.schemas import (
    AccessRequestIn,
    AccessRequestOut,
    AccessRequestQuery,
    ConfirmedOut,
    RefusedIn,
    actions,
    shown,
)
from gateway.accounts.giving import reach
from gateway.accounts.models import Account
from gateway.accounts.schemas import AccountOut
from gateway.authenticators import queries as authenticators
from gateway.invitations import queries as invitations
from gateway.invitations.rules import RESET, link
from gateway.running import Here
from gateway.sessions import queries as sessions

router = APIRouter(prefix="/v1/access-requests", tags=["access-requests"], route_class=Operation)


@router.get("", response_model=Page[AccessRequestOut], **allow(*roles.ALL, scope="own"))
async def list_access_requests(
    query: Annotated[AccessRequestQuery, Query()], read: Read, actor: CurrentActor
) -> Response:
    """Newest first: about oneself, and for administrators and auditors the whole union's."""
    values = queries.visible(actor, mine=query.mine)
    if query.q:
        values["q"] = like_pattern(query.q)

    def decorate(row: dict[str, Any]) -> dict[str, Any]:
        may = actions(row["status"], row["proposed_by"], row["account_id"], actor)
        return {**row, "allowed_actions": may}

    return await queries.REQUESTS.page(
        read, query, sort="-created_at", values=values, decorate=decorate
    )


@router.post(
    "",
    status_code=201,
    response_model=AccessRequestOut,
    **allow(roles.ADMIN, scope="unit", step_up=True),
)
async def request_access(body: AccessRequestIn, tx: Tx, act: Act) -> Response:
    """Ask for a link or for the end of a second factor; nothing changes until another agrees."""
    account = await queries.owner(tx, body.account_id, reach(act.actor))
    if account.id == act.actor.id:
        raise RuleViolation("accounts.own_access")
    if account.disabled_at is not None:
        raise RuleViolation("accounts.already_disabled")
    request = AccessRequest(
        id=body.id or new_id(),
        unit_id=account.unit_id,
        status=Status.PROPOSED,
        proposed_by=act.actor.id,
        proposed_name=act.actor.name,
        **body.columns("id"),
    )
    return await act.create(request, lambda one, actor: shown(one, account, actor), "propose")


@router.post(
    "/{request_id}/confirm",
    response_model=ConfirmedOut,
    **allow(roles.ADMIN, scope="unit", obj="request_id", sod=rules.SECOND, step_up=True),
)
async def confirm_access(
    request_id: UUID, match: IfMatch, tx: Tx, act: Act, here: Here
) -> Response:
    """Do what was asked for. A link is in this answer only; its owner sees that it was made."""
    request, account = await queries.lock(tx, request_id, reach(act.actor))
    _decide(request, match, act, Action.CONFIRM)
    if account.disabled_at is not None:
        raise RuleViolation("accounts.already_disabled")
    # The link is not kept, so the answer cannot be repeated.
    act.key = None
    token, ends = None, None
    if request.kind == Kind.RESET:
        token, ends = await invitations.make(tx, account.id, "reset", now(), RESET)
    else:
        await authenticators.remove_all(tx, account.id)
        await sessions.end_all(tx, account.id)
        here.live_sessions.forget_account(account.id)
    account.touch()
    act.log(account, AccountOut.of(account), request.kind, reason=request.reason)
    answer = await _done(request, account, act, Action.CONFIRM, request.reason)
    out = ConfirmedOut.model_validate_json(bytes(answer.body))
    out.link, out.link_expires_at = token and link(here.settings.origin, token), ends
    headers = {"ETag": answer.headers["ETag"]}
    return Response(out.model_dump_json(), 200, headers, "application/json")


@router.post(
    "/{request_id}/decline",
    response_model=AccessRequestOut,
    **allow(roles.ADMIN, scope="unit", obj="request_id"),
)
async def decline_access(
    request_id: UUID, body: RefusedIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Refuse the request, or take the own one back."""
    request, account = await queries.lock(tx, request_id, reach(act.actor))
    _decide(request, match, act, Action.DECLINE)
    return await _done(request, account, act, Action.DECLINE, body.reason)


@router.post(
    "/{request_id}/object",
    response_model=AccessRequestOut,
    **allow(*roles.ALL, scope="self", obj="request_id"),
)
async def object_to_access(request_id: UUID, match: IfMatch, tx: Tx, act: Act) -> Response:
    """Stop a request about the own account, which one did not ask for."""
    request, account = await queries.lock_mine(tx, request_id, act.actor.id)
    _decide(request, match, act, Action.OBJECT)
    return await _done(request, account, act, Action.OBJECT, None)


def _decide(request: AccessRequest, match: Match, act: Acting, action: Action) -> None:
    """Write down who decided; 409 when it is too late, 403 for who may not."""
    status, actor = Status(request.status), act.actor
    if status != Status.PROPOSED:
        raise RuleViolation("access_requests.wrong_status")
    both = {"proposer": request.proposed_by, "owner": request.account_id}
    if action not in rules.allowed(status, actor.id, actor.own_roles, **both):
        raise NotAllowed("access_requests.four_eyes")
    match.require(request.version)
    request.status = Status.CONFIRMED if action is Action.CONFIRM else Status.DECLINED
    request.decided_by, request.decided_name = actor.id, actor.name
    request.decided_at = now()


async def _done(
    request: AccessRequest, account: Account, act: Acting, action: Action, reason: str | None
) -> Response:
    return await act.update(request, lambda one, actor: shown(one, account, actor), action, reason)
