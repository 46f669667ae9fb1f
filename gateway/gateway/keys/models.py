"""Signing keys. The private half is stored sealed: a copy of the database alone signs nothing."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from gateway.store import Base


class SigningKey(Base):
    __tablename__ = "signing_keys"

    kid: Mapped[str] = mapped_column(primary_key=True)
    public_jwk: Mapped[dict[str, Any]]
    sealed: Mapped[bytes]  # the private JWK, bound to the kid
    created_at: Mapped[datetime]
    usable_from: Mapped[datetime]
    retired_at: Mapped[datetime | None]

    __table_args__ = (CheckConstraint("retired_at >= usable_from", name="retired_after_use"),)
