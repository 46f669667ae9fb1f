"""The table of exchange rates."""

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, Numeric, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column

from aid.store import Base
from chassis.db import Record


class Rate(Record, Base):
    """One unit of `currency` in VND from a day to a day, both inclusive; never two at once."""

    __tablename__ = "rates"
    __table_args__ = (
        ExcludeConstraint(
            ("currency", "="),
            (text("daterange(valid_from, valid_to, '[]')"), "&&"),
            name="rates_no_overlap",
            using="gist",
        ),
        CheckConstraint("rate > 0", "rate"),
    )

    currency: Mapped[str]
    rate: Mapped[Decimal] = mapped_column(Numeric(18, 8))
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    source: Mapped[str]
    confidence: Mapped[str]
    verified: Mapped[bool]
    demo: Mapped[bool] = mapped_column(default=False)
