"""Requests about a way in. That two administrators agreed, the database holds as well."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from gateway.access_requests.rules import Kind, Status
from gateway.store import Base


def _one_of(column: str, words: type[Kind] | type[Status]) -> str:
    quoted = ", ".join(f"'{word}'" for word in words)
    return f"{column} IN ({quoted})"


class AccessRequest(Record, Base):
    """`unit_id`: the account's union when it was asked for, so that its auditors see it."""

    __tablename__ = "access_requests"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    unit_id: Mapped[UUID | None]
    kind: Mapped[str]
    reason: Mapped[str]
    status: Mapped[str] = mapped_column(default="proposed")
    proposed_by: Mapped[UUID]
    proposed_name: Mapped[str]
    decided_by: Mapped[UUID | None]
    decided_name: Mapped[str | None]
    decided_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(_one_of("kind", Kind), name="kind"),
        CheckConstraint(_one_of("status", Status), name="status"),
        CheckConstraint("(status = 'proposed') = (decided_by IS NULL)", name="decided"),
        CheckConstraint("proposed_by <> account_id", name="own"),
        CheckConstraint(
            "status <> 'confirmed' OR (decided_by <> proposed_by AND decided_by <> account_id)",
            name="four_eyes",
        ),
        Index("access_requests_account_idx", "account_id", "created_at"),
    )
