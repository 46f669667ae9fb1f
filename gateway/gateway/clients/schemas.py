"""Machine clients on the wire. The secret is shown once, in the answer that creates it."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from chassis.identity import Actor
from chassis.strict import Flag, Id, Name, Whole
from chassis.wire import In, Out, RecordOut
from gateway.accounts.schemas import UnitCode
from gateway.clients.models import Client
from gateway.clients.rules import LONGEST_DAYS, LONGEST_OVERLAP_HOURS, SCOPE, allowed_actions
from gateway.roles import ADMIN

Scope = Annotated[str, Field(pattern=f"^{SCOPE.pattern}$", strict=True)]
Days = Annotated[int, Field(ge=1, le=LONGEST_DAYS), Whole]
Overlap = Annotated[int, Field(ge=0, le=LONGEST_OVERLAP_HOURS), Whole]


class ClientIn(In):
    id: Id | None = None
    name: Name
    unit_id: Id
    unit_code: UnitCode
    national: Flag = False
    scopes: Annotated[list[Scope], Field(min_length=1, max_length=200)]
    expires_in_days: Days = LONGEST_DAYS


class SecretIn(In):
    """For how long the new secret is good, and the old one beside it."""

    overlap_hours: Overlap = 24
    expires_in_days: Days = LONGEST_DAYS


class ClientOut(RecordOut):
    """`before_until`: so long the secret that was replaced last is good, too."""

    client_id: str
    name: str
    unit_id: UUID | None
    unit_code: str | None
    national: bool
    scopes: list[str]
    disabled_at: datetime | None
    last_used_at: datetime | None
    secret_expires_at: datetime
    before_until: datetime | None
    allowed_actions: list[str] = Field(default_factory=list)

    @classmethod
    def of(cls, client: Client, actor: Actor | None = None) -> "ClientOut":
        out = cls.model_validate(client)
        if actor is not None and actor.has(ADMIN):
            out.allowed_actions = allowed_actions(client.disabled_at is not None)
        return out


class NewClientOut(ClientOut):
    client_secret: str


class TokenOut(Out):
    """RFC 6749, 5.1."""

    access_token: str
    token_type: str
    expires_in: int
    scope: str


class TokenErrorOut(Out):
    """RFC 6749, 5.2."""

    error: str
    error_description: str
