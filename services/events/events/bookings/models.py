"""The table of bookings, whose constraint has the last word."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Computed, ForeignKey, Index, text
from sqlalchemy.dialects.postgresql import TSTZRANGE, ExcludeConstraint, Range
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from events.bookings.rules import MOVES, BookingStatus, Slot
from events.events.models import Event
from events.store import Base
from events.venues.models import Venue


class Booking(Record, Base):
    """One venue held for one event. `unit_id` is the event's unit.

    `during` follows from the two times. The exclusion can be deferred, so that the bookings of an
    event may move past each other together.
    """

    __tablename__ = "bookings"
    __table_args__ = (
        CheckConstraint(MOVES.check_sql("status"), "status"),
        CheckConstraint("starts_at < ends_at", "times"),
        CheckConstraint(
            "NOT isempty(during) AND isfinite(starts_at) AND isfinite(ends_at)", "during"
        ),
        ExcludeConstraint(
            ("venue_id", "="),
            ("during", "&&"),
            name="bookings_no_overlap",
            using="gist",
            where=text("status <> 'cancelled'"),
            deferrable=True,
            initially="IMMEDIATE",
        ),
        Index("bookings_event_idx", "event_id"),
        Index("bookings_start_idx", "starts_at", "id"),
        Index("bookings_unit_idx", "unit_id", "starts_at", "id"),
        Index("bookings_venue_idx", "venue_id", "starts_at", "id"),
    )

    # who holds a venue when is known to every unit; what for is the event's secret
    is_shared = True

    unit_id: Mapped[UUID]
    venue_id: Mapped[UUID] = mapped_column(ForeignKey(Venue.id))
    event_id: Mapped[UUID] = mapped_column(ForeignKey(Event.id))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    during: Mapped[Range[datetime]] = mapped_column(
        TSTZRANGE, Computed("tstzrange(starts_at, ends_at, '[)')", persisted=True), deferred=True
    )
    status: Mapped[str] = mapped_column(default=BookingStatus.CONFIRMED)
    demo: Mapped[bool] = mapped_column(default=False)

    @property
    def slot(self) -> Slot:
        return Slot(self.venue_id, self.starts_at, self.ends_at)
