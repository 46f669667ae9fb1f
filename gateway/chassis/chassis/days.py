"""Which day it is for the people who sign: Viet Nam has one time zone and no summer time."""

from contextvars import ContextVar
from datetime import date, datetime, timedelta, timezone

from chassis.db import now

VIETNAM = timezone(timedelta(hours=7))
# The day that a test names for one request of a demonstration; see `chassis.clock`.
named: ContextVar[date | None] = ContextVar("named", default=None)


def today() -> date:
    """Today in Viet Nam; between midnight and seven the UTC date is still yesterday's."""
    return named.get() or now().astimezone(VIETNAM).date()


def moment() -> datetime:
    """This time of day on that day: for what has begun or run out. What is written down, signed or
    kept for a while has the real `now`."""
    real = now()
    day = named.get()
    return real + (day - real.astimezone(VIETNAM).date()) if day else real
