"""The overview on the wire: a part per service, so that one away leaves the others whole."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from chassis.strict import Day
from chassis.wire import Out, Params
from gateway.accounts.schemas import UnitCode


class OverviewQuery(Params):
    """`as_of` for what holds on a day; `from`, `to` (both included) for what happened."""

    model_config = ConfigDict(populate_by_name=True)

    as_of: Day | None = None
    start: Annotated[Day | None, Field(alias="from")] = None
    end: Annotated[Day | None, Field(alias="to")] = None
    unit: UnitCode | None = None


class PartOut(Out):
    """`data` by question; a question that this caller may not ask is null. `code` and `detail`
    say why a service's part is not there."""

    status: Literal["ok", "unavailable"]
    data: dict[str, Any] | None = None
    code: str | None = None
    detail: str | None = None


class OverviewOut(Out):
    as_of: date
    parts: dict[str, PartOut]
