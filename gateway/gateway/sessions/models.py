"""Sessions and failed tries; neither a token nor a tried name is stored as it was sent."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from gateway.store import Base


class Session(Base):
    __tablename__ = "sessions"

    # SHA-256 of 256 random bits: who reads this table cannot become anybody
    digest: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]

    __table_args__ = (Index("sessions_account_id_idx", "account_id", "seen_at"),)


class LoginTries(Base):
    __tablename__ = "login_tries"

    # SHA-256 of the username as rules.username spells it, of names that nobody has, too
    name_digest: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    failures: Mapped[int]
    since: Mapped[datetime]
    closed_until: Mapped[datetime | None]
    pauses: Mapped[int]
    consecutive: Mapped[int] = mapped_column(server_default="0")
