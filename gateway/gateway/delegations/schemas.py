"""Delegations on the wire."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from chassis.identity import Actor
from chassis.listing import PageQuery
from chassis.strict import Day, Id, Paragraph, Search
from chassis.wire import In, LivingOut, Out
from gateway.accounts.schemas import Role
from gateway.delegations.models import Delegation
from gateway.delegations.rules import Status, allowed


class DelegationIn(In):
    """The caller's roles for a colleague of the same unit; both days are included."""

    id: Id | None = None
    taker_id: Id
    roles: Annotated[list[Role], Field(min_length=1, max_length=6)]
    starts_on: Day
    ends_on: Day
    reason: Paragraph


class RefusalIn(In):
    reason: Paragraph


class DelegationOut(LivingOut):
    giver_id: UUID
    giver_name: str
    taker_id: UUID
    taker_name: str
    unit_id: UUID
    unit_code: str
    roles: list[Role]
    starts_on: date
    ends_on: date
    reason: str
    decided_by: UUID | None
    decided_name: str | None
    decided_at: datetime | None

    @classmethod
    def of(cls, delegation: Delegation, actor: Actor | None = None) -> "DelegationOut":
        out = cls.model_validate(delegation)
        if actor is not None:
            out.allowed_actions = actions(out.status, str(out.giver_id), str(out.taker_id), actor)
        return out


def actions(status: str, giver: str, taker: str, actor: Actor) -> list[str]:
    ends = {"giver": UUID(giver), "taker": UUID(taker)}
    return allowed(Status(status), actor.id, actor.own_roles, **ends)


class DelegationQuery(PageQuery):
    q: Search | None = None
    status: Status | None = None


class ColleagueQuery(PageQuery):
    q: Search | None = None


class ColleagueOut(Out):
    """Somebody of the caller's own unit, to whom a role may be handed."""

    id: UUID
    name: str
    username: str
