"""On which days an account counts as in use. Pure."""

from datetime import date

from chassis.errors import FieldProblem, RuleViolation


def days_in_use(begins: date | None, ends: date | None, notified_on: date) -> tuple[date, date]:
    """From its stated beginning, else from the day it was notified, until its stated end."""
    first, last = begins or notified_on, ends or date.max
    if last < first:
        code = "registry.dates_out_of_order"
        raise RuleViolation(code, errors=[FieldProblem("/body/ends", code)])
    return first, last
