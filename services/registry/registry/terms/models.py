"""The table of terms."""

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from registry.kept import Kept
from registry.store import Base


class Term(Kept, Record, Base):
    """One term. `starts_on` and `ends_on` are the widest days that `starts` and `ends` may mean."""

    __tablename__ = "terms"
    __table_args__ = (
        UniqueConstraint("unit_id", "ordinal"),
        Index("terms_starts_idx", "starts_on", "id"),
        CheckConstraint("ordinal BETWEEN 1 AND 999", "ordinal"),
        CheckConstraint("ends_on >= starts_on", "dates"),
    )

    ordinal: Mapped[int]
    starts: Mapped[dict[str, Any]]
    ends: Mapped[dict[str, Any]]
    congress_ordinal: Mapped[int | None]
    # as it was expected, and as it was held: a plan stays readable after the day
    congress_planned: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    congress_held: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    statute: Mapped[str | None]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
