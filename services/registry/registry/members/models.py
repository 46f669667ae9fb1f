"""The table of members."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from registry.kept import Kept
from registry.members.rules import MemberKind
from registry.store import Base

_KINDS = ", ".join(f"'{kind}'" for kind in MemberKind)


class Member(Kept, Record, Base):
    """One organisation in one union. `joined_on` and `left_on` bound the days of membership."""

    __tablename__ = "members"
    __table_args__ = (
        Index("members_unit_idx", "unit_id", "level"),
        Index("members_name_idx", "name_sort", "id"),
        CheckConstraint(f"kind IN ({_KINDS})", "kind"),
        CheckConstraint("level IN ('central', 'local')", "level"),
        CheckConstraint("left_on >= joined_on", "dates"),
    )

    name_vi: Mapped[str]
    name_en: Mapped[str | None]
    short_name: Mapped[str | None]
    level: Mapped[str]
    kind: Mapped[str]
    country: Mapped[str | None]
    union_id: Mapped[UUID | None] = mapped_column(ForeignKey("units.id"))
    host: Mapped[str | None]
    province_code: Mapped[str | None]
    joined: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    left: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    people: Mapped[int | None]
    people_on: Mapped[date | None]
    leader: Mapped[str | None]
    address: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    website: Mapped[str | None]
    joined_on: Mapped[date | None]
    left_on: Mapped[date | None]
    name_sort: Mapped[str]
