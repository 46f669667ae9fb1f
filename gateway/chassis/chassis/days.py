"""Which day it is for the people who sign: Viet Nam has one time zone and no summer time."""

from datetime import date, timedelta, timezone

from chassis.db import now

VIETNAM = timezone(timedelta(hours=7))


def today() -> date:
    """Today in Viet Nam; between midnight and seven the UTC date is still yesterday's."""
    return now().astimezone(VIETNAM).date()
