"""The table of foreign NGOs, and its names and numbers by row, which the database derives."""

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from registry.store import Base


class Ngo(Record, Base):
    """A foreign non-governmental organisation. `unit_id` is its steward, not an owner."""

    __tablename__ = "ngos"
    __table_args__ = (
        Index("ngos_name_idx", "name_sort", "id"),
        Index("ngos_updated_idx", "updated_at", "id"),
        # a filter that leaves few: the order by name would read all to find them
        Index("ngos_country_idx", "home_country", "name_sort", "id"),
        Index("ngos_sectors_idx", "sectors", postgresql_using="gin"),
        # imports look for an NGO by its name as people write it
        Index("ngos_folded_name_idx", text("vn_fold(name_vi)"), "home_country"),
        Index(
            "ngos_search_idx",
            "search",
            postgresql_using="gin",
            postgresql_ops={"search": "gin_trgm_ops"},
        ),
        Index(
            "ngos_merged_into_idx", "merged_into", postgresql_where=text("merged_into IS NOT NULL")
        ),
        Index(
            "ngos_duplicate_of_idx",
            "duplicate_of",
            postgresql_where=text("duplicate_of IS NOT NULL"),
        ),
        CheckConstraint("founded_year BETWEEN 1500 AND 2200", "founded_year"),
        CheckConstraint("merged_into <> id", "merged_into"),
        CheckConstraint("duplicate_of <> id", "duplicate_of"),
    )

    # every unit reads every NGO, so its changes go to every unit's feed
    is_shared = True

    unit_id: Mapped[UUID]
    public_id: Mapped[str] = mapped_column(unique=True)
    name_vi: Mapped[str]
    name_en: Mapped[str | None]
    short_name: Mapped[str | None]
    home_country: Mapped[str] = mapped_column(ForeignKey("countries.code"), index=True)
    sectors: Mapped[list[str]] = mapped_column(ARRAY(Text))
    website: Mapped[str | None]
    founded_year: Mapped[int | None]
    note: Mapped[str | None]
    # names beside the three above, and the numbers of others: as schemas.py shapes them
    names: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)
    identifiers: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)
    # the record that this one was found to be a duplicate of; it keeps its id and history
    merged_into: Mapped[UUID | None] = mapped_column(ForeignKey("ngos.id"))
    # the record that somebody believes this one to repeat; a merge has not been decided
    duplicate_of: Mapped[UUID | None] = mapped_column(ForeignKey("ngos.id"))
    demo: Mapped[bool] = mapped_column(default=False)
    name_sort: Mapped[str]
    search: Mapped[str]
    spelling: Mapped[str]


class NgoName(Base):
    """One name of one NGO, folded. Written by the trigger of migration 0010, never by hand."""

    __tablename__ = "ngo_names"
    __table_args__ = (
        Index(
            "ngo_names_folded_idx",
            "folded",
            postgresql_using="gin",
            postgresql_ops={"folded": "gin_trgm_ops"},
        ),
    )

    ngo_id: Mapped[UUID] = mapped_column(
        ForeignKey("ngos.id", ondelete="CASCADE"), primary_key=True
    )
    folded: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]


class NgoIdentifier(Base):
    """One number of one NGO as it is compared; no two NGOs share one. Written by that trigger."""

    __tablename__ = "ngo_identifiers"
    __table_args__ = (
        Index("ngo_identifiers_ngo_idx", "ngo_id"),
        Index("ngo_identifiers_mark_idx", "mark"),
    )

    scheme: Mapped[str] = mapped_column(primary_key=True)
    mark: Mapped[str] = mapped_column(primary_key=True)
    ngo_id: Mapped[UUID] = mapped_column(ForeignKey("ngos.id", ondelete="CASCADE"))
