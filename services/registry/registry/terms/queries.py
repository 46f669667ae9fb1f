"""Every SELECT on terms, and what a term must say."""

from datetime import date

from sqlalchemy import Date, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.imprecise import first_day, last_day
from chassis.listing import Listing, Order, contains
from chassis.records import in_order
from registry.finding import searched
from registry.sheets import sheet
from registry.terms.models import Term

_DERIVED = ("search", "starts_on", "ends_on")
_ON = bindparam("as_of", type_=Date)

TERMS = Listing(
    select(*[c for c in Term.__table__.columns if c.name not in _DERIVED]),
    record=Term.id,
    sheet=sheet(
        *("nhiem-ky", "unit_id", "ordinal", "starts", "ends", "congress_ordinal"),
        *("congress_planned", "congress_held", "statute", "source", "verified", "note"),
        *("demo",),
    ),
    orders={"starts": Order(Term.starts_on, date)},
    filters={
        "q": contains(Term.search),
        "unit_id": Term.unit_id == bindparam("unit_id"),
        "ordinal": Term.ordinal == bindparam("ordinal"),
        "as_of": (Term.starts_on <= _ON) & (Term.ends_on >= _ON),
    },
)


async def settle(tx: AsyncSession, term: Term) -> None:
    """Set the columns that follow from the others; refuse a term that ends before it starts."""
    starts, ends = first_day(term.starts), last_day(term.ends)
    in_order("registry.dates_out_of_order", starts=starts, ends=ends)
    term.starts_on, term.ends_on = starts or date.min, ends or date.max
    term.search = searched(term.statute, term.note, term.source)
