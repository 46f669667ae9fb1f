"""Every SELECT on agreements."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Date, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.days import today
from chassis.imprecise import first_day, last_day
from chassis.listing import Listing, Order, contains
from chassis.records import in_order, named
from registry.agreements import rules
from registry.agreements.models import Agreement
from registry.agreements.schemas import seen
from registry.finding import searched
from registry.parties.models import Party
from registry.sheets import sheet
from registry.units.models import Unit

_ON = bindparam("as_of", type_=Date)
_HIDDEN = ("search", "unit_ids", "evidence")

AGREEMENTS = Listing(
    select(*[c for c in Agreement.__table__.columns if c.name not in _HIDDEN]),
    record=Agreement.id,
    sheet=sheet(
        *("thoa-thuan", "unit_id", "kind", "title_vi", "title_en", "starts", "ends"),
        *("signed", "ended_on", "source", "verified", "note", "demo"),
    ),
    orders={"starts": Order(Agreement.starts_on, date)},
    filters={
        "q": contains(Agreement.search),
        "unit_id": bindparam("unit_id", type_=Agreement.unit_id.type) == Agreement.unit_ids.any_(),
        "kind": Agreement.kind == bindparam("kind"),
        "as_of": (Agreement.starts_on <= _ON) & (Agreement.last_on >= _ON),
        "expiring_from": Agreement.last_on >= bindparam("expiring_from", type_=Date),
        "expiring_to": Agreement.last_on <= bindparam("expiring_to", type_=Date),
    },
)


def shown(item: dict[str, Any], as_of: date | None = None) -> dict[str, Any]:
    """A list's row with how the agreement stands today, or stood on a day."""
    found = seen(item, as_of or today())
    for name in ("starts_on", "ends_on", "last_on", "reviews"):
        del item[name]
    return item | found


async def settle(tx: AsyncSession, agreement: Agreement) -> None:
    """Set the columns that follow from the others; refuse parties that are on no record."""
    agreement.reviews, agreement.evidence = agreement.reviews or [], agreement.evidence or []
    starts, ends = first_day(agreement.starts), last_day(agreement.ends)
    in_order("registry.dates_out_of_order", starts=starts, ends=ends)
    in_order("registry.dates_out_of_order", starts=starts, ended_on=agreement.ended_on)
    rules.require_distinct(agreement.clauses)
    for number, party in enumerate(agreement.parties):
        unit, other = party["unit_id"], party["party_id"]
        where = f"parties/{number}"
        await named(tx, Unit, unit and UUID(unit), "registry.no_such_unit", f"{where}/unit_id")
        await named(tx, Party, other and UUID(other), "registry.no_such_party", f"{where}/party_id")
    before = "registry.no_such_agreement"
    await named(tx, Agreement, agreement.predecessor_id, before, "predecessor_id")
    agreement.starts_on, agreement.ends_on = starts or date.min, ends or date.max
    agreement.last_on = min(agreement.ends_on, agreement.ended_on or date.max)
    agreement.unit_ids = [UUID(p["unit_id"]) for p in agreement.parties if p["unit_id"]]
    names = [party["name"] for party in agreement.parties]
    agreement.search = searched(agreement.title_vi, agreement.title_en, *names)
