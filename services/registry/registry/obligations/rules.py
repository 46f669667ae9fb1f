"""When what is owed is due, for which years, and what must be said when it came. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chassis.errors import FieldProblem, RuleViolation
from chassis.workdays import Calendar
from registry.procedures.law import Duty

YEAR = "year"


class Rule(StrEnum):
    """Account, activity plan, annual report, data update; of the province, of COMINGO."""

    ACCOUNT = "NGO-26"
    PLAN = "NGO-27"
    REPORT = "NGO-28"
    UPDATE = "NGO-30"
    PROVINCE = "NGO-31"
    COMINGO = "NGO-32"


class Outcome(StrEnum):
    """It came, or there was nothing to send: no account was opened, nothing changed."""

    DONE = "done"
    NOT_APPLICABLE = "not_applicable"


class ObligationStatus(StrEnum):
    OPEN = "open"
    DONE = "done"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Period:
    """One year of an annual duty: of which days its data are, and when it is due."""

    rule: str
    subject: str
    year: int
    begins: date
    ends: date
    due_on: date


def _day(year: int, month_day: str) -> date:
    return date.fromisoformat(f"{year}-{month_day}")


def period(duty: Duty, year: int) -> Period:
    begins, ends = _day(year - 1, duty.window_from), _day(year, duty.window_to)
    return Period(duty.code, duty.subject, year, begins, ends, _day(year, duty.due))


def periods(duties: Iterable[Duty], on: date) -> list[Period]:
    """The year that runs on a day and the one before it, from the first that ended under the rule.

    Older years are asked for by themselves: what nobody wrote down then is no news now.
    """
    found = []
    for duty in duties:
        if duty.trigger == YEAR:
            years = (period(duty, on.year + shift) for shift in (-1, 0, 1))
            begun = [one for one in years if one.begins <= on and one.ends >= duty.valid_from]
            found += begun[-2:]
    return found


def due(calendar: Calendar, duty: Duty, since: date) -> date:
    """The last day; that on which it began is not counted."""
    count = calendar.after if duty.unit == "working_day" else calendar.term
    return count(since, duty.value)


def require_fitting(duty: Duty, *, year: int | None, since: date | None, ngo: bool) -> None:
    """An annual duty is of a year, any other of the day it began; an NGO's names the NGO."""
    yearly, of_ngo = duty.trigger == YEAR, duty.subject == "ngo"
    checks = (
        ("year", (year is None) is yearly),
        ("since", (since is not None) is yearly),
        ("ngo_id", ngo is not of_ngo),
    )
    code = "registry.obligation_mismatch"
    problems = [FieldProblem(f"/body/{name}", code) for name, wrong in checks if wrong]
    if problems:
        raise RuleViolation(code, errors=problems)


def require_told(
    outcome: Outcome | None,
    done_on: date | None,
    evidence: str | None,
    *,
    since: date,
    today: date,
) -> None:
    """What came, came on a day that is past, and something shows it; of what is open, neither."""
    told = outcome is not None
    code, out = "registry.obligation_untold", "registry.dates_out_of_order"
    checks = (
        ("done_on", code, (done_on is not None) is not told),
        ("evidence", code, told and not evidence),
        ("done_on", out, done_on is not None and not since <= done_on <= today),
    )
    problems = [FieldProblem(f"/body/{name}", said) for name, said, wrong in checks if wrong]
    if problems:
        raise RuleViolation(problems[0].code, errors=problems)


def status_on(outcome: str | None, done_on: date | None, day: date) -> ObligationStatus:
    if outcome is None or done_on is None or done_on > day:
        return ObligationStatus.OPEN
    return ObligationStatus(outcome)
