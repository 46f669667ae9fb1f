"""Addresses that are told, how far each has heard each service, and what is on its way."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record, now
from chassis.ids import new_id
from gateway.store import Base


class Webhook(Record, Base):
    """`unit_id` None: the whole country's, for national staff. Secrets are sealed."""

    __tablename__ = "webhooks"

    unit_id: Mapped[UUID | None]
    unit_code: Mapped[str | None]
    name: Mapped[str]
    url: Mapped[str]
    types: Mapped[list[str]] = mapped_column(ARRAY(Text))
    status: Mapped[str] = mapped_column(default="active")
    disabled_reason: Mapped[str | None]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    sealed_before: Mapped[bytes | None] = mapped_column(LargeBinary)
    before_until: Mapped[datetime | None]
    failing_since: Mapped[datetime | None]
    last_success_at: Mapped[datetime | None]

    @property
    def is_national_only(self) -> bool:
        return self.unit_id is None

    __table_args__ = (
        CheckConstraint("status IN ('active', 'disabled')", name="status"),
        CheckConstraint(
            "(status = 'disabled') = (disabled_reason IS NOT NULL)", name="disabled_reason"
        ),
        Index("webhooks_unit_idx", "unit_id", "name", "id"),
    )


class WebhookCursor(Base):
    """`after` None: it begins with what comes next, once the service answers."""

    __tablename__ = "webhook_cursors"

    webhook_id: Mapped[UUID] = mapped_column(
        ForeignKey("webhooks.id", ondelete="CASCADE"), primary_key=True
    )
    service: Mapped[str] = mapped_column(primary_key=True)
    after: Mapped[int | None]


class Delivery(Base):
    """One event for one address. `object` names the record: its events arrive in order of `pos`."""

    __tablename__ = "webhook_deliveries"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    webhook_id: Mapped[UUID] = mapped_column(ForeignKey("webhooks.id", ondelete="CASCADE"))
    service: Mapped[str]
    pos: Mapped[int]
    event_id: Mapped[str]
    object: Mapped[str]
    type: Mapped[str]
    body: Mapped[str]
    status: Mapped[str] = mapped_column(default="pending")
    attempts: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[datetime] = mapped_column(default=now)
    last_at: Mapped[datetime | None]
    last_status: Mapped[int | None]
    last_error: Mapped[str | None]
    last_ms: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(default=now)

    __table_args__ = (
        UniqueConstraint("webhook_id", "event_id"),
        CheckConstraint("status IN ('pending', 'delivered', 'dead')", name="status"),
        Index("webhook_deliveries_list_idx", "webhook_id", "created_at", "id"),
        Index(
            "webhook_deliveries_due_idx",
            "webhook_id",
            "next_at",
            postgresql_where=text("status = 'pending'"),
        ),
        Index(
            "webhook_deliveries_order_idx",
            "webhook_id",
            "object",
            "pos",
            postgresql_where=text("status = 'pending'"),
        ),
    )
