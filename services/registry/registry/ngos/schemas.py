"""Foreign NGOs on the wire."""

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Path
from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from chassis.identity import Actor
from chassis.listing import PageQuery
from chassis.strict import (
    Country,
    Day,
    Id,
    Instant,
    Name,
    Paragraph,
    Province,
    Search,
    Short,
    Slug,
    Whole,
)
from chassis.wire import In, RecordOut, partial
from registry.ngos import finding, rules
from registry.ngos.entries import IdentifierOut, Identifiers, NameOut, Names, as_json
from registry.ngos.identifiers import PUBLIC_ID
from registry.ngos.models import Ngo
from registry.places.schemas import Boundaries


def _distinct(values: list[str]) -> list[str]:
    if len(set(values)) != len(values):
        raise PydanticCustomError("repeated", "each may be named once")
    return values


Sectors = Annotated[
    list[Slug],
    Field(max_length=20, json_schema_extra={"uniqueItems": True}),
    AfterValidator(_distinct),
]


class NgoFields(In):
    """The fields an officer fills in. The first sector is the main one."""

    name_vi: Name
    name_en: Name | None = None
    short_name: Short | None = None
    home_country: Country
    sectors: Sectors = Field(default_factory=list)
    website: Name | None = None
    founded_year: Annotated[int, Field(ge=1500, le=2200), Whole] | None = None
    note: Paragraph | None = None
    names: Names = Field(default_factory=list)
    identifiers: Identifiers = Field(default_factory=list)

    def columns(self, *without: str) -> dict[str, Any]:
        return as_json(self, super().columns(*without))

    def changes(self, *without: str) -> dict[str, Any]:
        return as_json(self, super().changes(*without))


class NgoIn(NgoFields):
    """A new NGO. A client may propose the record's id."""

    id: Id | None = None


@partial
class NgoPatch(NgoFields):
    """A merge patch: what is left out stays, `null` clears. `duplicate_of` marks a repetition."""

    duplicate_of: Id | None = None


class NgoOut(RecordOut):
    """An NGO's record; `unit_id` names the steward, `merged_into` the record that replaces it."""

    unit_id: UUID
    public_id: str
    name_vi: str
    name_en: str | None
    short_name: str | None
    home_country: str
    sectors: list[str]
    website: str | None
    founded_year: int | None
    note: str | None
    names: list[NameOut]
    identifiers: list[IdentifierOut]
    merged_into: UUID | None
    duplicate_of: UUID | None
    demo: bool
    allowed_actions: list[str] = Field(default_factory=list)

    @classmethod
    def of(cls, ngo: Ngo, actor: Actor) -> "NgoOut":
        out = cls.model_validate(ngo)
        out.allowed_actions = rules.actions(
            ngo, actor.unit_id, actor.roles, national=actor.national
        )
        return out


class NgoItem(RecordOut):
    """An NGO in a list."""

    unit_id: UUID
    public_id: str
    name_vi: str
    name_en: str | None
    short_name: str | None
    home_country: str
    region: str
    sectors: list[str]
    demo: bool


class NgoQuery(PageQuery):
    """`as_of`: NGOs with a certificate valid that day; `unit`: covering a province of the unit.

    `boundaries`: provinces are those of the day asked about, or with `now` today's, to which every
    former province belongs that is part of them.

    `q`: part of any name, with or without marks, a province that it works in, by its name of any
    time, or a certificate's whole number. `identifier`: any of its numbers, certificates' and
    `INGO-…` among them. `duplicates`: marked as repeating another record. `merged_into`: those
    that went into this record, which no other list shows. `sort` is by name, or with
    `q` by `relevance`: written exactly so, then otherwise, then by place.
    """

    by_route = frozenset({"unit", "province", "boundaries", "q", "identifier", "merged_into"})

    sort: Literal["name", "-name", "updated_at", "-updated_at", "relevance"] | None = None
    q: Search = ""
    identifier: Short | None = None
    home_country: Country | None = None
    region: Slug | None = None
    sector: Slug | None = None
    province: Province | None = None
    unit: Annotated[str, Field(pattern="^[A-Za-z0-9-]{2,40}$")] | None = None
    as_of: Day | None = None
    demo: bool | None = None
    boundaries: Boundaries = "then"
    merged_into: Id | None = None
    duplicates: bool | None = None


class KnownAt(In):
    """`known_at`: the record as it stood written down at that moment."""

    known_at: Instant | None = None


NgoRef = Annotated[
    str,
    Path(pattern=f"^(?:[0-9a-fA-F]{{8}}(?:-[0-9a-fA-F]{{4}}){{3}}-[0-9a-fA-F]{{12}}|{PUBLIC_ID})$"),
]
_NAMES = ("name_vi", "name_en", "short_name")


def derived(values: dict[str, Any], ngo: Ngo | None = None) -> dict[str, Any]:
    """The columns that follow from the names and numbers: the order and what search looks at."""

    def now(name: str) -> Any:
        return values[name] if name in values else getattr(ngo, name, None)

    names = [now(name) or "" for name in _NAMES]
    names += [entry["text"] for entry in now("names") or ()]
    codes = [entry["value"] for entry in now("identifiers") or ()]
    return finding.derived(names, [now("public_id") or "", *codes])
