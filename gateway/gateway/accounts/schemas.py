"""Accounts on the wire. A password comes in and never goes out."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from chassis.identity import Actor
from chassis.strict import Flag, Id, Name, Short
from chassis.wire import In, RecordOut
from gateway.accounts.models import Account
from gateway.accounts.rules import LONGEST, SHORTEST, SHORTEST_WITH_OTP

Role = Literal["admin", "officer", "appraiser", "approver", "viewer", "auditor", "integrator"]
Password = Annotated[str, Field(min_length=1, max_length=LONGEST, strict=True)]
FirstPassword = Annotated[str, Field(min_length=SHORTEST, max_length=LONGEST, strict=True)]
NewPassword = Annotated[str, Field(min_length=SHORTEST_WITH_OTP, max_length=LONGEST, strict=True)]
UnitCode = Annotated[str, Field(pattern="^[A-Z][A-Z0-9_]{1,31}$", strict=True)]


class AccountIn(In):
    id: Id | None = None
    username: Short
    name: Name
    password: FirstPassword
    unit_id: Id
    unit_code: UnitCode
    national: Flag = False
    roles: Annotated[list[Role], Field(min_length=1, max_length=7)]


class AccountOut(RecordOut):
    username: str
    name: str
    unit_id: UUID | None
    unit_code: str | None
    national: bool
    roles: list[str]
    disabled_at: datetime | None

    @classmethod
    def of(cls, account: Account, _: Actor | None = None) -> "AccountOut":
        return cls.model_validate(account)
