"""Unions on the wire."""

from datetime import date
from typing import Annotated

from pydantic import Field

from chassis.identity import Actor
from chassis.listing import PageQuery
from chassis.strict import Search, Slug
from registry.places.schemas import SourcedOut
from registry.units.models import Unit


class UnitOut(SourcedOut):
    """A union. Dates known only to the month or year say so in `founded_precision`."""

    code: str
    kind: str
    level: str
    national: bool
    name_vi: str
    name_en: str | None
    short_name: str | None
    aliases: list[str]
    founded: date | None
    founded_precision: str | None
    status: str
    status_as_of: date | None
    successor_code: str | None
    successor_from: date | None
    address: str | None
    phone: str | None
    fax: str | None
    email: str | None
    website: str | None
    note: str | None

    @classmethod
    def of(cls, unit: Unit, actor: Actor) -> "UnitOut":
        return cls.model_validate(unit)


class UnitQuery(PageQuery):
    q: Search = ""
    code: Annotated[str, Field(pattern="^[A-Z0-9]{2,20}$")] | None = None
    status: Slug | None = None
