"""Whose account at the provider is whose here."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from gateway.store import Base


class Identity(Base):
    __tablename__ = "identities"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    issuer: Mapped[str]
    # what the provider calls the person, for ever: a name or an address there may go to another
    subject: Mapped[str]
    shown_as: Mapped[str]
    created_at: Mapped[datetime]
    last_used_at: Mapped[datetime | None]

    __table_args__ = (
        UniqueConstraint("issuer", "subject", name="identities_issuer_subject_key"),
        UniqueConstraint("account_id", "issuer", name="identities_account_id_issuer_key"),
    )
