"""The table of contacts: a union's own, shown to no other."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from registry.contacts.rules import Channel
from registry.store import Base

_CHANNELS = ", ".join(f"'{channel}'" for channel in Channel)


class Contact(Record, Base):
    """One contact of `unit_id` with an NGO. Not shared: its changes go to that unit's feed only."""

    __tablename__ = "contacts"
    __table_args__ = (
        Index("contacts_unit_idx", "unit_id", "held_on", "id"),
        Index("contacts_held_idx", "held_on", "id"),
        Index("contacts_ngo_idx", "ngo_id"),
        Index(
            "contacts_waiting_idx",
            "next_due_on",
            postgresql_where=text("next_done_on IS NULL AND next_due_on IS NOT NULL"),
        ),
        CheckConstraint(f"channel IN ({_CHANNELS})", "channel"),
        CheckConstraint("next_due_on >= held_on", "due"),
        CheckConstraint("next_done_on >= held_on", "done"),
    )

    unit_id: Mapped[UUID]
    ngo_id: Mapped[UUID] = mapped_column(ForeignKey("ngos.id"))
    held_on: Mapped[date]
    channel: Mapped[str]
    ours: Mapped[str]
    theirs: Mapped[str | None]
    summary: Mapped[str]
    next_step: Mapped[str | None]
    next_due_on: Mapped[date | None]
    next_done_on: Mapped[date | None]
    demo: Mapped[bool] = mapped_column(default=False)
    search: Mapped[str]
