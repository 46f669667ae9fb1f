"""Reference data on the wire."""

from datetime import date
from typing import Literal

from chassis.listing import PageQuery
from chassis.strict import Day, Search, Short
from chassis.wire import RecordOut

# Provinces of the day asked about, or today's with all that has become part of them.
Boundaries = Literal["then", "now"]


class SourcedOut(RecordOut):
    """`confidence`: QUOTED, SECONDARY, DERIVED or MEMORY; unverified rows are shown as such."""

    valid_from: date | None
    valid_to: date | None
    source: str
    confidence: str
    verified: bool


class RegionOut(SourcedOut):
    taxonomy: str
    code: str
    name_vi: str
    name_en: str


class CountryOut(SourcedOut):
    code: str
    code3: str
    name_vi: str
    name_en: str
    region: str


class ProvinceOut(SourcedOut):
    code: str
    kind: str
    name_vi: str
    name_en: str
    short_vi: str
    successor_code: str | None
    successor_from: date | None
    note: str | None


class SectorOut(SourcedOut):
    """`dac_code`: the nearest code, or a category; `dac_codes`: all purpose codes it may be of."""

    taxonomy: str
    code: str
    parent: str | None
    name_vi: str
    name_en: str
    dac_vocabulary: str | None
    dac_code: str | None
    dac_codes: list[str]


class DatedQuery(PageQuery):
    """`as_of`: only what held on that day."""

    as_of: Day | None = None


class ProvinceQuery(DatedQuery):
    """The same, for provinces."""

    code: Short | None = None


class CountryQuery(DatedQuery):
    region: Short | None = None
    q: Search = ""
