"""Parties on the wire."""

from typing import Literal
from uuid import UUID

from pydantic import Field

from chassis.imprecise import DayText
from chassis.listing import PageQuery
from chassis.strict import Country, Name, Paragraph, Province, Search, Short
from chassis.wire import In, Out, partial
from registry.kept import KeptFields, KeptIn, KeptItem, KeptOut
from registry.parties.rules import ContactKind, PartyKind
from registry.units.schemas import UnitName


class PartyFields(KeptFields):
    """`country`: whose consulate, whose organisation, or where overseas Vietnamese live."""

    kind: PartyKind
    name_vi: Name
    name_en: Name | None = None
    short_name: Short | None = None
    country: Country | None = None
    province_code: Province | None = None
    address: Name | None = None
    phone: Short | None = None
    email: Name | None = None
    website: Name | None = None


class PartyIn(KeptIn, PartyFields):
    """A party newly entered."""


@partial
class PartyPatch(PartyFields):
    """A merge patch: what is left out stays, `null` clears."""


class ContactIn(In):
    """One contact with a party."""

    on: DayText
    kind: ContactKind
    summary: Paragraph


class ContactOut(Out):
    """`unit_id`: the union that had the contact."""

    on: DayText
    kind: ContactKind
    summary: str
    unit_id: UUID


class PartyItem(KeptItem):
    kind: PartyKind
    name_vi: str
    name_en: str | None
    short_name: str | None
    country: str | None
    province_code: str | None
    address: str | None
    phone: str | None
    email: str | None
    website: str | None


class PartyOut(PartyItem, KeptOut):
    """A party's record."""

    contacts: list[ContactOut] = Field(default_factory=list)


class PartyQuery(PageQuery):
    """`unit`: the union that keeps the record."""

    by_route = frozenset({"unit", "q"})

    sort: Literal["name", "-name"] | None = None
    q: Search = ""
    unit: UnitName | None = None
    kind: PartyKind | None = None
    country: Country | None = None
    province: Province | None = None
