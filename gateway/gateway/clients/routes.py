"""Administrators list, add and close machine clients."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.act import Act
from chassis.db import Tx, now
from chassis.errors import NotAllowed, RuleViolation
from chassis.fold import like_pattern
from chassis.identity import Actor, CurrentActor
from chassis.ids import new_id
from chassis.listing import PageQuery
from chassis.preconditions import IfMatch
from chassis.reader import Read
from chassis.routing import Operation
from chassis.strict import Search
from chassis.wire import Page, answer, etag
from gateway import roles
from gateway.accounts.schemas import UnitCode
from gateway.clients import queries, rules
from gateway.clients.models import Client
from gateway.clients.schemas import ClientIn, ClientOut, NewClientOut, SecretIn
from gateway.running import Here

router = APIRouter(prefix="/v1/clients", tags=["clients"], route_class=Operation)


class ClientQuery(PageQuery):
    q: Search | None = None
    unit_code: UnitCode | None = None


def _reach(actor: Actor) -> UUID | None:
    """The unit whose clients this administrator manages; None for all of them."""
    if actor.national:
        return None
    if actor.unit_id is None:
        raise NotAllowed("identity.no_unit")
    return actor.unit_id


@router.get("", response_model=Page[ClientOut], **allow(roles.ADMIN, roles.AUDITOR, scope="unit"))
async def list_clients(
    query: Annotated[ClientQuery, Query()], read: Read, actor: CurrentActor
) -> Response:
    """Clients by id: all for national staff, else those of the caller's union."""
    unit = _reach(actor)
    values: dict[str, object] = {} if unit is None else {"unit": unit}
    if query.q:
        values["q"] = like_pattern(query.q)
    return await queries.CLIENTS.page(read, query, sort="client_id", values=values)


@router.post(
    "",
    status_code=201,
    response_model=NewClientOut,
    **allow(roles.ADMIN, scope="unit", step_up=True),
)
async def create_client(body: ClientIn, tx: Tx, act: Act) -> Response:
    """Add a client. Its secret is in this answer and nowhere else, ever again."""
    unit = _reach(act.actor)
    theirs = (body.unit_id, body.unit_code, body.national)
    if unit is not None and theirs != (unit, act.actor.unit_code, False):
        raise NotAllowed("accounts.foreign_unit")
    # The secret is not kept, so the answer cannot be repeated: a repeat makes another client, whose
    # secret arrives, which is of more use than the first one without its secret.
    act.key = None
    secret, record_id = rules.new_secret(), body.id or new_id()
    client = Client(
        id=record_id,
        client_id=f"{body.unit_code.lower()}-{record_id.hex[-12:]}",
        secret_digest=rules.digest(secret),
        secret_expires_at=now() + timedelta(days=body.expires_in_days),
        **body.columns("id", "expires_in_days"),
    )
    made = await act.create(client, ClientOut.of)
    shown = NewClientOut(**ClientOut.of(client, act.actor).model_dump(), client_secret=secret)
    headers = {"Location": made.headers["location"], "ETag": etag(client.version)}
    return Response(shown.model_dump_json(), 201, headers, "application/json")


@router.get(
    "/{client_id}",
    response_model=ClientOut,
    **allow(roles.ADMIN, roles.AUDITOR, scope="unit", obj="client_id"),
)
async def get_client(client_id: UUID, tx: Tx, actor: CurrentActor) -> Response:
    """One client, when its secrets end, and what the caller may do with it."""
    return answer(ClientOut.of(await queries.seen(tx, client_id, _reach(actor)), actor))


@router.post(
    "/{client_id}/disable",
    response_model=ClientOut,
    **allow(roles.ADMIN, scope="unit", obj="client_id"),
)
async def disable_client(client_id: UUID, match: IfMatch, tx: Tx, act: Act, here: Here) -> Response:
    """Close a client. Its tokens are refused here now, on other replicas within five seconds."""
    client = await queries.lock(tx, client_id, _reach(act.actor))
    match.require(client.version)
    if client.disabled_at is not None:
        raise RuleViolation("clients.already_disabled")
    client.disabled_at = now()
    here.live_clients.forget(client.id)
    return await act.update(client, ClientOut.of, "disable")


@router.post(
    "/{client_id}/rotate",
    response_model=NewClientOut,
    **allow(roles.ADMIN, scope="unit", obj="client_id", step_up=True),
)
async def rotate_client(
    client_id: UUID, body: SecretIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """A new secret, shown once. The old one is good for `overlap_hours` more; one still older ends
    now: no client has more than two."""
    client = await queries.lock(tx, client_id, _reach(act.actor))
    match.require(client.version)
    if client.disabled_at is not None:
        raise RuleViolation("clients.already_disabled")
    secret, moment = rules.new_secret(), now()
    until = min(moment + timedelta(hours=body.overlap_hours), client.secret_expires_at)
    client.secret_before, client.before_until = client.secret_digest, until
    client.secret_digest = rules.digest(secret)
    client.secret_expires_at = moment + timedelta(days=body.expires_in_days)
    act.key = None  # as with the first secret: it is not kept, so the answer cannot be repeated
    await act.update(client, ClientOut.of, "rotate")
    shown = NewClientOut(**ClientOut.of(client, act.actor).model_dump(), client_secret=secret)
    headers = {"ETag": etag(client.version)}
    return Response(shown.model_dump_json(), 200, headers, "application/json")
