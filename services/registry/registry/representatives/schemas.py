"""Representatives on the wire. A paper's number comes in and is shown masked."""

from datetime import date
from typing import Any, Literal
from uuid import UUID

from chassis.imprecise import ImpreciseDate
from chassis.listing import PageQuery
from chassis.strict import Country, Day, Id, Name, Search, Short
from chassis.wire import partial
from registry.kept import KeptFields, KeptIn, KeptItem, KeptOut
from registry.ngos.rules import may_change
from registry.representatives.rules import PaperKind, RepresentativePost
from registry.sealed import SealedNumber
from registry.units.schemas import UnitName


class RepresentativeFields(KeptFields):
    """`title` is the post as printed. `paper_number` is never shown again but by `reveal`.

    `known_on`: a day on which a source says that the post was held.
    """

    person: Name
    post: RepresentativePost
    title: Name | None = None
    nationality: Country | None = None
    phone: Short | None = None
    email: Name | None = None
    paper_kind: PaperKind | None = None
    paper_number: SealedNumber | None = None
    starts: ImpreciseDate | None = None
    ends: ImpreciseDate | None = None
    known_on: Day | None = None
    appointment: Name | None = None


class RepresentativeIn(KeptIn, RepresentativeFields):
    """Somebody who speaks for an NGO, newly written down."""

    ngo_id: Id


@partial
class RepresentativePatch(RepresentativeFields):
    """A merge patch: what is left out stays, `null` clears; without `paper_kind` no paper stays."""


class RepresentativeShown(KeptItem):
    """`held_from` and `held_to`: the days that count; 9999-12-31 means that it is still held."""

    ngo_id: UUID
    person: str
    post: RepresentativePost
    title: str | None
    nationality: str | None
    phone: str | None
    email: str | None
    paper_kind: PaperKind | None
    paper_masked: str | None
    starts: ImpreciseDate | None
    ends: ImpreciseDate | None
    known_on: date | None
    appointment: str | None
    held_from: date
    held_to: date


class RepresentativeItem(RepresentativeShown):
    """One in a list, with its organisation's name."""

    ngo_name_vi: str


class RepresentativeOut(RepresentativeShown, KeptOut):
    """One representative's record."""

    @classmethod
    def actions(cls, record: Any, actor: Any) -> list[str]:
        may = may_change(record.unit_id, actor.unit_id, actor.roles, national=actor.national)
        return ["update", *(["reveal"] if record.paper_masked else [])] if may else []


class RepresentativeQuery(PageQuery):
    """`unit`: the unit that keeps the record; `as_of`: held that day; `ngo_id`: also of records
    merged into that NGO."""

    by_route = frozenset({"unit", "q"})

    sort: Literal["person", "-person", "held_from", "-held_from"] | None = None
    q: Search = ""
    unit: UnitName | None = None
    ngo_id: Id | None = None
    post: RepresentativePost | None = None
    as_of: Day | None = None
