"""The table of parties."""

from typing import Any

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from registry.kept import Kept
from registry.parties.rules import PartyKind
from registry.store import Base

_KINDS = ", ".join(f"'{kind}'" for kind in PartyKind)


class Party(Kept, Record, Base):
    """One party, with its log of contacts, newest last."""

    __tablename__ = "parties"
    __table_args__ = (
        Index("parties_name_idx", "name_sort", "id"),
        CheckConstraint(f"kind IN ({_KINDS})", "kind"),
    )

    kind: Mapped[str]
    name_vi: Mapped[str]
    name_en: Mapped[str | None]
    short_name: Mapped[str | None]
    country: Mapped[str | None]
    province_code: Mapped[str | None]
    address: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    website: Mapped[str | None]
    contacts: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)
    name_sort: Mapped[str]
