"""The table of needs."""

from datetime import date

from sqlalchemy import CheckConstraint, Index, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from registry.kept import Kept
from registry.store import Base


class Need(Kept, Record, Base):
    """One need, open from a day until it is closed."""

    __tablename__ = "needs"
    __table_args__ = (
        Index("needs_title_idx", "title_sort", "id"),
        CheckConstraint("closed_on >= open_from", "dates"),
    )

    title_vi: Mapped[str]
    title_en: Mapped[str | None]
    province_code: Mapped[str]
    sectors: Mapped[list[str]] = mapped_column(ARRAY(Text))
    description: Mapped[str | None]
    beneficiaries: Mapped[int | None]
    open_from: Mapped[date]
    closed_on: Mapped[date | None]
    outcome: Mapped[str | None]
    title_sort: Mapped[str]
