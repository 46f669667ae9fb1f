"""The table of agreements."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Uuid
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from registry.agreements.rules import AgreementKind
from registry.kept import Kept
from registry.store import Base

_KINDS = ", ".join(f"'{kind}'" for kind in AgreementKind)


class Agreement(Kept, Record, Base):
    """One agreement. `last_on` is the last day on which it holds, an early end included."""

    __tablename__ = "agreements"
    __table_args__ = (
        Index("agreements_starts_idx", "starts_on", "id"),
        Index("agreements_last_idx", "last_on", "id"),
        Index("agreements_units_idx", "unit_ids", postgresql_using="gin"),
        CheckConstraint(f"kind IN ({_KINDS})", "kind"),
        CheckConstraint("ends_on >= starts_on", "dates"),
        CheckConstraint("predecessor_id <> id", "predecessor"),
    )

    kind: Mapped[str]
    title_vi: Mapped[str]
    title_en: Mapped[str | None]
    parties: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    starts: Mapped[dict[str, Any]]
    ends: Mapped[dict[str, Any]]
    signed: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    ended_on: Mapped[date | None]
    predecessor_id: Mapped[UUID | None] = mapped_column(ForeignKey("agreements.id"))
    clauses: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    evidence: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)
    reviews: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)
    unit_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid))
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    last_on: Mapped[date]
