"""The table of merges: what each one moved, so that it can be taken back."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from chassis.ids import new_id
from registry.store import Base


class NgoMerge(Base):
    """One record that went into another. `moved`: its papers by id, names and numbers whole."""

    __tablename__ = "ngo_merges"
    __table_args__ = (
        Index("ngo_merges_open", "ngo_id", unique=True, postgresql_where=text("undone_at IS NULL")),
        Index("ngo_merges_into_idx", "into_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    ngo_id: Mapped[UUID] = mapped_column(ForeignKey("ngos.id"))
    into_id: Mapped[UUID] = mapped_column(ForeignKey("ngos.id"))
    moved: Mapped[dict[str, Any]]
    merged_at: Mapped[datetime]
    undone_at: Mapped[datetime | None]
