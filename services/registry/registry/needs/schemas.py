"""Needs on the wire."""

from datetime import date
from typing import Literal

from pydantic import Field

from chassis.listing import PageQuery
from chassis.strict import Count, Day, Name, Paragraph, Province, Search, Slug
from chassis.wire import partial
from registry.kept import KeptFields, KeptIn, KeptItem, KeptOut
from registry.ngos.schemas import Sectors
from registry.places.schemas import Boundaries
from registry.units.schemas import UnitName


class NeedFields(KeptFields):
    """`closed_on` and `outcome`: when and how the need was met or given up."""

    title_vi: Name
    title_en: Name | None = None
    province_code: Province
    sectors: Sectors = Field(default_factory=list)
    description: Paragraph | None = None
    beneficiaries: Count | None = None
    open_from: Day
    closed_on: Day | None = None
    outcome: Name | None = None


class NeedIn(KeptIn, NeedFields):
    """A need newly entered."""


@partial
class NeedPatch(NeedFields):
    """A merge patch: what is left out stays, `null` clears."""


class NeedItem(KeptItem):
    title_vi: str
    title_en: str | None
    province_code: str
    sectors: list[str]
    description: str | None
    beneficiaries: int | None
    open_from: date
    closed_on: date | None
    outcome: str | None


class NeedOut(NeedItem, KeptOut):
    """A need's record."""


class NeedQuery(PageQuery):
    """`as_of`: open that day."""

    by_route = frozenset({"unit", "q", "province", "boundaries"})

    sort: Literal["title", "-title"] | None = None
    q: Search = ""
    unit: UnitName | None = None
    province: Province | None = None
    boundaries: Boundaries = "then"
    sector: Slug | None = None
    as_of: Day | None = None
