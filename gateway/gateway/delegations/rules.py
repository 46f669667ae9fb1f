"""What may be handed over, for how long, and who has a say. Pure."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from gateway.roles import ADMIN, APPROVER

LONGEST = timedelta(days=92)
# One role of one colleague, and whose it is.
Lent = Sequence[tuple[str, UUID]]


class Status(StrEnum):
    PROPOSED = "proposed"
    ACTIVE = "active"
    DECLINED = "declined"
    ENDED = "ended"


class Action(StrEnum):
    CONFIRM = "confirm"
    DECLINE = "decline"
    END = "end"


OPEN = (Status.PROPOSED, Status.ACTIVE)


def begins_as(roles: Collection[str]) -> Status:
    """Deciding is not handed on by one person alone: an administrator confirms it (AZ-08)."""
    return Status.PROPOSED if APPROVER in roles else Status.ACTIVE


def problem(roles: Collection[str], own: Collection[str]) -> str | None:
    """The code of what is wrong with these roles: not the own ones, or not to be handed over."""
    if ADMIN in roles:
        return "delegations.admin_stays"
    if len(set(roles)) < len(roles) or not set(roles) <= set(own):
        return "delegations.not_your_role"
    return None


def period_problem(starts_on: date, ends_on: date, today: date) -> str | None:
    """The code of what is wrong with these days, both included."""
    if ends_on < starts_on:
        return "accounts.period_ends_before_it_starts"
    if ends_on < today:
        return "delegations.past"
    return "delegations.too_long" if ends_on - starts_on > LONGEST else None


def allowed(
    status: Status, person: UUID | None, roles: Collection[str], *, giver: UUID, taker: UUID
) -> list[str]:
    """What this person may do now: the two end it, an administrator who is neither decides."""
    if person in (giver, taker):
        return [Action.END] if status in OPEN else []
    if ADMIN not in roles:
        return []
    if status == Status.PROPOSED:
        return [Action.CONFIRM, Action.DECLINE]
    return [Action.DECLINE] if status == Status.ACTIVE else []
