"""Rates on the wire."""

from datetime import date

from chassis.listing import PageQuery
from chassis.strict import Currency, Day
from chassis.wire import RecordOut


class RateOut(RecordOut):
    """One `currency` is `rate` VND from `valid_from` to `valid_to`, both inclusive. An unverified
    rate, or one of the demonstration, is shown as such wherever it is used."""

    currency: str
    rate: str
    valid_from: date
    valid_to: date | None
    source: str
    confidence: str
    verified: bool
    demo: bool


class RateQuery(PageQuery):
    """`as_of`: the rates in force that day."""

    currency: Currency | None = None
    as_of: Day | None = None
