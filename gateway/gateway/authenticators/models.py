"""The second factor of an account: a sealed secret, and digests of its recovery codes."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from gateway.store import Base


class Authenticator(Base):
    __tablename__ = "authenticators"

    account_id: Mapped[UUID] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True
    )
    key_id: Mapped[str]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]  # none yet: not asked for at sign-in
    last_step: Mapped[int]  # of the last code taken; a step's code is taken once


class RecoveryCode(Base):
    __tablename__ = "recovery_codes"

    account_id: Mapped[UUID] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True
    )
    digest: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
