"""How near a deadline is, and which bands the board shows. Pure."""

from datetime import date, timedelta
from enum import StrEnum

# A design choice (regulations 1.3): the extension is filed 60 days ahead, so alarm well before.
BANDS = (60, 90, 120)
HORIZON = BANDS[-1]
# How long a year's reports that did not come stay here; the list of what is owed keeps them.
REMEMBERED = timedelta(days=HORIZON)
SOON = 2  # working days: the shortest clock of the decree


class What(StrEnum):
    """A certificate's last day, the last day to file its extension, a step, a whole procedure; what
    an NGO owes after its grant, and a year's reports; an agreement's last day, its half-year review
    and a clause of it that has a day."""

    EXPIRY = "expiry"
    FILING = "filing"
    STEP = "step"
    OVERALL = "overall"
    DUTY = "duty"
    REPORT = "report"
    AGREEMENT = "agreement"
    REVIEW = "review"
    CLAUSE = "clause"


# What is over by itself on its day: afterwards there is nothing to do about it.
PASSING = (What.EXPIRY, What.AGREEMENT)


class Urgency(StrEnum):
    OVERDUE = "overdue"
    SOON = "soon"
    WITHIN_60 = "within_60"
    WITHIN_90 = "within_90"
    WITHIN_120 = "within_120"
    LATER = "later"


def urgency(due_on: date, today: date, working_days_left: int) -> Urgency:
    """`soon`: at most two working days; then the bands of 60, 90 and 120 days."""
    left = (due_on - today).days
    if left < 0:
        return Urgency.OVERDUE
    if working_days_left <= SOON:
        return Urgency.SOON
    band = next((band for band in BANDS if left <= band), None)
    return Urgency(f"within_{band}") if band else Urgency.LATER
