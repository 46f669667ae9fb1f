"""When an agreement holds, when its next review is due, and how its clauses stand. Pure."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from chassis.errors import FieldProblem, RuleViolation


class AgreementKind(StrEnum):
    COORDINATION = "coordination"
    MEMORANDUM = "memorandum"
    PLAN = "plan"


class Standing(StrEnum):
    UPCOMING = "upcoming"
    IN_FORCE = "in_force"
    EXPIRED = "expired"
    ENDED = "ended"


class EvidenceKind(StrEnum):
    """What shows that a clause was kept."""

    EVENT = "event"
    REFERRAL = "referral"
    TRAINING = "training"
    INFORMATION = "information"
    AID = "aid"
    OTHER = "other"


def standing(starts: date, ends: date, ended_on: date | None, today: date) -> Standing:
    """How it stands on a day; one that was ended early is over from that day on."""
    if ended_on is not None and ended_on <= today:
        return Standing.ENDED
    if today < starts:
        return Standing.UPCOMING
    return Standing.IN_FORCE if today <= ends else Standing.EXPIRED


def next_review(starts: date, ends: date, reviewed: Collection[date]) -> date | None:
    """The end of the first half-year of the period, from its first full one, without a review."""
    for year in range(starts.year, ends.year + 1):
        for due in (date(year, 6, 30), date(year, 12, 31)):
            if starts <= due <= ends and due not in reviewed:
                return due
    return None


def require_clause(clauses: Sequence[Mapping[str, Any]], number: str) -> None:
    """Refuse evidence for a clause that the agreement does not have."""
    if number not in {clause["number"] for clause in clauses}:
        code = "registry.no_such_clause"
        raise RuleViolation(code, errors=[FieldProblem("/body/clause", code)])


def require_distinct(clauses: Sequence[Mapping[str, Any]]) -> None:
    """Refuse two clauses of one number: evidence would not know where it belongs."""
    numbers = [clause["number"] for clause in clauses]
    if len(set(numbers)) != len(numbers):
        code = "registry.clause_repeated"
        raise RuleViolation(code, errors=[FieldProblem("/body/clauses", code)])


def require_review(starts: date, ends: date, reviewed: Collection[date], period_end: date) -> None:
    """A review is of one half-year of the period, once."""
    half_year = (period_end.month, period_end.day) in ((6, 30), (12, 31))
    if not half_year or not starts <= period_end <= ends or period_end in reviewed:
        code = "registry.not_a_review"
        raise RuleViolation(code, errors=[FieldProblem("/body/period_end", code)])
