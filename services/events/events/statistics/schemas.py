"""Statistics on the wire."""

from typing import Annotated, Any, Literal

from pydantic import Field

from chassis.strict import Country, Day, Slug
from chassis.wire import Out, Params
from events.events.rules import Status
from events.units.schemas import UnitName

By = Literal["kind", "status", "month", "year", "country"]


class EventStatisticsQuery(Params):
    """Events that begin from `from` to `to`, days in Viet Nam, both inclusive; `unit` a code or an
    id. `by`: one dimension."""

    by: By = "kind"
    unit: UnitName | None = None
    from_: Annotated[Day | None, Field(alias="from")] = None
    to: Day | None = None
    kind: Slug | None = None
    status: Status | None = None
    country: Country | None = None


class Label(Out):
    vi: str
    en: str


class CountRow(Out):
    key: dict[str, str]
    label: Label
    count: int


class Total(Out):
    count: int


class EventCounts(Out):
    """`total.count` is the sum of the rows: each event counts once, and what has no single key is
    in a row `several` or `unknown`."""

    rows: list[CountRow]
    total: Total
    filters: dict[str, Any]
