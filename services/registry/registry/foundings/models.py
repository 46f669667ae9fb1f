"""The table of cases."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from registry.foundings.rules import MOVES
from registry.kept import Kept
from registry.store import Base


class Founding(Kept, Record, Base):
    """One case. It is in progress from `opened_on` until the day before `closed_on`."""

    __tablename__ = "foundings"
    __table_args__ = (
        Index("foundings_province_idx", "province_code"),
        Index("foundings_opened_idx", "opened_on", "id"),
        CheckConstraint(MOVES.check_sql("status"), "status"),
        CheckConstraint("closed_on >= opened_on", "dates"),
    )

    status: Mapped[str]
    province_code: Mapped[str]
    union_id: Mapped[UUID | None] = mapped_column(ForeignKey("units.id"))
    guided: Mapped[dict[str, Any]]
    dossier: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    congress: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    stopped_on: Mapped[date | None]
    reason: Mapped[str | None]
    opened_on: Mapped[date]
    closed_on: Mapped[date | None]
