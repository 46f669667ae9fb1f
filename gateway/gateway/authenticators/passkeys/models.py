"""Passkeys: the public half only; and the challenges that were answered."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from gateway.store import Base


class Passkey(Base):
    __tablename__ = "passkeys"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    name: Mapped[str]
    credential_id: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    # what the device counted; one that goes back was copied
    sign_count: Mapped[int]
    created_at: Mapped[datetime]
    last_used_at: Mapped[datetime | None]

    __table_args__ = (Index("passkeys_account_id_idx", "account_id", "created_at"),)


class AnsweredChallenge(Base):
    __tablename__ = "answered_challenges"

    challenge: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    answered_at: Mapped[datetime]
