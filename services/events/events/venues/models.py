"""The table of venues."""

from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from events.store import Base


class Venue(Record, Base):
    """A room or ground that can be booked. `unit_id` is its steward."""

    __tablename__ = "venues"
    __table_args__ = (
        Index("venues_name_idx", "name_sort", "id"),
        Index(
            "venues_search_idx",
            "search",
            postgresql_using="gin",
            postgresql_ops={"search": "gin_trgm_ops"},
        ),
        CheckConstraint("capacity >= 0", "capacity"),
    )

    # every unit may look for a room, so its changes go to every unit's feed
    is_shared = True

    unit_id: Mapped[UUID]
    name_vi: Mapped[str]
    name_en: Mapped[str | None]
    address: Mapped[str | None]
    province: Mapped[str | None]
    capacity: Mapped[int | None]
    note: Mapped[str | None]
    demo: Mapped[bool] = mapped_column(default=False)
    name_sort: Mapped[str]
    search: Mapped[str]
