"""The coverage report on the wire."""

from datetime import date
from typing import Literal
from uuid import UUID

from chassis.strict import Day
from chassis.wire import Out, Params
from registry.coverage.rules import CoverageStatus


class CoverageQuery(Params):
    """`as_of`: today if left out. `boundaries`: provinces of that day, or those of today."""

    as_of: Day | None = None
    boundaries: Literal["then", "now"] = "then"
    status: CoverageStatus | None = None


class UnionNamed(Out):
    id: UUID
    code: str
    name_vi: str
    demo: bool
    verified: bool


class CoveragePart(Out):
    """A province of the day asked about."""

    province_code: str
    name_vi: str
    name_en: str
    status: CoverageStatus
    unit: UnionNamed | None
    founding_id: UUID | None


class CoverageRow(CoveragePart):
    """A province as shown, with the provinces of the day asked about that lie in it."""

    parts: list[CoveragePart]


class Totals(Out):
    union: int
    case: int
    none: int


class Coverage(Out):
    """`totals` counts all rows, whatever `status` was asked for; they add up to `provinces`."""

    items: list[CoverageRow]
    totals: Totals
    provinces: int
    as_of: date
    boundaries: Literal["then", "now"]
