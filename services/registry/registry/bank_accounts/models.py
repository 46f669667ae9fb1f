"""The table of accounts notified (decree 58/2022, article 21.3), their numbers apart from it."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from registry.kept import Kept
from registry.sealed import Sealed
from registry.store import Base


class BankAccount(Kept, Record, Base):
    """One account that an NGO told the authorities of. `held_from`, `held_to`: days in use."""

    __tablename__ = "bank_accounts"
    __table_args__ = (
        Index("bank_accounts_ngo_idx", "ngo_id"),
        Index("bank_accounts_notified_idx", "notified_on", "id"),
        CheckConstraint("held_to >= held_from", "dates"),
    )

    ngo_id: Mapped[UUID] = mapped_column(ForeignKey("ngos.id"))
    bank: Mapped[str]
    branch: Mapped[str | None]
    holder: Mapped[str]
    currency: Mapped[str | None]
    number_masked: Mapped[str]
    notified_on: Mapped[date]
    letter: Mapped[str | None]
    starts: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    ends: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    held_from: Mapped[date]
    held_to: Mapped[date]


class BankAccountNumber(Sealed, Base):
    """The number of one account; a part of its record, as a paper's number is."""

    __tablename__ = "bank_account_numbers"

    record_id: Mapped[UUID] = mapped_column(
        ForeignKey("bank_accounts.id", ondelete="CASCADE"), primary_key=True
    )
