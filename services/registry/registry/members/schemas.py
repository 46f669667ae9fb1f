"""Members on the wire."""

from datetime import date
from typing import Literal
from uuid import UUID

from chassis.imprecise import ImpreciseDate
from chassis.listing import PageQuery
from chassis.strict import Count, Country, Day, Id, Name, Province, Search, Short
from chassis.wire import partial
from registry.kept import KeptFields, KeptIn, KeptItem, KeptOut
from registry.members.rules import MemberKind, MemberLevel
from registry.places.schemas import Boundaries
from registry.units.schemas import UnitName


class MemberFields(KeptFields):
    """`union_id`: the member is itself a union; `people`: how many members it has itself."""

    name_vi: Name
    name_en: Name | None = None
    short_name: Short | None = None
    level: MemberLevel
    kind: MemberKind
    country: Country | None = None
    union_id: Id | None = None
    host: Name | None = None
    province_code: Province | None = None
    joined: ImpreciseDate | None = None
    left: ImpreciseDate | None = None
    people: Count | None = None
    people_on: Day | None = None
    leader: Name | None = None
    address: Name | None = None
    phone: Short | None = None
    email: Name | None = None
    website: Name | None = None


class MemberIn(KeptIn, MemberFields):
    """A member newly entered; `unit_id` is the union whose member it is."""


@partial
class MemberPatch(MemberFields):
    """A merge patch: what is left out stays, `null` clears."""


class MemberItem(KeptItem):
    """A member in a list; without `joined` it has been one for as long as anybody knows."""

    name_vi: str
    name_en: str | None
    short_name: str | None
    level: MemberLevel
    kind: MemberKind
    country: str | None
    union_id: UUID | None
    host: str | None
    province_code: str | None
    joined: ImpreciseDate | None
    left: ImpreciseDate | None
    people: int | None
    people_on: date | None
    leader: str | None
    address: str | None
    phone: str | None
    email: str | None
    website: str | None


class MemberOut(MemberItem, KeptOut):
    """A member's record."""


class MemberQuery(PageQuery):
    """`unit`: the union whose members; `as_of`: members that day."""

    by_route = frozenset({"unit", "q", "province", "boundaries"})

    sort: Literal["name", "-name"] | None = None
    q: Search = ""
    unit: UnitName | None = None
    level: MemberLevel | None = None
    kind: MemberKind | None = None
    country: Country | None = None
    province: Province | None = None
    boundaries: Boundaries = "then"
    as_of: Day | None = None
