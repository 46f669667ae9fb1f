"""One-time links. The token itself is in the link alone."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from gateway.store import Base


class Invitation(Base):
    __tablename__ = "invitations"

    digest: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    kind: Mapped[str]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint("kind IN ('invitation', 'reset', 'bootstrap')", name="kind"),
        CheckConstraint("octet_length(digest) = 32", name="digest"),
    )
