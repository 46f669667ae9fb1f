"""Database faults as refusals: the last resort behind the strict models and the rules.

Constraints settle races, so a constraint that speaks is an ordinary answer, not an accident. A
service may give a constraint its own code: `{"bookings_no_overlap": "events.overlap"}`.
"""

from collections.abc import Mapping

import asyncpg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from chassis.errors import Invalid, Refusal, RuleViolation, Unavailable

# SQLSTATE -> code of the refusal (409); the constraint's name goes along
_CONFLICTS = {
    "23505": "conflict.unique",
    "23503": "conflict.reference",
    "23P01": "conflict.unique",
    "23514": "conflict.rule",
    "23502": "conflict.rule",
}
_BUSY = {"40001", "40P01", "55P03", "57014"}
_AWAY = ("08", "53", "57P")


def refusal(error: Exception, constraints: Mapping[str, str]) -> Refusal | None:
    """The refusal that a database error means; None when it is a fault of ours."""
    if isinstance(error, PoolTimeout):
        return Unavailable("busy")
    if isinstance(error, asyncpg.InterfaceError) and isinstance(error, ValueError):
        return Invalid("data.out_of_range")  # the driver could not encode a value
    # a connection that is cut off in the middle of an answer leaves its driver in no state at all
    if isinstance(error, asyncpg.InterfaceError | asyncpg.InternalClientError | OSError):
        return Unavailable("busy")
    raised = error.orig if isinstance(error, DBAPIError) else error
    state = str(getattr(raised, "sqlstate", "") or "")
    cause = getattr(raised, "__cause__", None)
    constraint = str(getattr(cause or raised, "constraint_name", "") or "")
    if state in _CONFLICTS:
        return RuleViolation(constraints.get(constraint, _CONFLICTS[state]), constraint=constraint)
    if state in _BUSY:
        return RuleViolation("conflict.busy")
    if state.startswith("22"):
        return Invalid("data.out_of_range")
    if state.startswith(_AWAY):
        return Unavailable("busy")
    if not state and isinstance(cause, asyncpg.InterfaceError):
        return refusal(cause, constraints)
    return None
