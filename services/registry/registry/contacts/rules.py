"""How a union was in touch with an NGO, and whether its next step still waits. Pure."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from chassis.errors import FieldProblem, RuleViolation


class Channel(StrEnum):
    MEETING = "meeting"
    VISIT = "visit"
    CALL = "call"
    ONLINE = "online"
    EMAIL = "email"
    LETTER = "letter"
    OTHER = "other"


def require_step(next_step: str | None, due: date | None, done: date | None, on: date) -> None:
    """A day, due or done, is of a step that is named, and not before the contact itself."""
    for field, day in (("next_due_on", due), ("next_done_on", done)):
        if day is not None and next_step is None:
            raise _refused("registry.no_next_step", field)
        if day is not None and day < on:
            raise _refused("registry.dates_out_of_order", field)


def told_on(contact: Mapping[str, Any], day: date) -> dict[str, Any]:
    """A contact as it stood on a day: a step that was done later still waited."""
    done = contact["next_done_on"]
    return {**contact, "next_done_on": done if done and done <= day else None}


def _refused(code: str, field: str) -> RuleViolation:
    return RuleViolation(code, errors=[FieldProblem(f"/body/{field}", code)])
