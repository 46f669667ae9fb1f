"""Sessions and failed tries; neither a token nor a tried name is stored as it was sent."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, false, func, text
from sqlalchemy.orm import Mapped, mapped_column

from gateway.store import Base


class Session(Base):
    __tablename__ = "sessions"

    # SHA-256 of 256 random bits: who reads this table cannot become anybody
    digest: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    # its name outside: in lists, and as `sid` in signed identities
    id: Mapped[UUID] = mapped_column(unique=True, server_default=text("gen_random_uuid()"))
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    authenticated_at: Mapped[datetime] = mapped_column(server_default=func.now())
    has_otp: Mapped[bool] = mapped_column(server_default=false())
    agent: Mapped[str] = mapped_column(server_default="")

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
