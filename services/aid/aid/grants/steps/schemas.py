"""What each step of a dossier asks of the person who takes it."""

from chassis.strict import Day, Name, Paragraph, Short
from chassis.wire import In


class SubmitIn(In):
    """`submitted_on`: the day the papers were handed in, when it was not today."""

    submitted_on: Day | None = None


class TakeOverIn(In):
    """By which decision of the merger the dossier is now this unit's to finish."""

    reason: Paragraph


class WithdrawIn(In):
    reason: Paragraph | None = None


class ReturnIn(In):
    """What is missing or wrong, so that the recipient can supplement it in one go."""

    reason: Paragraph


class AppraiseIn(In):
    """The appraisal: fit, legal status, capacity, budget, conditions, effects (80/2020, 10.5)."""

    opinion: Paragraph
    appraised_on: Day | None = None


class ApproveIn(In):
    """The decision as signed: number, date, and the body whose head signed it."""

    decision_number: Short
    decided_on: Day
    authority: Name


class RejectIn(In):
    """Why the grant is refused; the managing agency tells the donor (80/2020, 10.3)."""

    reason: Paragraph
    decided_on: Day | None = None
