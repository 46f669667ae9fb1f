"""Machine clients. Unit and scopes are fixed per client; the secret is stored as its SHA-256."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, LargeBinary, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from gateway.store import Base


class Client(Record, Base):
    __tablename__ = "clients"

    client_id: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    secret_digest: Mapped[bytes] = mapped_column(LargeBinary)
    secret_expires_at: Mapped[datetime]
    # the one that is being replaced, good for a few days more
    secret_before: Mapped[bytes | None] = mapped_column(LargeBinary)
    before_until: Mapped[datetime | None]
    unit_id: Mapped[UUID | None]
    unit_code: Mapped[str | None]
    national: Mapped[bool] = mapped_column(default=False)
    scopes: Mapped[list[str]] = mapped_column(ARRAY(Text))
    disabled_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]

    @property
    def is_national_only(self) -> bool:
        """No administrator of a union keeps a program that sees the whole house."""
        return self.national

    __table_args__ = (
        CheckConstraint("octet_length(secret_digest) = 32", name="secret_digest"),
        CheckConstraint("(secret_before IS NULL) = (before_until IS NULL)", name="secret_before"),
    )
