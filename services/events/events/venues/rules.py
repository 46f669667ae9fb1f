"""Who may change a venue's record, and how a calendar names the place. Pure."""

from collections.abc import Sequence
from uuid import UUID

from chassis.errors import NotAllowed

# A change of these changes where an event is.
NAMING = frozenset({"name_vi", "address"})


def require_steward(steward: UUID, unit: UUID | None, *, national: bool) -> None:
    """All unions read a venue; its steward or the national union changes it."""
    if not national and steward != unit:
        raise NotAllowed("events.not_steward")


def may_change(steward: UUID, unit: UUID | None, roles: frozenset[str], *, national: bool) -> bool:
    """Whether this caller's buttons should offer a change."""
    return (national or steward == unit) and "officer" in roles


def location(place: str | None, venues: Sequence[tuple[str, str | None]]) -> str | None:
    """Where an event is: its booked venues with their addresses, else the place as typed."""
    named = ["; ".join(part for part in venue if part) for venue in dict.fromkeys(venues)]
    return " + ".join(named) or place
