"""The steps of a referral, and credit that is shared but never counted twice. Pure."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

from chassis.errors import FieldProblem, NotAllowed, RuleViolation
from chassis.moves import Move, Moves
from registry import roles


class ReferralStatus(StrEnum):
    INTRODUCED = "introduced"
    ACCEPTED = "accepted"
    VISITED = "visited"
    CONCLUDED = "concluded"
    DECLINED = "declined"


class ReferralAction(StrEnum):
    UPDATE = "update"
    ACCEPT = "accept"
    VISIT = "visit"
    CONCLUDE = "conclude"
    DECLINE = "decline"


class Side(StrEnum):
    """Who a caller is to a referral: the union that introduces, or the one that receives."""

    GIVER = "giver"
    RECEIVER = "receiver"


class Outcome(StrEnum):
    """What came of it: aid, further talks elsewhere, or nothing."""

    AGREED = "agreed"
    FOLLOW_UP = "follow_up"
    NOTHING = "nothing"


# The day of each step, the last one first, and what was not there before it.
STEPS: Mapping[ReferralStatus, tuple[str, Mapping[str, Any]]] = {
    ReferralStatus.CONCLUDED: (
        "concluded_on",
        {"outcome": None, "result": None, "credits": [], "grant_id": None},
    ),
    ReferralStatus.DECLINED: ("declined_on", {"reason": None}),
    ReferralStatus.VISITED: ("visited_on", {"visit": None}),
    ReferralStatus.ACCEPTED: ("accepted_on", {}),
}


def told_on(referral: Mapping[str, Any], day: date) -> dict[str, Any]:
    """A referral as far as it had come by a day, with nothing of what came later."""
    taken = {
        status: referral[on] is not None and referral[on] <= day
        for status, (on, _) in STEPS.items()
    }
    later: dict[str, Any] = {}
    for status, (on, fields) in STEPS.items():
        later |= {} if taken[status] else {on: None, **fields}
    reached = (status for status in STEPS if taken[status])
    return {**referral, **later, "status": next(reached, ReferralStatus.INTRODUCED)}


_W = frozenset(roles.WRITERS)
_S, _A = ReferralStatus, ReferralAction
_OPEN = (_S.INTRODUCED, _S.ACCEPTED, _S.VISITED)
MOVES: Moves[ReferralStatus, ReferralAction] = Moves(
    {
        **{(status, _A.UPDATE): Move(to=status, by=_W) for status in _OPEN},
        (_S.INTRODUCED, _A.ACCEPT): Move(to=_S.ACCEPTED, by=_W),
        (_S.INTRODUCED, _A.DECLINE): Move(to=_S.DECLINED, by=_W, needs_reason=True),
        (_S.ACCEPTED, _A.VISIT): Move(to=_S.VISITED, by=_W),
        (_S.ACCEPTED, _A.DECLINE): Move(to=_S.DECLINED, by=_W, needs_reason=True),
        (_S.VISITED, _A.CONCLUDE): Move(to=_S.CONCLUDED, by=_W),
    },
    "registry",
)


# What was introduced is the giver's to correct; what came of it only the receiver saw.
STEP_OF: Mapping[ReferralAction, Side] = {
    _A.UPDATE: Side.GIVER,
    _A.ACCEPT: Side.RECEIVER,
    _A.VISIT: Side.RECEIVER,
    _A.CONCLUDE: Side.RECEIVER,
    _A.DECLINE: Side.RECEIVER,
}


def sides_of(
    caller: UUID | None, giver: UUID, receiver: UUID, *, national: bool
) -> frozenset[Side]:
    """The sides for which this caller speaks; the national union for both."""
    units = {Side.GIVER: giver, Side.RECEIVER: receiver}
    return frozenset(side for side, unit in units.items() if national or unit == caller)


def require_side(action: ReferralAction, sides: Collection[Side]) -> None:
    """Each step is taken by the side whose step it is."""
    if not sides:
        raise NotAllowed("registry.not_a_side")
    if STEP_OF[action] not in sides:
        raise NotAllowed("registry.other_side")


def allowed(status: ReferralStatus, roles_: Collection[str], sides: Collection[Side]) -> list[str]:
    """What a caller of these roles may do now for these sides."""
    may = MOVES.allowed(status, roles_)
    return [action for action in may if STEP_OF[ReferralAction(action)] in sides]


def require_two(giver: UUID, receiver: UUID) -> None:
    """A union is not introduced to itself."""
    if giver == receiver:
        code = "registry.same_union"
        raise RuleViolation(code, errors=[FieldProblem("/body/to_unit_id", code)])


def require_whole(credits: Sequence[Mapping[str, Any]], sides: Sequence[UUID]) -> None:
    """The shares belong to the two unions, each once, and add up to one whole referral."""
    units = [str(credit["unit_id"]) for credit in credits]
    total = sum((Decimal(credit["percentage"]) for credit in credits), Decimal())
    allowed = {str(side) for side in sides}
    if len(set(units)) != len(units) or not set(units) <= allowed or total != 100:
        code = "registry.credit_not_whole"
        raise RuleViolation(code, errors=[FieldProblem("/body/credits", code)])
