"""The table of posts held."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from registry.kept import Kept
from registry.officers.rules import Post
from registry.store import Base

_POSTS = ", ".join(f"'{post}'" for post in Post)


class Officer(Kept, Record, Base):
    """One post of one person. `held_from` and `held_to` are the days that count as held."""

    __tablename__ = "officers"
    __table_args__ = (
        Index("officers_unit_idx", "unit_id", "post"),
        Index("officers_held_idx", "held_from", "id"),
        Index("officers_person_idx", "person_sort", "id"),
        CheckConstraint(f"post IN ({_POSTS})", "post"),
        CheckConstraint("held_to >= held_from", "dates"),
    )

    person: Mapped[str]
    post: Mapped[str]
    title: Mapped[str]
    concurrent: Mapped[list[Any]] = mapped_column(JSONB)
    term_id: Mapped[UUID | None] = mapped_column(ForeignKey("terms.id"))
    starts: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    ends: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    known_on: Mapped[date | None]
    appointment: Mapped[str | None]
    held_from: Mapped[date]
    held_to: Mapped[date]
    person_sort: Mapped[str]
