"""The table of foreign NGOs."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from registry.store import Base


class Ngo(Record, Base):
    """A foreign non-governmental organisation. `unit_id` is its steward, not an owner."""

    __tablename__ = "ngos"
    __table_args__ = (
        Index("ngos_name_idx", "name_sort", "id"),
        # imports look for an NGO by its name as people write it
        Index("ngos_folded_name_idx", text("vn_fold(name_vi)"), "home_country"),
        Index(
            "ngos_search_idx",
            "search",
            postgresql_using="gin",
            postgresql_ops={"search": "gin_trgm_ops"},
        ),
        CheckConstraint("founded_year BETWEEN 1500 AND 2200", "founded_year"),
    )

    # every unit reads every NGO, so its changes go to every unit's feed
    is_shared = True

    unit_id: Mapped[UUID]
    name_vi: Mapped[str]
    name_en: Mapped[str | None]
    short_name: Mapped[str | None]
    home_country: Mapped[str] = mapped_column(ForeignKey("countries.code"), index=True)
    sectors: Mapped[list[str]] = mapped_column(ARRAY(Text))
    website: Mapped[str | None]
    founded_year: Mapped[int | None]
    note: Mapped[str | None]
    demo: Mapped[bool] = mapped_column(default=False)
    name_sort: Mapped[str]
    search: Mapped[str]
