"""When an event is: a clock time, whole days, or no more than a month, quarter or year. Pure.

Every window is also a pair of instants, half open, so that all events sort and overlap alike.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from chassis.errors import FieldProblem, RuleViolation
from events.local_time import ONE_DAY, day_of, midnight


class Precision(StrEnum):
    TIME = "time"
    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


MONTHS = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.YEAR: 12}
# Precisions that say which days are meant: only these can hold a room or stand in a calendar.
DATED = frozenset({Precision.TIME, Precision.DAY})
FIELDS = frozenset({"precision", "starts_at", "ends_at", "starts_on", "ends_on"})


@dataclass(frozen=True, slots=True)
class Window:
    """`starts_at` to before `ends_at`; `starts_on` to `ends_on` are the days it touches here."""

    precision: Precision
    starts_at: datetime
    ends_at: datetime

    @property
    def starts_on(self) -> date:
        return day_of(self.starts_at)

    @property
    def ends_on(self) -> date:
        return day_of(self.ends_at - timedelta(microseconds=1))

    def said(self) -> dict[str, Any]:
        """The fields with which a client would say this window."""
        if self.precision is Precision.TIME:
            return {"starts_at": self.starts_at, "ends_at": self.ends_at}
        if self.precision is Precision.DAY:
            return {"starts_on": self.starts_on, "ends_on": self.ends_on}
        return {"starts_on": self.starts_on}

    def columns(self) -> dict[str, Any]:
        """The window as column values."""
        return {
            "precision": self.precision,
            "starts_at": self.starts_at,
            "ends_at": self.ends_at,
            "starts_on": self.starts_on,
            "ends_on": self.ends_on,
        }


def _refuse(field: str, code: str) -> RuleViolation:
    return RuleViolation(code, errors=[FieldProblem(f"/body/{field}", code)])


def _needed(given: Mapping[str, Any], field: str) -> Any:
    if given.get(field) is None:
        raise _refuse(field, "events.when_incomplete")
    return given[field]


def read(given: Mapping[str, Any], before: Window | None = None) -> Window:
    """The window that these fields say; in a change, on top of the window before."""
    said = {name: given[name] for name in FIELDS if name in given}
    precision = said.pop("precision", None) or _precision(said, before)
    if before and before.precision is precision:
        said = before.said() | said
    clock = precision is Precision.TIME
    for field in ("starts_on", "ends_on") if clock else ("starts_at", "ends_at"):
        if said.get(field) is not None:
            raise _refuse(field, "events.when_contradicts")
    if clock:
        window = Window(precision, _needed(said, "starts_at"), _needed(said, "ends_at"))
    else:
        window = _days(precision, _needed(said, "starts_on"), said.get("ends_on"))
    if window.ends_at <= window.starts_at:
        raise _refuse("ends_at" if clock else "ends_on", "events.ends_before_start")
    return window


def _precision(said: Mapping[str, Any], before: Window | None) -> Precision:
    """What a client that names no precision means."""
    if said.get("starts_at") is not None or said.get("ends_at") is not None:
        return Precision.TIME
    if before and before.precision is not Precision.TIME:
        return before.precision
    return Precision.DAY if said.get("starts_on") is not None or not before else Precision.TIME


def _days(precision: Precision, first: date, last: date | None) -> Window:
    if precision is Precision.DAY:
        return Window(precision, midnight(first), midnight((last or first) + ONE_DAY))
    if last is not None:
        raise _refuse("ends_on", "events.when_contradicts")
    months = MONTHS[precision]
    begins = date(first.year, (first.month - 1) // months * months + 1, 1)
    year, month = divmod(begins.year * 12 + begins.month - 1 + months, 12)
    return Window(precision, midnight(begins), midnight(date(year, month + 1, 1)))


def require_day_part(day_part: str | None, window: Window) -> None:
    """A morning is said of a day; a clock time says it already."""
    if day_part and window.precision is not Precision.DAY:
        raise _refuse("day_part", "events.when_contradicts")


def follow(edge: datetime, old: Window, new: Window) -> datetime:
    """Where an edge of a booking goes when its event moves: the start's side with the start, the
    end's side with the end, so that time to set up and to clear is kept."""
    if edge >= old.ends_at:
        return edge + (new.ends_at - old.ends_at)
    moved = edge + (new.starts_at - old.starts_at)
    return min(moved, new.ends_at) if edge > old.starts_at else moved
