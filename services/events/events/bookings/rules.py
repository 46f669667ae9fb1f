"""The life of a booking, and how a refused one names the other. Pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from chassis.errors import FieldProblem, NotAllowed, RuleViolation
from chassis.moves import Move, Moves
from events.events.rules import BOOKABLE, WRITERS
from events.events.rules import Status as EventStatus
from events.events.windows import Window, follow
from events.local_time import spoken


class BookingStatus(StrEnum):
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class Action(StrEnum):
    CANCEL = "cancel"
    CONFIRM = "confirm"


MOVES = Moves(
    {
        (BookingStatus.CONFIRMED, Action.CANCEL): Move(to=BookingStatus.CANCELLED, by=WRITERS),
        (BookingStatus.CANCELLED, Action.CONFIRM): Move(to=BookingStatus.CONFIRMED, by=WRITERS),
    },
    "events",
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A venue and the time wanted there, half open: what ends at nine frees it for nine."""

    venue_id: UUID
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Other:
    """A booking in the way. The event is None where the caller may not know of it."""

    booking_id: UUID
    venue_id: UUID
    starts_at: datetime
    ends_at: datetime
    event_id: UUID | None
    title_vi: str | None
    title_en: str | None


def require_keeper(unit: UUID | None, *keepers: UUID, national: bool) -> None:
    """All unions see who holds a venue when; those it concerns and national staff change it."""
    if not national and unit not in keepers:
        raise NotAllowed("events.not_keeper")


def actions(status: BookingStatus, roles: frozenset[str]) -> list[str]:
    """What the buttons of its keeper should offer."""
    moves = MOVES.allowed(status, roles)
    return ["update", *moves] if status is BookingStatus.CONFIRMED and moves else moves


def require_confirmed(status: str) -> None:
    """A cancelled booking holds no time that could be changed."""
    if status != BookingStatus.CONFIRMED:
        raise RuleViolation("events.wrong_status", status=status, action="update")


def require_order(starts_at: datetime, ends_at: datetime) -> None:
    """Refuse a booking that ends before it begins, or at once."""
    if ends_at <= starts_at:
        code = "events.ends_before_start"
        raise RuleViolation(code, errors=[FieldProblem("/body/ends_at", code)])


def require_bookable(status: str, *, has_clock: bool) -> None:
    """A room is held for an event that is on, on days that are known."""
    if EventStatus(status) not in BOOKABLE:
        raise RuleViolation("events.event_not_bookable")
    require_dated(has_clock=has_clock)


def require_dated(*, has_clock: bool) -> None:
    """Refuse to hold a room for an event whose days are not known."""
    if not has_clock:
        raise RuleViolation("events.time_unknown")


def overlap(other: Other) -> RuleViolation:
    """The refusal that names the booking in the way, in words and for programs."""
    code = "events.overlap"
    params: dict[str, object] = {
        "begin": spoken(other.starts_at),
        "end": spoken(other.ends_at),
        "what_vi": f"“{other.title_vi}”" if other.title_vi else "hoạt động của đơn vị khác",
        "what_en": f"“{other.title_en or other.title_vi}”" if other.title_vi else "another unit",
    }
    problem = FieldProblem("/body/starts_at", "events.overlap_with", tuple(params.items()))
    conflict = {
        "booking_id": str(other.booking_id),
        "venue_id": str(other.venue_id),
        "starts_at": other.starts_at.isoformat(),
        "ends_at": other.ends_at.isoformat(),
        "event_id": str(other.event_id) if other.event_id else None,
        "event_title_vi": other.title_vi,
        "event_title_en": other.title_en,
    }
    return RuleViolation(code, errors=[problem], extra={"conflict": conflict})


def moved(slot: Slot, old: Window, new: Window) -> Slot:
    """The slot after its event moved; refused where the event leaves nothing of it."""
    starts_at, ends_at = follow(slot.starts_at, old, new), follow(slot.ends_at, old, new)
    if ends_at <= starts_at:
        raise RuleViolation("events.booking_lost")
    return Slot(slot.venue_id, starts_at, ends_at)
