"""When a step and a whole procedure are due, in the days that the decree counts in. Pure."""

from datetime import date, timedelta
from typing import Any

from chassis.workdays import Calendar
from registry.procedures.law import Clock, Law
from registry.procedures.rules import CLOSED, ProcedureKind, ProcedureStatus

OVERALL, EXPIRY = "overall", "expiry"
WORKING_DAY = "working_day"
NEVER = date(9999, 12, 31)
# What stops the overall clock: it runs from the complete dossier to the delivered answer.
_RUNS_OVERALL = frozenset(
    {
        *(ProcedureStatus.ACCEPTED, ProcedureStatus.CONSULTING, ProcedureStatus.OPINIONS_COMPLETE),
        *(ProcedureStatus.MINISTRY_APPRAISAL, ProcedureStatus.GRANTED, ProcedureStatus.REFUSED),
    }
)


def due(calendar: Calendar, clock: Clock, since: date) -> date:
    """The last day of a clock that began on `since`; that day itself is not counted."""
    if clock.unit == WORKING_DAY:
        return calendar.after(since, clock.value)
    return calendar.term(since, clock.value)


def latest(calendar: Calendar, clock: Clock, expires_on: date) -> date:
    """The safe day of "at least so many days before": off a day of rest, to the day before it."""
    return calendar.previous(expires_on - timedelta(days=clock.value))


def running(
    calendar: Calendar,
    law: Law,
    kind: ProcedureKind,
    status: ProcedureStatus,
    *,
    since: date,
    accepted_on: date | None,
    expires_on: date | None,
) -> list[dict[str, Any]]:
    """The clocks that run in this status, as they are stored. While a supplement is awaited none
    does: the committee's two days begin anew with each filing."""
    if status in CLOSED:
        return []
    found: list[dict[str, Any]] = []
    if step := law.clocks.get(status):
        found.append(_told(step, "step", since, due(calendar, step, since)))
    if (whole := law.clocks.get(OVERALL)) and accepted_on and status in _RUNS_OVERALL:
        found.append(_told(whole, OVERALL, accepted_on, due(calendar, whole, accepted_on)))
    lead = law.clocks.get(EXPIRY)
    if (
        lead
        and expires_on
        and status in (ProcedureStatus.DRAFT, ProcedureStatus.SUPPLEMENT_REQUESTED)
    ):
        found.append(_told(lead, EXPIRY, expires_on, latest(calendar, lead, expires_on)))
    return found


def _told(clock: Clock, scope: str, since: date, due_on: date) -> dict[str, Any]:
    return {
        "scope": scope,
        "code": clock.code,
        "value": clock.value,
        "unit": clock.unit,
        "actor": clock.actor,
        "since": since.isoformat(),
        "due_on": due_on.isoformat(),
        "basis": clock.basis,
        "confidence": clock.confidence,
        "verified": clock.verified,
        "note": clock.note or None,
    }


def due_of(clocks: list[dict[str, Any]], *scopes: str) -> date | None:
    """The earliest day on which one of these clocks is due."""
    days = [date.fromisoformat(clock["due_on"]) for clock in clocks if clock["scope"] in scopes]
    return min(days, default=None)
