"""The steps of a proposal, whose each is, and what of it can still be taken. Pure."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from chassis.errors import FieldProblem, NotAllowed, RuleViolation
from chassis.moves import Move, Moves
from registry import roles

Change = dict[str, Any]  # field, before, after


class ProposalStatus(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class ProposalAction(StrEnum):
    ACCEPT = "accept"
    DECLINE = "decline"
    WITHDRAW = "withdraw"


class Side(StrEnum):
    """Who a caller is to a proposal: the unit that makes it, or the one that keeps the record."""

    PROPOSER = "proposer"
    STEWARD = "steward"


_W = frozenset(roles.WRITERS)
_S, _A = ProposalStatus, ProposalAction
MOVES: Moves[ProposalStatus, ProposalAction] = Moves(
    {
        (_S.OPEN, _A.ACCEPT): Move(to=_S.ACCEPTED, by=_W),
        (_S.OPEN, _A.DECLINE): Move(to=_S.DECLINED, by=_W, needs_reason=True),
        (_S.OPEN, _A.WITHDRAW): Move(to=_S.WITHDRAWN, by=_W),
    },
    "registry",
)
STEP_OF: Mapping[ProposalAction, Side] = {
    _A.ACCEPT: Side.STEWARD,
    _A.DECLINE: Side.STEWARD,
    _A.WITHDRAW: Side.PROPOSER,
}


def sides_of(
    caller: UUID | None, proposer: UUID, steward: UUID, *, national: bool
) -> frozenset[Side]:
    """The sides for which this caller speaks; the national union answers for every steward."""
    found = {Side.PROPOSER} if caller == proposer else set()
    return frozenset(found | {Side.STEWARD} if national or caller == steward else found)


def require_side(action: ProposalAction, sides: Collection[Side]) -> None:
    """Each step is taken by the side whose step it is."""
    if STEP_OF[action] not in sides:
        raise NotAllowed("registry.not_your_proposal" if sides else "registry.not_a_side")


def allowed(status: ProposalStatus, roles_: Collection[str], sides: Collection[Side]) -> list[str]:
    """What a caller of these roles may do now for these sides."""
    may = MOVES.allowed(status, roles_)
    return [action for action in may if STEP_OF[ProposalAction(action)] in sides]


def told_on(proposal: Mapping[str, Any], day: date) -> dict[str, Any]:
    """A proposal as it stood on a day: what was answered later was open."""
    closed = proposal["closed_on"]
    if closed is None or closed <= day:
        return dict(proposal)
    return {
        **proposal,
        "status": ProposalStatus.OPEN,
        "closed_on": None,
        "taken": [],
        "answer": None,
    }


def require_other_unit(caller: UUID, steward: UUID, *, national: bool) -> None:
    """Who may change the record itself has nobody to propose it to."""
    if national or caller == steward:
        raise RuleViolation("registry.own_record")


def differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    """The fields of `after` that say something else than the record, with both; none is refused."""
    found = [
        {"field": name, "before": before.get(name), "after": value}
        for name, value in after.items()
        if value != before.get(name)
    ]
    if not found:
        code = "registry.nothing_proposed"
        raise RuleViolation(code, errors=[FieldProblem("/body/patch", code)])
    return found


def taken(
    changes: Sequence[Change], fields: Collection[str] | None, now: Mapping[str, Any]
) -> list[Change]:
    """The changes of these fields, or all; refused where the record moved on since."""
    named = {change["field"] for change in changes}
    if fields is not None and not set(fields) <= named:
        code = "registry.not_proposed"
        raise RuleViolation(code, errors=[FieldProblem("/body/fields", code)])
    mine = [change for change in changes if fields is None or change["field"] in fields]
    moved = [c["field"] for c in mine if now.get(c["field"]) not in (c["before"], c["after"])]
    if moved:
        code = "registry.proposal_overtaken"
        raise RuleViolation(
            code, errors=[FieldProblem(f"/body/fields/{one}", code) for one in moved]
        )
    return mine
