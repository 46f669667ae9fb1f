"""Accounts. Services get roles and unit in the signed identity and never look them up."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Text, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from gateway.roles import ALL
from gateway.store import Base


class Account(Record, Base):
    __tablename__ = "accounts"

    username: Mapped[str] = mapped_column(unique=True)  # one spelling, see rules.username
    name: Mapped[str]
    password_hash: Mapped[str]
    unit_id: Mapped[UUID | None]  # the registry's id of a union; opaque here
    unit_code: Mapped[str | None]
    national: Mapped[bool] = mapped_column(default=False)
    roles: Mapped[list[str]] = mapped_column(ARRAY(Text))
    # from when to when a role holds; one that is not named always does
    role_periods: Mapped[list[dict[str, Any]]] = mapped_column(
        JSONB, default=list, server_default="[]"
    )
    disabled_at: Mapped[datetime | None]

    @property
    def is_national_only(self) -> bool:
        """The log must not show a union's administrator what the list of accounts does not."""
        return self.national or self.unit_id is None

    __table_args__ = (
        CheckConstraint(
            "roles <@ ARRAY[" + ",".join(f"'{role}'" for role in ALL) + "]::text[]", name="roles"
        ),
        CheckConstraint("password_hash LIKE '$argon2id$%'", name="password_hash"),
        CheckConstraint(text("username <> ''"), name="username"),
    )
