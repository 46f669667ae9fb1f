"""The tables of unions and of the provinces they cover."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from registry.places.models import Sourced
from registry.store import Base


class Unit(Sourced, Record, Base):
    """A union. It is a tenant of the house: other services know it by this id."""

    __tablename__ = "units"

    is_shared = True

    code: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    level: Mapped[str]
    national: Mapped[bool]
    name_vi: Mapped[str]
    name_en: Mapped[str | None]
    short_name: Mapped[str | None]
    aliases: Mapped[list[str]] = mapped_column(ARRAY(Text))
    name_sort: Mapped[str]
    search: Mapped[str]
    founded: Mapped[date | None]
    founded_precision: Mapped[str | None]
    status: Mapped[str]
    status_as_of: Mapped[date | None]
    successor_code: Mapped[str | None]
    successor_from: Mapped[date | None]
    # by which act it merged: absorption, consolidation, or unverified while nobody has read it
    succession_form: Mapped[str | None]
    address: Mapped[str | None]
    phone: Mapped[str | None]
    fax: Mapped[str | None]
    email: Mapped[str | None]
    website: Mapped[str | None]
    note: Mapped[str | None]
    # without a default of Python's: the first migration writes unions before this column exists
    demo: Mapped[bool] = mapped_column(server_default=text("false"))


class UnitProvince(Sourced, Record, Base):
    """One province a union covers, from a day to a day (both inclusive, open where empty)."""

    __tablename__ = "unit_provinces"
    __table_args__ = (Index("unit_provinces_unit_idx", "unit_id"),)

    is_shared = True

    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    province_code: Mapped[str]
    basis: Mapped[str]
