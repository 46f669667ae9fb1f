"""Reference tables. Each row says where it comes from and how far it is trusted."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from registry.store import Base


class Sourced:
    """Provenance of one reference row; `confidence` as in the legal register (QUOTED … MEMORY)."""

    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    source: Mapped[str]
    confidence: Mapped[str]
    verified: Mapped[bool]


class Region(Sourced, Record, Base):
    """A group of countries in one taxonomy, as the unions report them."""

    __tablename__ = "regions"
    __table_args__ = (UniqueConstraint("taxonomy", "code"),)

    taxonomy: Mapped[str]
    code: Mapped[str]
    name_vi: Mapped[str]
    name_en: Mapped[str]
    position: Mapped[int]


class Country(Sourced, Record, Base):
    """A country or territory of ISO 3166-1, with its region in the unions' taxonomy."""

    __tablename__ = "countries"

    code: Mapped[str] = mapped_column(unique=True)
    code3: Mapped[str]
    name_vi: Mapped[str]
    name_en: Mapped[str]
    name_sort: Mapped[str]
    aliases: Mapped[list[str]] = mapped_column(ARRAY(Text))
    region: Mapped[str]


class Province(Sourced, Record, Base):
    """One administrative unit while it held its code; codes were reused, so the key has a date."""

    __tablename__ = "provinces"
    __table_args__ = (UniqueConstraint("code", "valid_from", postgresql_nulls_not_distinct=True),)

    code: Mapped[str]
    kind: Mapped[str]
    name_vi: Mapped[str]
    name_en: Mapped[str]
    short_vi: Mapped[str]
    name_sort: Mapped[str]
    aliases: Mapped[list[str]] = mapped_column(ARRAY(Text))
    successor_code: Mapped[str | None]
    successor_from: Mapped[date | None]
    note: Mapped[str | None]


class Sector(Sourced, Record, Base):
    """A field of work in the unions' taxonomy, with its nearest DAC purpose code."""

    __tablename__ = "sectors"
    __table_args__ = (UniqueConstraint("taxonomy", "code"),)

    taxonomy: Mapped[str]
    code: Mapped[str]
    parent: Mapped[str | None]
    name_vi: Mapped[str]
    name_en: Mapped[str]
    position: Mapped[int]
    dac_vocabulary: Mapped[str | None]
    dac_code: Mapped[str | None]


class SectorDacCode(Base):
    """One of the DAC purpose codes (vocabulary 1) of which a sector may be, in the file's order.

    The sector's own `dac_code` is the nearest one; it may be a category of three digits.
    """

    __tablename__ = "sector_dac_codes"

    sector_id: Mapped[UUID] = mapped_column(ForeignKey("sectors.id"), primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    confidence: Mapped[str]
    source: Mapped[str]
