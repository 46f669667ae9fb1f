"""The clock of a person's request: terms are data, steps a table. Pure: the day is given."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from chassis.errors import FieldProblem, RuleViolation
from chassis.moves import Move, Moves
from gateway.roles import ADMIN

FILE = Path(__file__).with_name("terms.toml")


class Kind(StrEnum):
    ACCESS = "access"
    CORRECT = "correct"
    ERASE = "erase"
    WITHDRAW = "withdraw"
    RESTRICT = "restrict"
    OBJECT = "object"


class Status(StrEnum):
    RECEIVED = "received"
    ANSWERED = "answered"
    FINISHED = "finished"


class Action(StrEnum):
    ANSWER = "answer"
    EXTEND = "extend"
    FINISH = "finish"


class Outcome(StrEnum):
    DONE = "done"
    PARTLY = "partly"
    REFUSED = "refused"
    TAKEN_BACK = "taken_back"


_BY = frozenset({ADMIN})
MOVES = Moves(
    {
        (Status.RECEIVED, Action.ANSWER): Move(Status.ANSWERED, _BY),
        (Status.RECEIVED, Action.EXTEND): Move(Status.RECEIVED, _BY, needs_reason=True),
        (Status.ANSWERED, Action.EXTEND): Move(Status.ANSWERED, _BY, needs_reason=True),
        (Status.ANSWERED, Action.FINISH): Move(Status.FINISHED, _BY),
    },
    "subject_requests",
)


@dataclass(frozen=True, slots=True)
class Term:
    """What one kind of request is given from a day on, and where that is known from."""

    kinds: tuple[Kind, ...]
    begins: date
    answer_working_days: int
    finish_days: int
    third_party_days: int
    extension_days: int
    source: str
    confidence: str
    verified: bool

    def finish(self, received_on: date, *, third_party: bool) -> date:
        days = self.third_party_days if third_party else self.finish_days
        return received_on + timedelta(days=days)


def _term(line: Mapping[str, Any]) -> Term:
    said = {name: value for name, value in line.items() if name not in ("kinds", "from")}
    return Term(kinds=tuple(map(Kind, line["kinds"])), begins=line["from"], **said)


TERMS = tuple(map(_term, tomllib.loads(FILE.read_text("utf-8"))["terms"]))


def term(kind: Kind, day: date, terms: Iterable[Term] = TERMS) -> Term:
    """The newest term of this kind that held on this day; 409 before there was any."""
    held = [one for one in terms if kind in one.kinds and one.begins <= day]
    if not held:
        raise _contradiction("subject_requests.no_term")
    return max(held, key=lambda one: one.begins)


def require_past(received_on: date, today: date) -> None:
    if received_on > today:
        raise _contradiction("subject_requests.future")


def _contradiction(code: str) -> RuleViolation:
    return RuleViolation(code, errors=[FieldProblem("/body/received_on", code)])


def extended(finish_due_on: date, term: Term, today: date, *, is_extended: bool) -> date:
    """The last day after the one extension; 409 for a second one, or when the day has passed."""
    if is_extended:
        raise RuleViolation("subject_requests.extended_already")
    if finish_due_on < today:
        raise RuleViolation("subject_requests.too_late")
    return finish_due_on + timedelta(days=term.extension_days)


def due_on(status: Status, answer_due_on: date, finish_due_on: date) -> date:
    """The next day that counts; for a finished one, the day that did."""
    return min(answer_due_on, finish_due_on) if status is Status.RECEIVED else finish_due_on


def allowed(
    status: Status, roles: Iterable[str], finish_due_on: date, today: date, *, is_extended: bool
) -> list[str]:
    """What this caller may do now."""
    closed = {Action.EXTEND} if is_extended or finish_due_on < today else set()
    return [one for one in MOVES.allowed(status, set(roles)) if one not in closed]
