"""What an exception to the calendar may be, and what stands behind a day off. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from importlib.metadata import version

from chassis.errors import FieldProblem, NotAllowed, RuleViolation
from chassis.workdays import DAY, FIRST, LAST, SATURDAY, Calendar

LIBRARY = f"python holidays {version('holidays')}"
# Room behind the last day, so that a term of the longest kind still ends inside the calendar.
LAST_ASKED = date(LAST.year - 5, 12, 31)


class DayKind(StrEnum):
    """A day off, or a day of rest on which people work to make up for another."""

    OFF = "off"
    WORK = "work"


class Confidence(StrEnum):
    QUOTED = "QUOTED"
    SECONDARY = "SECONDARY"
    DERIVED = "DERIVED"
    MEMORY = "MEMORY"


@dataclass(frozen=True, slots=True)
class Mark:
    """Why a day is not what its weekday says."""

    day: date
    kind: DayKind
    name_vi: str
    name_en: str | None
    source: str
    confidence: str
    verified: bool


def require_national(*, national: bool) -> None:
    """The calendar is one for all unions: the national union keeps it."""
    if not national:
        raise NotAllowed("registry.national_only")


def require_known(**days: date | None) -> None:
    """Refuse a day for which the calendar has no holidays."""
    code = "registry.no_calendar"
    outside = [n for n, day in days.items() if day and not FIRST <= day <= LAST_ASKED]
    if outside:
        said = (("first", FIRST.year), ("last", LAST_ASKED.year))
        problems = [FieldProblem(f"/query/{name}", code, said) for name in outside]
        raise RuleViolation(code, errors=problems, first=FIRST.year, last=LAST_ASKED.year)


def require_moves(day: date, kind: DayKind, plain: Calendar) -> None:
    """Refuse to make a working day of a working weekday: it would move nothing, and mislead.

    A day off that the library knows too may be entered: it then has a better source.
    """
    if kind is DayKind.WORK and day.weekday() < SATURDAY and plain.is_working(day):
        code = "registry.day_not_moved"
        raise RuleViolation(code, errors=[FieldProblem("/body/day", code)])


def marks(calendar: Calendar, moved: Mapping[date, Mark], first: date, last: date) -> list[Mark]:
    """Every day from `first` to `last` that is not what its weekday says, in order."""
    known: dict[date, Mark] = {}
    for year in range(first.year, last.year + 1):
        for one in calendar.holidays(year):
            said = (one.name_vi, one.name_en, LIBRARY, Confidence.SECONDARY, False)
            known[one.day] = Mark(one.day, DayKind.OFF, *said)
        for day in calendar.made_up(year):
            said = ("Làm bù", "Made up", LIBRARY, Confidence.SECONDARY, False)
            known[day] = Mark(day, DayKind.WORK, *said)
    known |= moved
    return [mark for day, mark in sorted(known.items()) if first <= day <= last and _tells(mark)]


def _tells(mark: Mark) -> bool:
    """A holiday on a Saturday or Sunday changes nothing about who works."""
    return mark.kind is DayKind.WORK or mark.day.weekday() < SATURDAY


def span(days: Iterable[date | None]) -> tuple[date, date] | None:
    """The first and last day of what was asked about; None for a single day."""
    known = sorted(day for day in days if day)
    return (known[0] + DAY, known[-1]) if len(known) > 1 else None
