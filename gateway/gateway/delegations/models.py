"""Delegations. Whose role it is and who holds it are two people, the database holds that too."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from gateway.delegations.rules import Status
from gateway.store import Base

_STATUSES = ", ".join(f"'{status}'" for status in Status)


class Delegation(Record, Base):
    """`giver_id`'s roles for `taker_id`, both of this unit, from `starts_on` to `ends_on`."""

    __tablename__ = "delegations"

    giver_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    giver_name: Mapped[str]
    taker_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    taker_name: Mapped[str]
    unit_id: Mapped[UUID]
    unit_code: Mapped[str]
    roles: Mapped[list[str]] = mapped_column(ARRAY(Text))
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    reason: Mapped[str]
    status: Mapped[str]
    decided_by: Mapped[UUID | None]
    decided_name: Mapped[str | None]
    decided_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(f"status IN ({_STATUSES})", name="status"),
        CheckConstraint("starts_on <= ends_on", name="period"),
        CheckConstraint("giver_id <> taker_id", name="two"),
        CheckConstraint(
            "NOT ('approver' = ANY (roles) AND status = 'active') OR (decided_by IS NOT NULL"
            " AND decided_by <> giver_id AND decided_by <> taker_id)",
            name="four_eyes",
        ),
        Index("delegations_taker_idx", "taker_id", "ends_on"),
        Index("delegations_unit_idx", "unit_id", "created_at", "id"),
    )
