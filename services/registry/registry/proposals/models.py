"""The table of proposals."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from registry.proposals.rules import MOVES
from registry.store import Base


class Proposal(Record, Base):
    """What `unit_id` proposes to change in a record that `steward_id` keeps."""

    __tablename__ = "proposals"
    __table_args__ = (
        Index("proposals_created_idx", "created_at", "id"),
        Index("proposals_ngo_idx", "ngo_id"),
        Index("proposals_unit_idx", "unit_id"),
        Index("proposals_steward_idx", "steward_id", "status"),
        CheckConstraint(MOVES.check_sql("status"), "status"),
    )

    # every unit reads the record, so every unit may know what is proposed for it
    is_shared = True

    unit_id: Mapped[UUID]
    steward_id: Mapped[UUID]
    ngo_id: Mapped[UUID] = mapped_column(ForeignKey("ngos.id"))
    status: Mapped[str]
    proposed_on: Mapped[date]
    closed_on: Mapped[date | None]
    # field, before and after, as the record's wire shows them
    changes: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    reason: Mapped[str]
    source: Mapped[str | None]
    taken: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    answer: Mapped[str | None]
    demo: Mapped[bool] = mapped_column(default=False)
