"""The table of events."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, Text, event, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record, now
from events.calendars.rules import Entry, vevent
from events.events.rules import MOVES, Status, Visibility
from events.events.windows import DATED, Precision, Window
from events.kinds.models import Kind
from events.store import Base


def _one_of(column: str, values: type[Precision] | type[Visibility]) -> str:
    return f"{column} IN ({', '.join(repr(str(value)) for value in values)})"


class Event(Record, Base):
    """One event of a unit. Times are half open; `starts_on` and `ends_on` are its days here."""

    __tablename__ = "events"
    __table_args__ = (
        Index("events_start_idx", "starts_at", "id"),
        Index("events_unit_idx", "unit_id", "starts_at", "id"),
        Index("events_kind_idx", "kind", "starts_at", "id"),
        Index("events_status_idx", "status", "starts_at", "id"),
        Index("events_updated_idx", "updated_at", "id"),
        Index(
            "events_search_idx",
            "search",
            postgresql_using="gin",
            postgresql_ops={"search": "gin_trgm_ops"},
        ),
        CheckConstraint("keeper_id <> unit_id", "keeper"),
        CheckConstraint(MOVES.check_sql("status"), "status"),
        CheckConstraint(_one_of("visibility", Visibility), "visibility"),
        CheckConstraint(_one_of("precision", Precision), "precision"),
        CheckConstraint("starts_at < ends_at AND starts_on <= ends_on", "times"),
        CheckConstraint("day_part IS NULL OR precision = 'day'", "day_part"),
        CheckConstraint("jsonb_typeof(participation) = 'array'", "participation"),
        CheckConstraint("jsonb_typeof(organisations) = 'array'", "organisations"),
        Index(
            "events_organisations_idx",
            "organisations",
            postgresql_using="gin",
            postgresql_ops={"organisations": "jsonb_path_ops"},
        ),
    )

    unit_id: Mapped[UUID]
    # whose plan it is to carry out, where the unit that made it has gone into another (ADR 17)
    keeper_id: Mapped[UUID | None]
    kind: Mapped[str] = mapped_column(ForeignKey(Kind.code))
    title_vi: Mapped[str]
    title_en: Mapped[str | None]
    description: Mapped[str | None]
    organisers: Mapped[list[str]] = mapped_column(ARRAY(Text))
    # foreign organisations that take part: {"ngo_id": the registry's id or null, "name": as typed}
    organisations: Mapped[list[dict[str, Any]]] = mapped_column(
        JSONB, default=list, server_default=text("'[]'")
    )
    # the place as typed; `location` is what is shown: the booked venues, else this
    place: Mapped[str | None]
    location: Mapped[str | None]
    status: Mapped[str] = mapped_column(default=Status.DRAFT)
    status_at: Mapped[datetime] = mapped_column(default=now)
    # first left the draft; a cancelled draft was never announced, so no calendar tells of it
    announced_at: Mapped[datetime | None]
    visibility: Mapped[str]
    precision: Mapped[str]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    day_part: Mapped[str | None]
    countries: Mapped[list[str]] = mapped_column(ARRAY(Text))
    provinces: Mapped[list[str]] = mapped_column(ARRAY(Text))
    expected_attendance: Mapped[int | None]
    edition: Mapped[int | None]
    reviewed_year: Mapped[int | None]
    planned_year: Mapped[int | None]
    participation: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    source: Mapped[str | None]
    note: Mapped[str | None]
    demo: Mapped[bool] = mapped_column(default=False)
    search: Mapped[str]
    # its part of the calendar feed; NULL where the feed must not tell of it
    ics: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True, deferred_raiseload=True)

    @property
    def window(self) -> Window:
        return Window(Precision(self.precision), self.starts_at, self.ends_at)

    @property
    def finisher(self) -> UUID:
        """The unit whose event it is to carry out."""
        return self.keeper_id or self.unit_id

    @property
    def has_clock(self) -> bool:
        """Whether its days are known, so that a room can be held for it."""
        return self.precision in DATED


def entry(found: Event) -> Entry | None:
    """What the feed tells of an event; None for what is internal, unannounced or undated."""
    public = found.visibility == Visibility.PUBLIC and found.announced_at is not None
    if not public or not found.has_clock:
        return None
    return Entry(
        uid=str(found.id),
        version=found.version,
        changed=found.updated_at,
        status=found.status,
        title=found.title_vi,
        starts_at=found.starts_at,
        ends_at=found.ends_at,
        whole_days=found.precision == Precision.DAY,
        location=found.location,
        description=found.description,
    )


@event.listens_for(Event, "before_insert")
@event.listens_for(Event, "before_update")
def _keep_fragment(_mapper: object, _connection: object, target: Event) -> None:
    """The feed's fragment is written with the event, in the same statement: it is never behind."""
    if target.version is None:
        moment = now()
        target.version, target.created_at, target.updated_at = 1, moment, moment
    told = entry(target)
    target.ics = vevent(told) if told else None
