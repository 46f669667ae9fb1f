"""The tables of grants, of who did what to each, and of the running numbers."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Computed, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column

from aid.grants.rules import MOVES, PART, Deed, Form
from aid.store import Base
from chassis.db import Record, now

_FORMS = ", ".join(f"'{form}'" for form in Form)
_DEEDS = ", ".join(f"'{deed}'" for deed in Deed)
_PART = " ".join(f"WHEN '{deed}' THEN '{part}'" for deed, part in PART.items())


class Grant(Record, Base):
    """One dossier. Names of donor and recipient are kept as they were when it was submitted."""

    __tablename__ = "grants"
    __table_args__ = (
        UniqueConstraint("unit_id", "code"),
        Index("grants_unit_approved_idx", "unit_id", "approved_order", "id"),
        Index("grants_approved_idx", "approved_order", "id"),
        Index("grants_unit_updated_idx", "unit_id", "updated_at", "id"),
        Index("grants_updated_idx", "updated_at", "id"),
        Index("grants_unit_code_idx", "unit_id", "code", "id"),
        Index("grants_code_idx", "code", "id"),
        Index("grants_donor_idx", "donor_id"),
        Index("grants_recipient_idx", "recipient_id"),
        Index("grants_unit_status_idx", "unit_id", "status"),
        Index("grants_provinces_idx", "provinces", postgresql_using="gin"),
        Index(
            "grants_search_idx", "search",
            postgresql_using="gin", postgresql_ops={"search": "gin_trgm_ops"},
        ),
        CheckConstraint(MOVES.check_sql("status"), "status"),
        CheckConstraint(f"form IN ({_FORMS})", "form"),
        CheckConstraint("(amount IS NULL) = (currency IS NULL) AND amount >= 0", "amount"),
        CheckConstraint("ends_on >= starts_on", "dates"),
        CheckConstraint("keeper_id <> unit_id", "keeper"),
        CheckConstraint("(status = 'approved') = (approved_on IS NOT NULL)", "approval"),
        CheckConstraint(
            "status <> 'approved' OR (decision_number IS NOT NULL AND authority IS NOT NULL"
            " AND amount IS NOT NULL AND decided_by IS NOT NULL)",
            "decision",
        ),
        CheckConstraint(
            "appraised_by <> submitted_by AND decided_by <> submitted_by"
            " AND decided_by <> appraised_by",
            "four_eyes",
        ),
    )  # fmt: skip

    unit_id: Mapped[UUID]
    # who finishes it, where the unit that made it has gone into another (docs/adr/0017)
    keeper_id: Mapped[UUID | None]
    code: Mapped[str]
    status: Mapped[str]
    title_vi: Mapped[str]
    title_en: Mapped[str | None]
    form: Mapped[str]
    donor_id: Mapped[UUID | None] = mapped_column(ForeignKey("donors.id"))
    donor_name: Mapped[str | None]
    recipient_id: Mapped[UUID | None] = mapped_column(ForeignKey("recipients.id"))
    recipient_name: Mapped[str | None]
    managing_agency: Mapped[str | None]
    authority: Mapped[str | None]
    purpose: Mapped[str | None]
    sectors: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    provinces: Mapped[list[str]] = mapped_column(ARRAY(Text))
    amount: Mapped[Decimal | None]
    currency: Mapped[str | None]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    submitted_on: Mapped[date | None]
    submitted_by: Mapped[UUID | None]
    returned_on: Mapped[date | None]
    appraised_on: Mapped[date | None]
    appraised_by: Mapped[UUID | None]
    opinion: Mapped[str | None]
    decided_on: Mapped[date | None]
    decided_by: Mapped[UUID | None]
    decision_number: Mapped[str | None]
    approved_on: Mapped[date | None]
    # why it was returned, rejected or withdrawn last
    reason: Mapped[str | None]
    # the rates of the day of approval, kept: a later correction of a rate restates nothing
    rate_id: Mapped[UUID | None] = mapped_column(ForeignKey("rates.id"))
    usd_rate_id: Mapped[UUID | None] = mapped_column(ForeignKey("rates.id"))
    demo: Mapped[bool] = mapped_column(default=False)
    search: Mapped[str]
    # an order needs a value in every row: what is not approved stands before all that is
    approved_order: Mapped[date] = mapped_column(
        Computed("COALESCE(approved_on, '1900-01-01'::date)", persisted=True)
    )

    @property
    def finisher(self) -> UUID:
        """The unit whose dossier it is to finish."""
        return self.keeper_id or self.unit_id

    @property
    def units(self) -> tuple[UUID, ...]:
        """The units whose donors and recipients it may name."""
        return (self.unit_id, self.keeper_id) if self.keeper_id else (self.unit_id,)


class GrantAct(Base):
    """One person's deed on one dossier; rows are only ever added (trigger `grant_acts_kept`).

    The exclusion constraint is the four eyes: no person has two different parts in one dossier.
    """

    __tablename__ = "grant_acts"
    __table_args__ = (
        ExcludeConstraint(
            ("grant_id", "="), ("person_id", "="), ("part", "<>"),
            name="grant_acts_four_eyes", using="gist",
        ),
        CheckConstraint(f"act IN ({_DEEDS})", "act"),
    )  # fmt: skip

    grant_id: Mapped[UUID] = mapped_column(ForeignKey("grants.id"), primary_key=True)
    person_id: Mapped[UUID] = mapped_column(primary_key=True)
    act: Mapped[str] = mapped_column(primary_key=True)
    part: Mapped[str] = mapped_column(Computed(f"CASE act {_PART} END", persisted=True))
    at: Mapped[datetime] = mapped_column(default=now)


class GrantNumber(Base):
    """The last running number of a unit's year; locked while a dossier is being entered."""

    __tablename__ = "grant_numbers"

    unit_id: Mapped[UUID] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[int]
