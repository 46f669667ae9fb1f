"""Statistics on the wire."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from chassis.strict import Country, Day, Province, Slug
from chassis.wire import Out
from registry.places.schemas import Boundaries

By = Literal["region", "country", "sector", "province", "kind", "status"]


class NgoStatisticsQuery(BaseModel):
    """`as_of` (today when not given): NGOs with a certificate valid that day.

    `unit`: covering one of its provinces of that day. `by`: one dimension. `boundaries`: the
    provinces of that day, or with `now` today's, to which every former one belongs.
    """

    model_config = ConfigDict(extra="forbid")

    by: By = "region"
    as_of: Day | None = None
    unit: Annotated[str, Field(pattern="^[A-Za-z0-9-]{2,40}$")] | None = None
    region: Slug | None = None
    country: Country | None = None
    sector: Slug | None = None
    province: Province | None = None
    boundaries: Boundaries = "then"


class Label(Out):
    vi: str
    en: str


class CountRow(Out):
    key: dict[str, str]
    label: Label
    count: int


class Total(Out):
    count: int


class NgoCounts(Out):
    """`total.count` is the sum of the rows; who has no single key is in the row `other`."""

    rows: list[CountRow]
    total: Total
    filters: dict[str, Any]
