"""Sessions on the wire. The session's token itself is in no body: it lives in the cookie only."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from chassis.wire import In, Out
from gateway.accounts.schemas import Password
from gateway.authenticators.rules import CODE, OTP

# A code of the app, or one of the ten for the day when the telephone is lost.
SecondFactor = Annotated[str, Field(pattern=f"^(?:{OTP}|{CODE})$", strict=True)]


class SessionIn(In):
    # Loose on purpose: what no account has is answered like a wrong password, not a bad form.
    username: Annotated[str, Field(min_length=1, max_length=200, strict=True)]
    password: Password
    otp: SecondFactor | None = None


class ProofIn(In):
    password: Password
    otp: SecondFactor | None = None


class PersonOut(Out):
    """`predecessors`: the units that went into the person's, whose records they read."""

    id: UUID
    username: str
    name: str
    roles: list[str]
    unit_id: UUID | None
    unit_code: str | None
    national: bool
    predecessors: list[UUID]


class SessionOut(Out):
    """`csrf_token` goes into `X-CSRF-Token` of every change made with this session's cookie.
    `must_enrol`: until a second factor is set up, nothing but that is answered."""

    id: UUID
    person: PersonOut
    csrf_token: str
    expires_at: datetime
    authenticated_at: datetime
    has_otp: bool
    must_enrol: bool


class ListedSessionOut(Out):
    """One of a person's sessions; `agent` is what its browser says of itself."""

    id: UUID
    created_at: datetime
    seen_at: datetime
    expires_at: datetime
    has_otp: bool
    agent: str
    is_current: bool


class SessionsOut(Out):
    """All of them: ten at most, so there are no further pages."""

    items: list[ListedSessionOut]
    next_cursor: None = None
