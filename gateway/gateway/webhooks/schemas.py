"""Webhooks on the wire. A secret is shown once: in the answer that makes it."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from chassis.identity import Actor
from chassis.listing import PageQuery
from chassis.strict import Id, Name, Search, Whole
from chassis.wire import In, LivingOut, Out, partial
from gateway import roles
from gateway.accounts.schemas import UnitCode
from gateway.webhooks.models import Webhook
from gateway.webhooks.rules import UNASKED, Fate, Status

Url = Annotated[str, Field(pattern=r"^https?://[!-~]+$", max_length=500, strict=True)]
EventType = Annotated[
    str, Field(pattern=r"^[a-z][a-z0-9_-]{0,63}(?:\.[a-z][a-z0-9_-]{0,63}){0,2}$", strict=True)
]
Types = Annotated[list[EventType], Field(min_length=1, max_length=50)]


class WebhookIn(In):
    """`types`: `registry` for all of a service, `registry.ngos`, or `registry.ngos.create`."""

    id: Id | None = None
    name: Name
    url: Url
    types: Types


@partial
class WebhookPatch(In):
    """Merge patch."""

    name: Name
    url: Url
    types: Types


class WebhookOut(LivingOut):
    """`failing_since`: nothing has arrived there since then."""

    unit_id: UUID | None
    unit_code: str | None
    name: str
    url: str
    types: list[str]
    disabled_reason: str | None
    failing_since: datetime | None
    last_success_at: datetime | None

    @classmethod
    def of(cls, webhook: Webhook, actor: Actor | None = None) -> "WebhookOut":
        out = cls.model_validate(webhook)
        if actor is not None and actor.has(*KEEPERS):
            is_active = webhook.status == Status.ACTIVE
            moves = ["disable"] if is_active else ["enable"]
            if webhook.disabled_reason in UNASKED:
                moves.append("disable")
            out.allowed_actions = ["change", "rotate", "replay", *moves]
        return out


KEEPERS = (roles.ADMIN, roles.INTEGRATOR)


class NewWebhookOut(WebhookOut):
    secret: str


class RotationIn(In):
    """For how many hours both secrets sign."""

    overlap_hours: Annotated[int, Field(ge=0, le=168), Whole] = 24


class ReplayIn(In):
    """Tell again what came after this position of this service's feed."""

    service: Annotated[str, Field(pattern="^[a-z]{1,32}$", strict=True)]
    after: Annotated[int, Field(ge=0, le=2**53 - 1), Whole]


class WebhookQuery(PageQuery):
    q: Search | None = None
    unit_code: UnitCode | None = None
    status: Status | None = None


class DeliveryQuery(PageQuery):
    status: Fate | None = None


class DeliveryOut(Out):
    """`webhook-id` of the message is `event_id`; `last_error` is `status`, `redirect`, `timeout`,
    `connection`, `address` (not public, or no such host) or `tls`."""

    id: UUID
    service: str
    pos: int
    event_id: str
    object: str
    type: str
    status: str
    attempts: int
    next_at: datetime
    last_at: datetime | None
    last_status: int | None
    last_error: str | None
    last_ms: int | None
    created_at: datetime


class Started(BaseModel):
    """From which position on it will be told again."""

    service: str
    after: int
