"""The table of recognitions."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from registry.kept import Kept
from registry.recognitions.rules import RecipientType, RecognitionKind
from registry.store import Base


def _one_of(values: Any) -> str:
    return ", ".join(f"'{value}'" for value in values)


class Recognition(Kept, Record, Base):
    """One recognition of one recipient. Who gives it and who hands it over may differ."""

    __tablename__ = "recognitions"
    __table_args__ = (
        Index("recognitions_decided_idx", "decided_on", "id"),
        Index("recognitions_units_idx", "unit_ids", postgresql_using="gin"),
        Index("recognitions_code_key", "code", unique=True),
        # no repeat for the same achievement, as long as the first one stands
        Index(
            "recognitions_once_key",
            "recipient_key",
            "achievement_key",
            unique=True,
            postgresql_where=text("status = 'granted'"),
        ),
        Index(
            "recognitions_recipient_ngo_idx",
            "recipient_ngo_id",
            postgresql_where=text("recipient_ngo_id IS NOT NULL"),
        ),
        CheckConstraint(f"kind IN ({_one_of(RecognitionKind)})", "kind"),
        CheckConstraint(f"recipient_type IN ({_one_of(RecipientType)})", "recipient_type"),
        CheckConstraint("status IN ('granted', 'revoked')", "status"),
        CheckConstraint("period_to >= period_from", "dates"),
    )

    status: Mapped[str]
    code: Mapped[str]
    kind: Mapped[str]
    title: Mapped[str]
    giver: Mapped[str]
    giver_unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("units.id"))
    presenter: Mapped[str | None]
    recipient_type: Mapped[str]
    recipient: Mapped[str]
    recipient_unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("units.id"))
    recipient_ngo_id: Mapped[UUID | None] = mapped_column(ForeignKey("ngos.id"))
    recipient_member_id: Mapped[UUID | None] = mapped_column(ForeignKey("members.id"))
    level: Mapped[str | None]
    decision_number: Mapped[str | None]
    decided: Mapped[dict[str, Any]]
    achievement: Mapped[str]
    period_from: Mapped[date]
    period_to: Mapped[date]
    revoked_on: Mapped[date | None]
    reason: Mapped[str | None]
    decided_on: Mapped[date]
    unit_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid))
    recipient_key: Mapped[str]
    achievement_key: Mapped[str]
