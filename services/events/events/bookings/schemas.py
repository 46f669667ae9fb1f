"""Bookings on the wire."""

from collections.abc import Callable
from datetime import datetime
from typing import Literal
from uuid import UUID

from chassis.identity import Actor
from chassis.listing import PageQuery
from chassis.strict import Day, Id
from chassis.wire import In, LivingOut, RecordOut, partial
from events.bookings import rules
from events.bookings.models import Booking
from events.bookings.rules import BookingStatus
from events.moments import Moment
from events.units.schemas import UnitName


class BookingIn(In):
    """A venue for an event. Without times, for the time of the event."""

    id: Id | None = None
    venue_id: Id
    event_id: Id
    starts_at: Moment | None = None
    ends_at: Moment | None = None


class _Movable(In):
    starts_at: Moment
    ends_at: Moment


@partial
class BookingPatch(_Movable):
    """A merge patch: a new time for the same venue and event."""


class BookingOut(LivingOut):
    """A booking, from `starts_at` to before `ends_at`. `unit_id` is the event's unit."""

    unit_id: UUID
    venue_id: UUID
    event_id: UUID
    starts_at: datetime
    ends_at: datetime
    demo: bool

    @classmethod
    def of(cls, finisher: UUID) -> Callable[[Booking, Actor], "BookingOut"]:
        """How a booking is seen whose event this unit carries out."""

        def seen(booking: Booking, actor: Actor) -> BookingOut:
            out = cls.model_validate(booking)
            if actor.keeps(finisher):
                out.allowed_actions = rules.actions(BookingStatus(booking.status), actor.roles)
            return out

        return seen


class BookingItem(RecordOut):
    """A booking in a list. The title is null where the event is another unit's and not public."""

    unit_id: UUID
    venue_id: UUID
    venue_name_vi: str
    event_id: UUID
    event_title_vi: str | None
    event_title_en: str | None
    starts_at: datetime
    ends_at: datetime
    status: BookingStatus
    demo: bool


class BookingQuery(PageQuery):
    """`starts_from` and `starts_to`: days in Viet Nam, both inclusive. `unit`: a code or an id."""

    by_route = frozenset({"unit", "starts_from", "starts_to"})

    sort: Literal["starts_at", "-starts_at"] = "starts_at"
    venue_id: Id | None = None
    event_id: Id | None = None
    status: BookingStatus | None = None
    unit: UnitName | None = None
    starts_from: Day | None = None
    starts_to: Day | None = None
