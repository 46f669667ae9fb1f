"""Venues on the wire."""

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from chassis.fold import fold, sort_key
from chassis.identity import Actor
from chassis.listing import PageQuery
from chassis.strict import Count, Id, Instant, Name, Paragraph, Province, Search
from chassis.wire import In, RecordOut, partial
from events.units.schemas import UnitName
from events.venues import rules
from events.venues.models import Venue


class VenueFields(In):
    """The fields an officer fills in."""

    name_vi: Name
    name_en: Name | None = None
    address: Name | None = None
    province: Province | None = None
    capacity: Count | None = None
    note: Paragraph | None = None


class VenueIn(VenueFields):
    """A new venue. A client may propose the record's id."""

    id: Id | None = None


@partial
class VenuePatch(VenueFields):
    """A merge patch: what is left out stays, `null` clears."""


class VenueItem(RecordOut):
    """A venue in a list; `unit_id` names its steward."""

    unit_id: UUID
    name_vi: str
    name_en: str | None
    address: str | None
    province: str | None
    capacity: int | None
    note: str | None
    demo: bool


class VenueOut(VenueItem):
    """A venue's record."""

    allowed_actions: list[str] = Field(default_factory=list)

    @classmethod
    def of(cls, venue: Venue, actor: Actor) -> "VenueOut":
        out = cls.model_validate(venue)
        if rules.may_change(venue.unit_id, actor.unit_id, actor.roles, national=actor.national):
            out.allowed_actions = ["update"]
        return out


class VenueQuery(PageQuery):
    """`q` finds a venue with and without Vietnamese marks."""

    by_route = frozenset({"unit"})

    sort: Literal["name", "-name"] = "name"
    q: Search = ""
    unit: UnitName | None = None
    province: Province | None = None
    capacity_from: Annotated[int, Field(ge=0, le=2**31 - 1)] | None = None


class KnownAt(In):
    """`known_at`: the record as it stood written down at that moment."""

    known_at: Instant | None = None


def derived(values: dict[str, Any], venue: Venue | None = None) -> dict[str, Any]:
    """The columns that follow from the names: the order and what search looks at."""

    def now(name: str) -> str:
        value = values[name] if name in values else getattr(venue, name, None)
        return value or ""

    return {
        "name_sort": sort_key(now("name_vi")),
        "search": fold(" ".join((now("name_vi"), now("name_en"), now("address")))),
    }
