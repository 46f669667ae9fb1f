"""Terms on the wire."""

from typing import Annotated, Literal

from pydantic import Field

from chassis.imprecise import ImpreciseDate
from chassis.listing import PageQuery
from chassis.strict import Day, Name, Search, Whole
from chassis.wire import partial
from registry.kept import KeptFields, KeptIn, KeptItem, KeptOut
from registry.units.schemas import UnitName

Ordinal = Annotated[int, Field(ge=1, le=999), Whole]


class TermFields(KeptFields):
    """`ordinal` 5 is khóa V; a congress has a number of its own, which need not be the same."""

    ordinal: Ordinal
    starts: ImpreciseDate
    ends: ImpreciseDate
    congress_ordinal: Ordinal | None = None
    congress_planned: ImpreciseDate | None = None
    congress_held: ImpreciseDate | None = None
    statute: Name | None = None


class TermIn(KeptIn, TermFields):
    """A new term."""


@partial
class TermPatch(TermFields):
    """A merge patch: what is left out stays, `null` clears."""


class TermItem(KeptItem):
    ordinal: int
    starts: ImpreciseDate
    ends: ImpreciseDate
    congress_ordinal: int | None
    congress_planned: ImpreciseDate | None
    congress_held: ImpreciseDate | None
    statute: str | None


class TermOut(TermItem, KeptOut):
    """A term's record."""


class TermQuery(PageQuery):
    """`unit`: a union's code or id."""

    by_route = frozenset({"unit", "q"})

    sort: Literal["starts", "-starts"] = "-starts"
    q: Search = ""
    unit: UnitName | None = None
    ordinal: Annotated[int, Field(ge=1, le=999)] | None = None
    as_of: Day | None = None
