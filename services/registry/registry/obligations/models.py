"""The table of what is owed: what a procedure left behind, and what an officer wrote down."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from registry.obligations.rules import Outcome, Rule
from registry.store import Base

_RULES = ", ".join(f"'{rule}'" for rule in Rule)
_OUTCOMES = ", ".join(f"'{outcome}'" for outcome in Outcome)


class Obligation(Record, Base):
    """One notice, plan or report that is owed. An annual one is stored once something is told of
    it; until then it follows from the certificates (`queries`)."""

    __tablename__ = "obligations"
    __table_args__ = (
        Index("obligations_unit_due_idx", "unit_id", "due_on", "id"),
        Index("obligations_due_idx", "due_on", "id"),
        Index("obligations_certificate_idx", "certificate_id"),
        Index(
            "obligations_ngo_year_key", "ngo_id", "rule", "year",
            unique=True, postgresql_where=text("year IS NOT NULL AND ngo_id IS NOT NULL"),
        ),
        Index(
            "obligations_unit_year_key", "unit_id", "rule", "year",
            unique=True, postgresql_where=text("year IS NOT NULL AND ngo_id IS NULL"),
        ),
        Index("obligations_ngo_idx", "ngo_id"),
        CheckConstraint(f"rule IN ({_RULES})", "rule"),
        CheckConstraint(f"outcome IN ({_OUTCOMES})", "outcome"),
        CheckConstraint("(outcome IS NULL) = (done_on IS NULL)", "done"),
        CheckConstraint("due_on >= since", "dates"),
    )  # fmt: skip

    unit_id: Mapped[UUID]
    ngo_id: Mapped[UUID | None] = mapped_column(ForeignKey("ngos.id"))
    certificate_id: Mapped[UUID | None] = mapped_column(ForeignKey("certificates.id"))
    procedure_id: Mapped[UUID | None] = mapped_column(ForeignKey("procedures.id"))
    rule: Mapped[str]
    year: Mapped[int | None]
    # the day from which it is counted, whose version of the decree holds
    since: Mapped[date]
    due_on: Mapped[date]
    outcome: Mapped[str | None]
    done_on: Mapped[date | None]
    # the letter or file that shows it
    evidence: Mapped[str | None]
    note: Mapped[str | None]
    demo: Mapped[bool] = mapped_column(default=False)
