"""The table of referrals."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from registry.kept import Kept
from registry.referrals.rules import MOVES
from registry.store import Base


class Referral(Kept, Record, Base):
    """One introduction: `unit_id` introduces, `to_unit_id` receives."""

    __tablename__ = "referrals"
    __table_args__ = (
        Index("referrals_introduced_idx", "introduced_on", "id"),
        Index("referrals_unit_idx", "unit_id"),
        Index("referrals_to_idx", "to_unit_id"),
        Index("referrals_ngo_idx", "ngo_id"),
        CheckConstraint(MOVES.check_sql("status"), "status"),
        CheckConstraint("to_unit_id <> unit_id", "two_unions"),
    )

    status: Mapped[str]
    to_unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    ngo_id: Mapped[UUID] = mapped_column(ForeignKey("ngos.id"))
    ngo_name: Mapped[str]
    need_id: Mapped[UUID | None] = mapped_column(ForeignKey("needs.id"))
    introduced_on: Mapped[date]
    letter: Mapped[str | None]
    accepted_on: Mapped[date | None]
    visited_on: Mapped[date | None]
    visit: Mapped[str | None]
    concluded_on: Mapped[date | None]
    outcome: Mapped[str | None]
    result: Mapped[str | None]
    # shares of one referral in percent; opaque id of the aid that followed, if any
    credits: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    grant_id: Mapped[UUID | None]
    declined_on: Mapped[date | None]
    reason: Mapped[str | None]
