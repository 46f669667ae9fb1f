"""Proposed roles on the wire."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from chassis.identity import Actor
from chassis.listing import PageQuery
from chassis.strict import Day, Id, Paragraph, Search
from chassis.wire import In, LivingOut
from gateway.accounts.models import Account
from gateway.accounts.schemas import Role
from gateway.role_grants.models import RoleGrant
from gateway.role_grants.rules import MOVES, Status, relations


class RoleGrantIn(In):
    """A role for an account, from day to day (both included; an end left out is open), and why."""

    id: Id | None = None
    account_id: Id
    role: Literal["approver", "admin"]
    starts_on: Day | None = None
    ends_on: Day | None = None
    reason: Paragraph


class DeclineIn(In):
    reason: Paragraph


class RoleGrantOut(LivingOut):
    account_id: UUID
    account_name: str
    username: str
    unit_id: UUID | None
    unit_code: str | None
    role: Role
    starts_on: date | None
    ends_on: date | None
    reason: str
    proposed_by: UUID
    proposed_name: str
    decided_by: UUID | None
    decided_name: str | None
    decided_at: datetime | None


def shown(grant: RoleGrant, account: Account, actor: Actor) -> RoleGrantOut:
    """A proposal with the name of the person it is for, and what this caller may do."""
    values = {name: getattr(grant, name, None) for name in RoleGrantOut.model_fields}
    values |= {"account_name": account.name, "username": account.username}
    values |= {"unit_code": account.unit_code, "allowed_actions": []}
    out = RoleGrantOut.model_validate(values)
    out.allowed_actions = actions(out.status, out.proposed_by, out.account_id, actor)
    return out


def actions(status: str, proposer: UUID | str, receiver: UUID | str, actor: Actor) -> list[str]:
    mine = relations(actor.id, proposer=UUID(str(proposer)), receiver=UUID(str(receiver)))
    return MOVES.allowed(Status(status), actor.roles, mine)


class RoleGrantQuery(PageQuery):
    q: Search | None = None
    status: Status | None = None
    account_id: Id | None = None
