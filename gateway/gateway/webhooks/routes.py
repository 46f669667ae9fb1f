"""Unions name the addresses that are told what happens, and see how it went."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.act import Act
from chassis.db import Tx, now
from chassis.errors import NotAllowed, Refusal, RuleViolation
from chassis.fold import like_pattern
from chassis.identity import Actor, CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch
from chassis.reader import Read
from chassis.routing import Operation
from chassis.wire import MERGE_PATCH, Page, answer, etag
from gateway import roles
from gateway.edge.caller import Caller
from gateway.edge.visit import AtDoor
from gateway.running import Here, Running
from gateway.webhooks import queries, rules, signing
from gateway.webhooks.feeds import Feeds
from gateway.webhooks.models import Webhook
from gateway.webhooks.rules import Reason, Status
from gateway.webhooks.schemas import (
    KEEPERS,
    DeliveryOut,
    DeliveryQuery,
    NewWebhookOut,
    ReplayIn,
    RotationIn,
    WebhookIn,
    WebhookOut,
    WebhookPatch,
    WebhookQuery,
)

router = APIRouter(prefix="/v1/webhooks", tags=["webhooks"], route_class=Operation)
READERS = (*KEEPERS, roles.AUDITOR)
MOST = 50


def _reach(actor: Actor) -> UUID | None:
    """The unit whose webhooks the caller manages; None for all of them."""
    if actor.national:
        return None
    if actor.unit_id is None:
        raise NotAllowed("identity.no_unit")
    return actor.unit_id


def _services(types: list[str]) -> set[str]:
    return {one.partition(".")[0] for one in types}


def _check(here: Running, url: str | None, types: list[str] | None, caller: Caller | None) -> None:
    """Refuse an address that we may not call, and events that the caller may not read."""
    if url is not None and not rules.is_callable(url, here.settings.webhook_networks):
        raise RuleViolation("webhooks.address")
    for service in sorted(_services(types or [])):
        if service not in here.table.urls:
            raise RuleViolation("webhooks.no_such_service", service=service)
        scope = f"{service}:changes:read"
        if caller is not None and caller.kind == "client" and scope not in caller.scopes:
            raise NotAllowed("identity.scope", scope=scope)


async def _begin(tx: Tx, here: Running, prefix: str, webhook: Webhook) -> None:
    """It hears what comes from now on; a service that is away, from when it is back."""
    feeds, has = Feeds(here, prefix), await queries.cursors(tx, webhook.id)
    for service in sorted(_services(webhook.types) - has.keys()):
        try:
            after: int | None = await feeds.newest(service)
        except Refusal:
            after = None
        await queries.begin(tx, webhook.id, service, after)


@router.get("", response_model=Page[WebhookOut], **allow(*READERS, scope="unit"))
async def list_webhooks(
    query: Annotated[WebhookQuery, Query()], read: Read, actor: CurrentActor
) -> Response:
    """Webhooks by name: all for national staff, else those of the caller's union."""
    unit = _reach(actor)
    values: dict[str, object] = {} if unit is None else {"unit": unit}
    if query.q:
        values["q"] = like_pattern(query.q)
    return await queries.WEBHOOKS.page(read, query, sort="name", values=values)


@router.post("", status_code=201, response_model=NewWebhookOut, **allow(*KEEPERS, scope="unit"))
async def create_webhook(
    body: WebhookIn, tx: Tx, act: Act, here: Here, visit: AtDoor, request: Request
) -> Response:
    """Name an address that is told from now on. Its secret is in this answer and nowhere else."""
    _check(here, body.url, body.types, visit.caller)
    unit = _reach(act.actor)
    if await queries.count(tx, unit) >= MOST:
        raise RuleViolation("webhooks.too_many", limit=MOST)
    # As with a client's secret: a repeat makes another one, whose secret arrives.
    act.key = None
    record_id, secret = body.id or new_id(), signing.new_secret()
    webhook = Webhook(
        id=record_id,
        unit_id=unit,
        unit_code=act.actor.unit_code if unit is not None else None,
        sealed=here.safe.seal(str(record_id).encode(), secret),
        **body.columns("id"),
    )
    made = await act.create(webhook, WebhookOut.of)
    await _begin(tx, here, request.app.state.settings.event_prefix, webhook)
    shown = NewWebhookOut(
        **WebhookOut.of(webhook, act.actor).model_dump(), secret=signing.shown(secret)
    )
    headers = {"Location": made.headers["location"], "ETag": etag(webhook.version)}
    return Response(shown.model_dump_json(), 201, headers, "application/json")


@router.get(
    "/{webhook_id}",
    response_model=WebhookOut,
    **allow(*READERS, scope="unit", obj="webhook_id"),
)
async def get_webhook(webhook_id: UUID, tx: Tx, actor: CurrentActor) -> Response:
    """One webhook, and what the caller may do with it."""
    return answer(WebhookOut.of(await queries.seen(tx, webhook_id, _reach(actor)), actor))


@router.patch(
    "/{webhook_id}",
    response_model=WebhookOut,
    **allow(*KEEPERS, scope="unit", obj="webhook_id"),
)
async def change_webhook(
    webhook_id: UUID,
    body: Annotated[WebhookPatch, MERGE_PATCH],
    match: IfMatch,
    tx: Tx,
    act: Act,
    here: Here,
    visit: AtDoor,
    request: Request,
) -> Response:
    """Another name, address or choice of events; of a new service it hears from now on."""
    webhook = await queries.lock(tx, webhook_id, _reach(act.actor))
    match.require(webhook.version)
    changes = body.changes()
    _check(here, changes.get("url"), changes.get("types"), visit.caller)
    for name, value in changes.items():
        setattr(webhook, name, value)
    await _begin(tx, here, request.app.state.settings.event_prefix, webhook)
    return await act.update(webhook, WebhookOut.of)


@router.post(
    "/{webhook_id}/disable",
    response_model=WebhookOut,
    **allow(*KEEPERS, scope="unit", obj="webhook_id"),
)
async def disable_webhook(webhook_id: UUID, match: IfMatch, tx: Tx, act: Act) -> Response:
    """Stop telling it. What happens meanwhile waits, and is told when it is enabled again. Of one
    that was closed unasked: leave it so, which ends the notice."""
    webhook = await queries.lock(tx, webhook_id, _reach(act.actor))
    match.require(webhook.version)
    if webhook.disabled_reason == Reason.ASKED:
        raise RuleViolation("webhooks.already_disabled")
    webhook.status, webhook.disabled_reason = Status.DISABLED, Reason.ASKED
    return await act.update(webhook, WebhookOut.of, "disable")


@router.post(
    "/{webhook_id}/enable",
    response_model=WebhookOut,
    **allow(*KEEPERS, scope="unit", obj="webhook_id"),
)
async def enable_webhook(webhook_id: UUID, match: IfMatch, tx: Tx, act: Act) -> Response:
    """Tell it again, from where it was stopped."""
    webhook = await queries.lock(tx, webhook_id, _reach(act.actor))
    match.require(webhook.version)
    if webhook.status == Status.ACTIVE:
        raise RuleViolation("webhooks.already_active")
    webhook.status, webhook.disabled_reason, webhook.failing_since = Status.ACTIVE, None, None
    return await act.update(webhook, WebhookOut.of, "enable")


@router.post(
    "/{webhook_id}/rotate",
    response_model=NewWebhookOut,
    **allow(*KEEPERS, scope="unit", obj="webhook_id"),
)
async def rotate_webhook(
    webhook_id: UUID, body: RotationIn, match: IfMatch, tx: Tx, act: Act, here: Here
) -> Response:
    """A new secret, shown once; for `overlap_hours` messages carry both signatures."""
    webhook = await queries.lock(tx, webhook_id, _reach(act.actor))
    match.require(webhook.version)
    secret = signing.new_secret()
    webhook.sealed_before = webhook.sealed
    webhook.before_until = now() + timedelta(hours=body.overlap_hours)
    webhook.sealed = here.safe.seal(str(webhook.id).encode(), secret)
    act.key = None
    await act.update(webhook, WebhookOut.of, "rotate")
    shown = NewWebhookOut(
        **WebhookOut.of(webhook, act.actor).model_dump(), secret=signing.shown(secret)
    )
    headers = {"ETag": etag(webhook.version)}
    return Response(shown.model_dump_json(), 200, headers, "application/json")


@router.post(
    "/{webhook_id}/replay",
    response_model=WebhookOut,
    **allow(*KEEPERS, scope="unit", obj="webhook_id"),
)
async def replay_webhook(
    webhook_id: UUID, body: ReplayIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Tell again all that came after a position, dead letters included, under the same ids."""
    webhook = await queries.lock(tx, webhook_id, _reach(act.actor))
    match.require(webhook.version)
    if body.service not in _services(webhook.types):
        raise RuleViolation("webhooks.not_its_service", service=body.service)
    reached = (await queries.cursors(tx, webhook.id)).get(body.service)
    if reached is not None and body.after > reached:
        raise RuleViolation("webhooks.not_so_far", reached=reached)
    await queries.begin(tx, webhook.id, body.service, body.after)
    return await act.update(webhook, WebhookOut.of, "replay")


@router.get(
    "/{webhook_id}/deliveries",
    response_model=Page[DeliveryOut],
    **allow(*READERS, scope="unit", obj="webhook_id"),
)
async def list_deliveries(
    webhook_id: UUID,
    query: Annotated[DeliveryQuery, Query()],
    tx: Tx,
    read: Read,
    actor: CurrentActor,
) -> Response:
    """What was sent there, newest first: delivered, waiting for its next try, or a dead letter."""
    await queries.seen(tx, webhook_id, _reach(actor))
    values: dict[str, object] = {"webhook": webhook_id}
    return await queries.DELIVERIES.page(read, query, sort="-created_at", values=values)
