"""Posts held, on the wire."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from chassis.imprecise import ImpreciseDate
from chassis.listing import PageQuery
from chassis.strict import Day, Id, Name, Search
from chassis.wire import partial
from registry.kept import KeptFields, KeptIn, KeptItem, KeptOut
from registry.officers.rules import Post
from registry.units.schemas import UnitName


class OfficerFields(KeptFields):
    """`title` is the post as printed; `concurrent` names posts held elsewhere at the same time.

    `known_on`: a day on which a source says that the post was held.
    """

    person: Name
    post: Post
    title: Name
    concurrent: Annotated[list[Name], Field(max_length=20)] = Field(default_factory=list)
    term_id: Id | None = None
    starts: ImpreciseDate | None = None
    ends: ImpreciseDate | None = None
    known_on: Day | None = None
    appointment: Name | None = None


class OfficerIn(KeptIn, OfficerFields):
    """A post newly written down."""


@partial
class OfficerPatch(OfficerFields):
    """A merge patch: what is left out stays, `null` clears."""


class OfficerItem(KeptItem):
    """`held_from` and `held_to`: the days that count; 9999-12-31 means that it is still held."""

    person: str
    post: Post
    title: str
    concurrent: list[str]
    term_id: UUID | None
    starts: ImpreciseDate | None
    ends: ImpreciseDate | None
    known_on: date | None
    appointment: str | None
    held_from: date
    held_to: date


class OfficerOut(OfficerItem, KeptOut):
    """One post's record."""


class OfficerQuery(PageQuery):
    """`unit`: a union's code or id; `as_of`: held that day."""

    by_route = frozenset({"unit", "q"})

    sort: Literal["person", "-person", "held_from", "-held_from"] | None = None
    q: Search = ""
    unit: UnitName | None = None
    post: Post | None = None
    term_id: Id | None = None
    as_of: Day | None = None
