"""Donors on the wire."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from aid.donors import rules
from aid.donors.models import Donor
from aid.donors.rules import DonorKind
from chassis.identity import Actor
from chassis.listing import PageQuery
from chassis.strict import Country, Id, Name, Paragraph, Search
from chassis.wire import In, Out, Page, RecordOut, partial

OwnKind = Literal[
    DonorKind.ENTERPRISE,
    DonorKind.INDIVIDUAL,
    DonorKind.OVERSEAS_VIETNAMESE,
    DonorKind.FOREIGN_PUBLIC_BODY,
]


class DonorFields(In):
    """A donor that is no foreign NGO: those are recorded in the registry."""

    kind: OwnKind
    name_vi: Name
    name_en: Name | None = None
    home_country: Country | None = None
    note: Paragraph | None = None


class DonorIn(DonorFields):
    """A new donor. A client may propose the record's id."""

    id: Id | None = None


@partial
class DonorPatch(DonorFields):
    """A merge patch."""


class DonorOut(RecordOut):
    """A donor; one without `unit_id` is a copy of the registry's NGO with the same id."""

    unit_id: UUID | None
    kind: DonorKind
    name_vi: str
    name_en: str | None
    home_country: str | None
    note: str | None
    demo: bool
    allowed_actions: list[str] = Field(default_factory=list)

    @classmethod
    def of(cls, donor: Donor, actor: Actor) -> "DonorOut":
        out = cls.model_validate(donor)
        own = donor.unit_id is not None and donor.unit_id == actor.unit_id
        if rules.may_change(donor.kind, actor.roles, own=own):
            out.allowed_actions = ["update"]
        return out


class DonorItem(RecordOut):
    """A donor in a list."""

    unit_id: UUID | None
    kind: DonorKind
    name_vi: str
    name_en: str | None
    home_country: str | None
    demo: bool


class SourceOut(Out):
    """How old the copy of the registry's NGOs is: when the registry last answered."""

    as_of: datetime | None
    stale: bool


class DonorPage(Page[DonorItem]):
    source: SourceOut


class DonorQuery(PageQuery):
    """`q` with or without marks; `country` is the donor's home country."""

    by_route = frozenset({"country"})

    sort: Literal["name", "-name"] = "name"
    q: Search = ""
    country: Country | None = None
    kind: DonorKind | None = None
    demo: bool | None = None
