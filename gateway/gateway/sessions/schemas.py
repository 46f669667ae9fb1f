"""Sessions on the wire. The session's token itself is in no body: it lives in the cookie only."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from chassis.wire import In, Out
from gateway.accounts.schemas import Password


class SessionIn(In):
    # Loose on purpose: what no account has is answered like a wrong password, not a bad form.
    username: Annotated[str, Field(min_length=1, max_length=200, strict=True)]
    password: Password
    otp: Annotated[str, Field(pattern="^[0-9]{6}$", strict=True)] | None = None


class PersonOut(Out):
    id: UUID
    username: str
    name: str
    roles: list[str]
    unit_id: UUID | None
    unit_code: str | None
    national: bool


class SessionOut(Out):
    """`csrf_token` goes into `X-CSRF-Token` of every change made with this session's cookie."""

    person: PersonOut
    csrf_token: str
    expires_at: datetime
