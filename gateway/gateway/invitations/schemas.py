"""Invitations on the wire. A link is in one answer and nowhere else."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from chassis.strict import Flag, Id, Name, Short, Whole
from chassis.wire import In, Out
from gateway.accounts.schemas import NewPassword, Periods, Roles, UnitCode
from gateway.invitations.rules import DEFAULT_HOURS, LONGEST_HOURS, TOKEN

Token = Annotated[str, Field(pattern=f"^{TOKEN}$", strict=True)]


class InvitationIn(In):
    id: Id | None = None
    username: Short
    name: Name
    unit_id: Id
    unit_code: UnitCode
    national: Flag = False
    roles: Roles
    role_periods: Periods = Field(default_factory=list)
    hours: Annotated[int, Field(ge=1, le=LONGEST_HOURS), Whole] = DEFAULT_HOURS


class LinkOut(Out):
    """`link` opens the page on which this person sets a password; it works once."""

    account_id: UUID
    username: str
    link: str
    expires_at: datetime


class TokenIn(In):
    token: Token


class InvitedOut(Out):
    """Whom a link is for."""

    kind: Literal["invitation", "reset", "bootstrap"]
    username: str
    name: str
    expires_at: datetime
    shortest_password: int


class AcceptIn(In):
    token: Token
    password: NewPassword
