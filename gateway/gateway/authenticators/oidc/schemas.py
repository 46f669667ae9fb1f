"""Accounts elsewhere on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from chassis.strict import Id, Text
from chassis.wire import In, Out
from gateway.authenticators.passkeys.rules import BASE64URL
from gateway.sessions.schemas import SecondFactor

# what RFC 6749 lets a code be made of
Code = Annotated[str, Field(pattern="^[ -~]+$", max_length=2048, strict=True)]
State = Annotated[str, Field(pattern=f"^{BASE64URL}{{43}}$", strict=True)]


class ProviderOut(Out):
    """Whether one signs in at a provider; `name` is what its button says, None for nothing said."""

    is_on: bool
    name: str | None


class WayOut(Out):
    """Where the browser goes now. The answer set a cookie that belongs to this way alone."""

    address: str
    expires_at: datetime


class ReturnIn(In):
    """What the provider put into the address of our page, word for word."""

    code: Code
    state: State
    iss: Annotated[str, Text(500)] | None = None


class SecondIn(In):
    otp: SecondFactor


class IdentityChosenIn(In):
    id: Id


class IdentityOut(Out):
    """`shown_as`: the name at the provider on the day it was linked."""

    id: UUID
    issuer: str
    shown_as: str
    created_at: datetime
    last_used_at: datetime | None


class IdentitiesOut(Out):
    """All of them: one for each provider there was, so there are no further pages."""

    items: list[IdentityOut]
    next_cursor: None = None
