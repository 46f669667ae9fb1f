"""People's requests on the wire."""

from datetime import date
from typing import Literal
from uuid import UUID

from chassis.days import today
from chassis.identity import Actor
from chassis.listing import PageQuery
from chassis.strict import Day, Flag, Id, Name, Paragraph, Search
from chassis.wire import In, LivingOut
from gateway.subject_requests import rules
from gateway.subject_requests.models import SubjectRequest
from gateway.subject_requests.rules import Kind, Outcome, Status

Confidence = Literal["QUOTED", "SECONDARY", "DERIVED", "MEMORY"]


class SubjectRequestIn(In):
    """`third_party`: somebody else must act as well, which some kinds are given more days for."""

    id: Id | None = None
    kind: Kind
    person: Name
    contact: Name | None = None
    wish: Paragraph
    received_on: Day
    third_party: Flag = False


class AnsweredIn(In):
    """What the person was told: that it came, and what happens now."""

    answer: Paragraph


class ExtendedIn(In):
    reason: Paragraph


class FinishedIn(In):
    outcome: Outcome
    result: Paragraph


class SubjectRequestOut(LivingOut):
    """`due_on`: the next day that counts. `source`, `confidence`, `verified`: where the lengths of
    the terms are known from; unverified ones are shown as such."""

    unit_id: UUID
    unit_code: str | None
    kind: Kind
    person: str
    contact: str | None
    wish: str
    received_on: date
    third_party: bool
    answer_due_on: date
    finish_due_on: date
    due_on: date
    answered_on: date | None
    answer: str | None
    extended_on: date | None
    extension_reason: str | None
    finished_on: date | None
    outcome: Outcome | None
    result: str | None
    source: str
    confidence: Confidence
    verified: bool

    @classmethod
    def of(cls, request: SubjectRequest, actor: Actor | None = None) -> "SubjectRequestOut":
        out = cls.model_validate(request)
        out.allowed_actions = actions(
            out.status, out.finish_due_on, actor, is_extended=out.extended_on is not None
        )
        return out


def actions(
    status: str, finish_due_on: date, actor: Actor | None, *, is_extended: bool
) -> list[str]:
    """What this caller may do today."""
    roles = actor.roles if actor else ()
    return rules.allowed(Status(status), roles, finish_due_on, today(), is_extended=is_extended)


class SubjectRequestQuery(PageQuery):
    """`open`: those that are not finished. `overdue`: of these, whose day has passed."""

    by_route = frozenset({"open", "overdue"})

    sort: Literal["due_on", "-due_on", "received_on", "-received_on"] = "due_on"
    q: Search | None = None
    kind: Kind | None = None
    status: Status | None = None
    open: bool = False
    overdue: bool = False
