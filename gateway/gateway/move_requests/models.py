"""Proposed moves. That two administrators agreed, the database holds as well."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from gateway.move_requests.rules import MOVES
from gateway.store import Base


class MoveRequest(Record, Base):
    """`accounts`, `clients`, `webhooks`: how many followed; nobody until it is confirmed."""

    __tablename__ = "move_requests"

    from_unit_id: Mapped[UUID]
    from_unit_code: Mapped[str | None]
    to_unit_id: Mapped[UUID]
    to_unit_code: Mapped[str]
    reason: Mapped[str]
    status: Mapped[str] = mapped_column(default="proposed")
    proposed_by: Mapped[UUID]
    proposed_name: Mapped[str]
    decided_by: Mapped[UUID | None]
    decided_name: Mapped[str | None]
    decided_at: Mapped[datetime | None]
    accounts: Mapped[int | None]
    clients: Mapped[int | None]
    webhooks: Mapped[int | None]

    __table_args__ = (
        CheckConstraint(MOVES.check_sql("status"), name="status"),
        CheckConstraint("from_unit_id <> to_unit_id", name="other"),
        CheckConstraint("(status = 'proposed') = (decided_by IS NULL)", name="decided"),
        CheckConstraint("status <> 'confirmed' OR decided_by <> proposed_by", name="four_eyes"),
        Index(
            "move_requests_one_open",
            "from_unit_id",
            unique=True,
            postgresql_where=text("status = 'proposed'"),
        ),
    )
