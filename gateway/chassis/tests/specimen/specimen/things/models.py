"""The table of things."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Numeric, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from specimen.store import Base


class Thing(Record, Base):
    __tablename__ = "things"
    __table_args__ = (UniqueConstraint("name"), Index("things_day_idx", "day", "id"))

    unit_id: Mapped[UUID]
    name: Mapped[str]
    note: Mapped[str | None]
    day: Mapped[date]
    moment: Mapped[datetime | None]
    number: Mapped[int | None]
    amount: Mapped[Decimal | None] = mapped_column(Numeric(18, 2))
    # checked at COMMIT: what a client sees must be decided by then
    twin_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("things.id", deferrable=True, initially="DEFERRED")
    )
