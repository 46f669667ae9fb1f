"""Working days on the wire."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from chassis.identity import Actor
from chassis.listing import PageQuery
from chassis.strict import Day, Flag, Id, Name
from chassis.wire import In, Out, Params, RecordOut, partial
from registry.working_days.models import DayException
from registry.working_days.rules import Confidence, DayKind

Year = Annotated[int, Field(ge=2000, le=2090)]


class CountQuery(Params):
    """`days` asks for the end of a term, `to` for the days between; both may be asked at once."""

    start: Annotated[Day, Field(alias="from")]
    days: Annotated[int, Field(ge=-1000, le=1000)] | None = None
    to: Day | None = None


class MarkOut(Out):
    """A day that is not what its weekday says, and where that is known from."""

    day: date
    kind: DayKind
    name_vi: str
    name_en: str | None
    source: str
    confidence: Confidence
    verified: bool


class CountOut(Out):
    """`until`: the last of `days` working days, `from` not counted. `count`: the working days after
    `from` up to and including `to`, negative when `to` is earlier. `marks`: what changed it."""

    start: Annotated[date, Field(alias="from")]
    is_working: bool
    days: int | None
    until: date | None
    to: date | None
    count: int | None
    marks: list[MarkOut]
    verified: bool


class YearQuery(Params):
    year: Year


class YearOut(Out):
    """Every day of a year that is not what its weekday says, and how many days are worked."""

    year: int
    working_days: int
    marks: list[MarkOut]


class DayExceptionFields(In):
    """`verified`: somebody has read the authority's own announcement, which `source` names."""

    day: Day
    kind: DayKind
    name_vi: Name
    name_en: Name | None = None
    source: Name
    confidence: Confidence = Confidence.SECONDARY
    verified: Flag = False


class DayExceptionIn(DayExceptionFields):
    id: Id | None = None


@partial
class DayExceptionPatch(DayExceptionFields):
    """A merge patch."""


class DayExceptionOut(RecordOut):
    day: date
    kind: DayKind
    name_vi: str
    name_en: str | None
    source: str
    confidence: Confidence
    verified: bool
    allowed_actions: list[str] = Field(default_factory=list)

    @classmethod
    def of(cls, exception: DayException, actor: Actor) -> "DayExceptionOut":
        out = cls.model_validate(exception)
        if actor.national and actor.has("admin"):
            out.allowed_actions = ["update", "delete"]
        return out


class DayExceptionQuery(PageQuery):
    sort: Literal["day", "-day"] = "-day"
    kind: DayKind | None = None
    day_from: Day | None = None
    day_to: Day | None = None
