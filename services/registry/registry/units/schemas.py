"""Unions on the wire."""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from chassis.fold import sort_key
from chassis.identity import Actor
from chassis.imprecise import Precision
from chassis.listing import PageQuery
from chassis.strict import Day, Flag, Id, Name, Paragraph, Province, Search, Short, Slug
from chassis.wire import In, partial
from registry import roles
from registry.finding import searched
from registry.places.schemas import SourcedOut
from registry.units import rules
from registry.units.models import Unit

UnitName = Annotated[str, Field(pattern="^[A-Za-z0-9-]{2,40}$")]
Code = Annotated[str, Field(pattern="^[A-Z0-9]{2,20}$", strict=True)]
Status = Literal["active", "being_founded", "merged", "dissolved"]
Form = Literal["absorption", "consolidation", "unverified"]


class UnitOut(SourcedOut):
    """A union. Dates known only to the month or year say so in `founded_precision`.

    `allowed_actions`: `update` the contact card, `update_all` of it, `cover` its provinces.
    """

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
    succession_form: str | None = None
    address: str | None
    phone: str | None
    fax: str | None
    email: str | None
    website: str | None
    note: str | None
    demo: bool = False
    allowed_actions: list[str] = Field(default_factory=list)

    @classmethod
    def of(cls, unit: Unit, actor: Actor) -> "UnitOut":
        out = cls.model_validate(unit)
        if actor.has(*roles.WRITERS):
            out.allowed_actions = rules.actions(unit.id, actor.unit_id, national=actor.national)
        return out


class UnitFields(In):
    """What is written down of a union. Its own staff change the contact card only."""

    name_vi: Name
    name_en: Name | None = None
    short_name: Short | None = None
    aliases: Annotated[list[Name], Field(max_length=50)] = Field(default_factory=list)
    founded: Day | None = None
    founded_precision: Precision | None = None
    status: Status = "active"
    status_as_of: Day | None = None
    successor_code: Code | None = None
    successor_from: Day | None = None
    succession_form: Form | None = None
    valid_to: Day | None = None
    address: Name | None = None
    phone: Short | None = None
    fax: Short | None = None
    email: Name | None = None
    website: Name | None = None
    source: Name
    verified: Flag = False
    note: Paragraph | None = None


class UnitIn(UnitFields):
    """A new union. A client may propose the record's id."""

    id: Id | None = None
    code: Code
    provinces: Annotated[list[Province], Field(max_length=63)] = Field(default_factory=list)


@partial
class UnitPatch(UnitFields):
    """A merge patch: what is left out stays, `null` clears."""


class UnitQuery(PageQuery):
    """`as_of`: founded by that day and not over, with the status of that day; `founded_from`,
    `founded_to`: both inclusive."""

    by_route = frozenset({"status"})

    sort: Literal["name", "-name"] | None = None
    q: Search = ""
    code: Code | None = None
    status: Slug | None = None
    level: Slug | None = None
    founded_from: Day | None = None
    founded_to: Day | None = None
    as_of: Day | None = None
    demo: bool | None = None


def derived(values: dict[str, Any], unit: Unit | None = None) -> dict[str, Any]:
    """The columns that follow from the names: the order and what search looks at."""

    def now(name: str) -> Any:
        return values[name] if name in values else getattr(unit, name, None)

    names = [now(name) for name in ("code", "name_vi", "name_en", "short_name")]
    return {
        "name_sort": sort_key(now("name_vi")),
        "search": searched(*names, *(now("aliases") or [])),
    }


def made(body: UnitIn, unit_id: UUID, *, demo: bool = False) -> Unit:
    """A new union, a tenant of the house from now on."""
    fields = body.columns("id", "provinces")
    fixed = {"kind": "union", "level": "local", "national": False}
    known = {"confidence": "QUOTED" if body.verified else "DERIVED", "valid_from": body.founded}
    return Unit(id=unit_id, demo=demo, **fixed, **known, **fields, **derived(fields))
