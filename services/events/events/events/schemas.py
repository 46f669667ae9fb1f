"""Events on the wire."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, Field, PlainSerializer
from pydantic_core import PydanticCustomError

from chassis.days import moment
from chassis.fold import fold
from chassis.identity import Actor
from chassis.listing import PageQuery
from chassis.strict import Count, Country, Day, Id, Instant, Name, Paragraph, Province, Search, Slug
from chassis.strict import Whole as WholeNumber
from chassis.wire import In, LivingOut, Out, RecordOut, partial
from events.events import rules
from events.events.models import Event
from events.events.rules import Status, Visibility
from events.events.windows import Precision
from events.moments import Moment
from events.units.schemas import UnitName


def _distinct(values: list[str]) -> list[str]:
    if len(set(values)) != len(values):
        raise PydanticCustomError("repeated", "each may be named once")
    return values


_UNIQUE = {"json_schema_extra": {"uniqueItems": True}}
Organisers = Annotated[list[Name], Field(max_length=20)]
Countries = Annotated[list[Country], Field(max_length=50, **_UNIQUE), AfterValidator(_distinct)]
Provinces = Annotated[list[Province], Field(max_length=99, **_UNIQUE), AfterValidator(_distinct)]
Year = Annotated[int, Field(ge=1900, le=2199), WholeNumber]
DayPart = Literal["morning", "afternoon", "evening"]


class Participation(In):
    """How many took part, of one category, without names. `participations` (lượt) are not `persons`
    (người): whoever came twice is one person and two participations."""

    category: Slug
    count: Count
    qualifier: Literal["exact", "over", "about", "almost"] = "exact"
    measure: Literal["persons", "participations"] = "persons"
    stage: Slug | None = None
    method: Literal["counted", "estimated", "reported"] = "reported"


class Organisation(In):
    """A foreign organisation that takes part, by its name as typed, and by its id in the registry
    where it stands there. Nobody asks the registry: the id is opaque here."""

    name: Name
    ngo_id: Annotated[Id, PlainSerializer(str)] | None = None


Organisations = Annotated[list[Organisation], Field(max_length=50)]
Participants = Annotated[list[Participation], Field(max_length=50)]


class EventFields(In):
    """The fields an officer fills in.

    When it is, by `precision`: `time` takes `starts_at` and `ends_at`; `day` takes `starts_on` and
    `ends_on` (inclusive); `month`, `quarter` and `year` take any day of it in `starts_on`. Without
    `precision`, `starts_at` means `time` and `starts_on` means `day`.
    """

    kind: Slug
    title_vi: Name
    title_en: Name | None = None
    description: Paragraph | None = None
    organisers: Organisers = Field(default_factory=list)
    organisations: Organisations = Field(default_factory=list)
    place: Name | None = None
    visibility: Visibility = Visibility.INTERNAL
    precision: Precision | None = None
    starts_at: Moment | None = None
    ends_at: Moment | None = None
    starts_on: Day | None = None
    ends_on: Day | None = None
    day_part: DayPart | None = None
    countries: Countries = Field(default_factory=list)
    provinces: Provinces = Field(default_factory=list)
    expected_attendance: Count | None = None
    edition: Annotated[int, Field(ge=1, le=9999), WholeNumber] | None = None
    reviewed_year: Year | None = None
    planned_year: Year | None = None
    participation: Participants = Field(default_factory=list)
    source: Paragraph | None = None
    note: Paragraph | None = None


class EventIn(EventFields):
    """A new event, a draft of the caller's unit. A client may propose the record's id."""

    id: Id | None = None


@partial
class EventPatch(EventFields):
    """A merge patch: what is left out stays, `null` clears, lists are replaced whole."""


class ReasonIn(In):
    """Why; it stands in the history for good."""

    reason: Paragraph


class ParticipationOut(Out):
    category: str
    count: int
    qualifier: str
    measure: str
    stage: str | None
    method: str


class OrganisationOut(Out):
    name: str
    ngo_id: UUID | None


class EventItem(RecordOut):
    """An event in a list. `location`: its booked venues, else the place as typed."""

    unit_id: UUID
    unit_code: str | None
    kind: str
    title_vi: str
    title_en: str | None
    status: Status
    visibility: Visibility
    precision: Precision
    all_day: bool
    starts_at: datetime
    ends_at: datetime
    starts_on: date
    ends_on: date
    day_part: str | None
    location: str | None
    countries: list[str]
    demo: bool


class EventOut(LivingOut):
    """An event. Whatever the precision, `starts_at` to before `ends_at` is its window. `keeper_id`:
    the unit that took it over from `unit_id`, which went into it."""

    unit_id: UUID
    keeper_id: UUID | None
    kind: str
    title_vi: str
    title_en: str | None
    description: str | None
    organisers: list[str]
    organisations: list[OrganisationOut] = Field(default_factory=list)
    place: str | None
    location: str | None
    status_at: datetime
    announced_at: datetime | None
    visibility: Visibility
    precision: Precision
    all_day: bool = False
    starts_at: datetime
    ends_at: datetime
    starts_on: date
    ends_on: date
    day_part: str | None
    countries: list[str]
    provinces: list[str]
    expected_attendance: int | None
    edition: int | None
    reviewed_year: int | None
    planned_year: int | None
    participation: list[ParticipationOut]
    source: str | None
    note: str | None
    demo: bool

    @classmethod
    def of(cls, event: Event, actor: Actor) -> "EventOut":
        out = cls.model_validate(event)
        out.all_day = event.precision == Precision.DAY
        status = Status(event.status)
        left = event.finisher in actor.predecessors
        if rules.may_take_over(status, actor.roles, left=left):
            out.allowed_actions = ["take_over"]
            return out
        out.allowed_actions = rules.actions(
            status,
            actor.roles,
            own=actor.unit_id == event.finisher,
            has_clock=event.has_clock,
            begun=event.starts_at <= moment(),
        )
        return out


class EventQuery(PageQuery):
    """`starts_from` and `starts_to`: days in Viet Nam, both inclusive. `unit`: a code or an id.
    `ngo_id`: in which that organisation of the registry takes part."""

    by_route = frozenset({"unit", "starts_from", "starts_to"})

    sort: Literal["starts_at", "-starts_at", "updated_at", "-updated_at"] = "starts_at"
    q: Search = ""
    unit: UnitName | None = None
    kind: Slug | None = None
    status: Status | None = None
    visibility: Visibility | None = None
    country: Country | None = None
    ngo_id: Id | None = None
    starts_from: Day | None = None
    starts_to: Day | None = None
    demo: bool | None = None


class KnownAt(In):
    """`known_at`: the record as it stood written down at that moment."""

    known_at: Instant | None = None


def derived(event: Event) -> dict[str, Any]:
    """The columns that follow from others: what search looks at."""
    named = [one["name"] for one in event.organisations or ()]
    words = (event.title_vi, event.title_en, event.place, *event.organisers, *named)
    return {"search": fold(" ".join(word for word in words if word))}
