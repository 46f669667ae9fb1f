"""Cases of founding, on the wire."""

from datetime import date
from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from chassis.identity import Actor
from chassis.imprecise import DayText, ImpreciseDate
from chassis.listing import PageQuery
from chassis.strict import Day, Id, Paragraph, Province, Search
from chassis.wire import In, partial
from registry.foundings.rules import MOVES, FoundingStatus
from registry.kept import KeptFields, KeptIn, KeptItem, KeptOut
from registry.places.schemas import Boundaries
from registry.units.schemas import UnitName


class FoundingFields(KeptFields):
    """`guided`: since when; `union_id`: the union's record, where there is one already."""

    province_code: Province
    union_id: Id | None = None
    guided: ImpreciseDate
    dossier: ImpreciseDate | None = None
    congress: ImpreciseDate | None = None


class FoundingIn(KeptIn, FoundingFields):
    """A case newly opened: `dossier` and `congress` stay empty until their steps."""


@partial
class FoundingPatch(FoundingFields):
    """A merge patch: what is left out stays, `null` clears."""


class FileIn(In):
    """When the dossier was filed."""

    dossier: ImpreciseDate


class FoundIn(In):
    """When the founding congress was held, and the record of the union that it founded."""

    congress: ImpreciseDate
    union_id: Id | None = None


class StopIn(In):
    """When and why the case ended without a union."""

    stopped_on: DayText
    reason: Paragraph


class FoundingItem(KeptItem):
    status: FoundingStatus
    province_code: str
    union_id: UUID | None
    guided: ImpreciseDate
    dossier: ImpreciseDate | None
    congress: ImpreciseDate | None
    stopped_on: date | None
    reason: str | None


class FoundingOut(FoundingItem, KeptOut):
    """A case's record."""

    allowed_actions: list[str] = Field(default_factory=list)

    @classmethod
    def actions(cls, record: Any, actor: Actor) -> list[str]:
        may = super().actions(record, actor)
        return MOVES.allowed(FoundingStatus(record.status), actor.roles) if may else []


class FoundingQuery(PageQuery):
    """`as_of`: in progress that day; `congress_from`, `congress_to`: founded then, inclusive."""

    by_route = frozenset({"unit", "q", "province", "boundaries"})

    sort: Literal["opened", "-opened"] = "-opened"
    q: Search = ""
    unit: UnitName | None = None
    status: FoundingStatus | None = None
    province: Province | None = None
    boundaries: Boundaries = "then"
    as_of: Day | None = None
    congress_from: Day | None = None
    congress_to: Day | None = None
