"""The life of a grant dossier: who may take which step, and what a dossier must say. Pure.

The steps are those of decree 80/2020, articles 8 to 11: file, check, appraise, decide.
"""

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from aid import roles
from chassis.errors import FieldProblem, RuleViolation
from chassis.moves import Move, Moves


class Form(StrEnum):
    PROGRAMME = "programme"
    PROJECT = "project"
    NON_PROJECT = "non_project"
    EMERGENCY_RELIEF = "emergency_relief"
    RECOVERY = "recovery"


class Status(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    SUPPLEMENT_REQUESTED = "supplement_requested"
    APPRAISED = "appraised"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class Action(StrEnum):
    UPDATE = "update"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    RETURN = "return"
    APPRAISE = "appraise"
    APPROVE = "approve"
    REJECT = "reject"


FOUR_EYES = "one person has one part in a dossier: prepare, appraise or decide"


class Deed(StrEnum):
    """What a person did to a dossier, remembered for ever."""

    EDIT = "edit"
    SUBMIT = "submit"
    APPRAISE = "appraise"
    DECIDE = "decide"


RELATION = {
    Deed.EDIT: "editor",
    Deed.SUBMIT: "submitter",
    Deed.APPRAISE: "appraiser",
    Deed.DECIDE: "decider",
}
# Four eyes: a person has one part in a dossier. The database holds the same in one constraint.
PART = {
    Deed.EDIT: "prepare",
    Deed.SUBMIT: "prepare",
    Deed.APPRAISE: "appraise",
    Deed.DECIDE: "decide",
}


def _others(part: str) -> tuple[str, ...]:
    return tuple(RELATION[deed] for deed in Deed if PART[deed] != part)


_PREPARERS = tuple(RELATION[deed] for deed in Deed if PART[deed] == "prepare")
_WRITERS = frozenset(roles.WRITERS)
_APPRAISER, _APPROVER = frozenset({roles.APPRAISER}), frozenset({roles.APPROVER})
_S, _A = Status, Action

_EDIT = {
    status: Move(to=status, by=_WRITERS, forbids=_others("prepare"))
    for status in (_S.DRAFT, _S.SUPPLEMENT_REQUESTED)
}
_SUBMIT = Move(to=_S.SUBMITTED, by=_WRITERS, forbids=_others("prepare"))
_WITHDRAW = Move(to=_S.WITHDRAWN, by=_WRITERS)
_REJECT = Move(to=_S.REJECTED, by=_APPROVER, needs_reason=True, forbids=_others("decide"))

MOVES: Moves[Status, Action] = Moves(
    {
        (_S.DRAFT, _A.UPDATE): _EDIT[_S.DRAFT],
        (_S.DRAFT, _A.SUBMIT): _SUBMIT,
        (_S.DRAFT, _A.WITHDRAW): _WITHDRAW,
        (_S.SUBMITTED, _A.WITHDRAW): _WITHDRAW,
        (_S.SUBMITTED, _A.RETURN): Move(
            to=_S.SUPPLEMENT_REQUESTED, by=_APPRAISER, needs_reason=True, forbids=_PREPARERS
        ),
        (_S.SUBMITTED, _A.APPRAISE): Move(
            to=_S.APPRAISED, by=_APPRAISER, forbids=_others("appraise")
        ),
        (_S.SUPPLEMENT_REQUESTED, _A.UPDATE): _EDIT[_S.SUPPLEMENT_REQUESTED],
        (_S.SUPPLEMENT_REQUESTED, _A.SUBMIT): _SUBMIT,
        (_S.SUPPLEMENT_REQUESTED, _A.WITHDRAW): _WITHDRAW,
        (_S.APPRAISED, _A.WITHDRAW): _WITHDRAW,
        (_S.APPRAISED, _A.RETURN): Move(
            to=_S.SUPPLEMENT_REQUESTED, by=_APPROVER, needs_reason=True, forbids=_PREPARERS
        ),
        (_S.APPRAISED, _A.APPROVE): Move(to=_S.APPROVED, by=_APPROVER, forbids=_others("decide")),
        (_S.APPRAISED, _A.REJECT): _REJECT,
    },
    "aid",
)


def allowed(
    status: Status,
    own: Collection[str],
    every: Collection[str],
    relations: Collection[str],
    lent: Collection[str],
) -> list[str]:
    """What a person may do: in roles of their own, and in those held for an absent colleague, where
    the colleague's part in the dossier (`lent`) bars as well."""
    others = set(every) - set(own)
    found = set(MOVES.allowed(status, own, relations))
    found |= set(MOVES.allowed(status, others, {*relations, *lent}))
    return [str(action) for action in Action if action in found]


# A dossier in this status waits for somebody to take this part in it.
AWAITED = {
    Status.SUPPLEMENT_REQUESTED: (Action.SUBMIT, "prepare"),
    Status.SUBMITTED: (Action.APPRAISE, "appraise"),
    Status.APPRAISED: (Action.APPROVE, "decide"),
}


# What a unit left open when it went into another, that one's officers take over (docs/adr/0017).
OPEN = frozenset(cell.status for cell in MOVES.cells() if cell.move)


def may_take_over(status: Status, held: Collection[str], *, left: bool) -> bool:
    """`left`: the unit that would have to finish the dossier went into the caller's."""
    return left and status in OPEN and roles.OFFICER in held


def require_left(status: Status, *, left: bool) -> None:
    if not left:
        raise RuleViolation("aid.not_left")
    if status not in OPEN:
        raise RuleViolation("aid.wrong_status", status=str(status), action="take_over")


def awaiting(held: Collection[str]) -> list[str]:
    """The statuses in which a dossier waits for somebody with these roles."""
    return [
        str(status)
        for status, (action, _) in AWAITED.items()
        if MOVES.move(status, action).by.intersection(held)
    ]


# What the decision must state (decree 80/2020, article 11.1) is asked for at submission.
REQUIRED = (
    "donor_id", "recipient_id", "managing_agency", "purpose", "sectors", "provinces", "amount",
    "starts_on", "ends_on",
)  # fmt: skip


def require_complete(dossier: Mapping[str, Any]) -> None:
    """Refuse an incomplete dossier, naming everything it lacks at once."""
    problems = [
        FieldProblem(f"/{name}", "aid.missing") for name in REQUIRED if dossier[name] in (None, [])
    ]
    if dossier["amount"] is not None and dossier["amount"] <= 0:
        problems.append(FieldProblem("/amount", "aid.amount_zero"))
    whole = sum((Decimal(share["percentage"]) for share in dossier["sectors"]), Decimal())
    if dossier["sectors"] and whole != 100:
        problems.append(FieldProblem("/sectors", "aid.sectors_not_whole", (("sum", f"{whole:f}"),)))
    if problems:
        raise RuleViolation("aid.incomplete", errors=problems)


def require_consistent(
    amount: Decimal | None, currency: str | None, starts_on: date | None, ends_on: date | None
) -> None:
    """Refuse values that contradict each other, whatever the status."""
    if amount is not None and currency == "VND" and amount != amount.to_integral_value():
        code = "aid.dong_has_no_parts"
        raise RuleViolation(code, errors=[FieldProblem("/body/amount/amount", code)])
    if starts_on and ends_on and ends_on < starts_on:
        code = "aid.dates_out_of_order"
        raise RuleViolation(code, errors=[FieldProblem("/body/ends_on", code)])


def require_sectors_once(sectors: Collection[Mapping[str, str]]) -> None:
    """Refuse a sector that is named twice: its parts would contradict each other."""
    if len({share["code"] for share in sectors}) != len(sectors):
        code = "aid.sector_repeated"
        raise RuleViolation(code, errors=[FieldProblem("/body/sectors", code)])


def require_past(field: str, day: date, today: date) -> None:
    """Refuse a day that is yet to come; how long ago it was does not matter."""
    if day > today:
        code = "aid.day_to_come"
        raise RuleViolation(code, errors=[FieldProblem(f"/body/{field}", code)])


def money(amount: Decimal | None, currency: str | None) -> dict[str, str] | None:
    """An amount on the wire: a decimal string, without decimals where there are none."""
    if amount is None or currency is None:
        return None
    whole = amount == amount.to_integral_value()
    return {"amount": f"{amount:.0f}" if whole else f"{amount:.2f}", "currency": currency}


def code(year: int, number: int) -> str:
    """The public code of a unit's dossier: VT (viện trợ), the year, a running number."""
    return f"VT-{year}-{number:04}"
