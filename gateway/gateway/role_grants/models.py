"""Proposed roles. That two administrators agreed, the database holds as well."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from gateway.role_grants.rules import MOVES
from gateway.store import Base


class RoleGrant(Record, Base):
    """`unit_id`: the account's union when it was proposed, so that its auditors see it."""

    __tablename__ = "role_grants"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    unit_id: Mapped[UUID | None]
    role: Mapped[str]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    reason: Mapped[str]
    status: Mapped[str] = mapped_column(default="proposed")
    proposed_by: Mapped[UUID]
    proposed_name: Mapped[str]
    decided_by: Mapped[UUID | None]
    decided_name: Mapped[str | None]
    decided_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(MOVES.check_sql("status"), name="status"),
        CheckConstraint("starts_on <= ends_on", name="period"),
        CheckConstraint("(status = 'proposed') = (decided_by IS NULL)", name="decided"),
        CheckConstraint("proposed_by <> account_id", name="own"),
        CheckConstraint(
            "status <> 'confirmed' OR (decided_by <> proposed_by AND decided_by <> account_id)",
            name="four_eyes",
        ),
        Index(
            "role_grants_one_open",
            "account_id",
            "role",
            unique=True,
            postgresql_where=text("status = 'proposed'"),
        ),
    )
