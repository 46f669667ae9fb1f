"""Statistics on the wire."""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import ConfigDict, Field

from aid.statistics.rules import DIMENSIONS
from aid.units.schemas import UnitName
from chassis.strict import Day
from chassis.wire import Out, Params

_ONE = "(?:" + "|".join(DIMENSIONS) + ")"
By = Annotated[str, Field(pattern=f"^{_ONE}(?:,{_ONE}){{0,2}}$")]


class GrantStatisticsQuery(Params):
    """Approved grants from `from` to `to`, both inclusive; `as_of` is another last day. `by`: one
    to three dimensions with commas. By sector an amount is split by its percentages and a grant is
    counted in the sector it names first; a grant in several provinces is in the row `several`."""

    model_config = ConfigDict(populate_by_name=True)

    by: By = "form"
    unit: UnitName | None = None
    start: Annotated[Day | None, Field(alias="from")] = None
    end: Annotated[Day | None, Field(alias="to")] = None
    as_of: Day | None = None
    status: Literal["approved"] = "approved"

    @property
    def dimensions(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.by.split(",")))

    @property
    def last(self) -> date | None:
        return min((day for day in (self.end, self.as_of) if day), default=None)


class Label(Out):
    vi: str
    en: str


class Committed(Out):
    """The same commitments in both currencies, converted at the rates of the days of approval."""

    VND: str
    USD: str


class Row(Out):
    key: dict[str, str]
    label: Label
    count: int
    committed: Committed


class Total(Out):
    count: int
    committed: Committed


class RateUsed(Out):
    id: UUID
    currency: str
    rate: str
    valid_from: date
    source: str
    verified: bool


class Unconverted(Out):
    """Amounts for which no rate of the day is known: not in the sums of the currencies `into`."""

    currency: str
    into: list[str]
    amount: str
    count: int


class Rounding(Out):
    method: str
    VND: str
    USD: str


class GrantStatistics(Out):
    """`total` equals the sum of the rows. Sums are exact and rounded once, as `rounding` says."""

    rows: list[Row]
    total: Total
    rates: list[RateUsed]
    unconverted: list[Unconverted]
    rounding: Rounding
    filters: dict[str, Any]
