"""A date that may be known to its month, quarter or year only, and may lie ahead.

On the wire and in the row alike: `{"date": "2018-10-01", "precision": "quarter", "planned": true}`.
The date is the first day of what is meant; a table keeps it a second time in a plain column, where
it can be compared.
"""

from datetime import date, timedelta
from typing import Annotated, Any, Literal

from pydantic import PlainSerializer

from chassis.strict import Day, Flag, Id
from chassis.wire import In

Precision = Literal["day", "month", "quarter", "year"]
# As text already in Python, because these stand inside JSON columns.
DayText = Annotated[Day, PlainSerializer(date.isoformat, return_type=str)]
IdText = Annotated[Id, PlainSerializer(str, return_type=str)]
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


class ImpreciseDate(In):
    """A date and how exactly it is known; `planned` says that it had not come when written."""

    date: DayText
    precision: Precision = "day"
    planned: Flag = False


def first_day(value: dict[str, Any] | None) -> date | None:
    """The first day that may be meant."""
    return date.fromisoformat(value["date"]) if value else None


def last_day(value: dict[str, Any] | None) -> date | None:
    """The last day that may be meant: the 31st of December of a year."""
    begins = first_day(value)
    if value is None or begins is None or value["precision"] == "day":
        return begins
    ahead = begins.month - 1 + _MONTHS[value["precision"]]
    return date(begins.year + ahead // 12, ahead % 12 + 1, 1) - timedelta(days=1)
