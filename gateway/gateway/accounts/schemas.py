"""Accounts on the wire. A password comes in and never goes out."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from chassis.days import today
from chassis.identity import Actor
from chassis.strict import Day, Flag, Id, Name, Short
from chassis.wire import In, RecordOut, partial
from gateway.accounts.models import Account
from gateway.accounts.rules import (
    LONGEST,
    SHORTEST,
    SHORTEST_WITH_OTP,
    allowed_actions,
    is_guarded,
)
from gateway.roles import ADMIN

Role = Literal["admin", "officer", "appraiser", "approver", "viewer", "auditor", "integrator"]
Secret = Annotated[
    str, Field(max_length=LONGEST, strict=True, json_schema_extra={"format": "password"})
]
Password = Annotated[Secret, Field(min_length=1)]
FirstPassword = Annotated[Secret, Field(min_length=SHORTEST)]
NewPassword = Annotated[Secret, Field(min_length=SHORTEST_WITH_OTP)]
Roles = Annotated[list[Role], Field(min_length=1, max_length=7)]
UnitCode = Annotated[str, Field(pattern="^[A-Z][A-Z0-9_]{1,31}$", strict=True)]


class RolePeriod(In):
    """From when to when a role holds, both days included; an end left out is open."""

    role: Role
    starts_on: Day | None = None
    ends_on: Day | None = None


Periods = Annotated[list[RolePeriod], Field(max_length=7)]


class AccountIn(In):
    id: Id | None = None
    username: Short
    name: Name
    password: FirstPassword
    unit_id: Id
    unit_code: UnitCode
    national: Flag = False
    roles: Roles
    role_periods: Periods = Field(default_factory=list)


@partial
class AccountPatch(In):
    """Merge patch."""

    name: Name
    roles: Roles
    role_periods: Periods


class AccountOut(RecordOut):
    username: str
    name: str
    unit_id: UUID | None
    unit_code: str | None
    national: bool
    roles: list[Role]
    role_periods: list[RolePeriod]
    disabled_at: datetime | None
    allowed_actions: list[str] = Field(default_factory=list)

    @classmethod
    def of(cls, account: Account, actor: Actor | None = None) -> "AccountOut":
        out = cls.model_validate(account)
        if actor is not None and actor.has(ADMIN):
            is_own = actor.id == account.id
            guarded = is_guarded(
                account.roles, account.role_periods, national=account.national, today=today()
            )
            out.allowed_actions = allowed_actions(
                account.disabled_at is not None, is_own=is_own, is_guarded=guarded
            )
        return out
