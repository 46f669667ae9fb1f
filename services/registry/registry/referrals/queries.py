"""Every SELECT on referrals."""

from datetime import date
from typing import Any

from sqlalchemy import BindParameter, Date, bindparam, case, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.listing import Listing, Order, contains
from chassis.records import in_order, named
from registry.finding import searched
from registry.needs.models import Need
from registry.ngos.lineage import of_ngo
from registry.ngos.models import Ngo
from registry.referrals.models import Referral
from registry.referrals.rules import STEPS, ReferralStatus, require_two
from registry.sheets import sheet
from registry.units.models import Unit

_UNIT: BindParameter[Any] = bindparam("unit_id")
_ON = bindparam("as_of", type_=Date)


# The referrals that had begun by that day.
INTRODUCED = Referral.introduced_on <= _ON


# `rules.told_on` in SQL: the last step taken by that day.
_STATUS_THEN = case(
    *((getattr(Referral, on) <= _ON, str(status)) for status, (on, _) in STEPS.items()),
    else_=str(ReferralStatus.INTRODUCED),
)

REFERRALS = Listing(
    select(*[c for c in Referral.__table__.columns if c.name != "search"]),
    record=Referral.id,
    sheet=sheet(
        *("gioi-thieu", "unit_id", "to_unit_id", "ngo_name", "status", "introduced_on"),
        *("letter", "accepted_on", "visited_on", "concluded_on", "declined_on"),
        *("outcome", "result"),
        *("source", "verified", "note", "demo"),
    ),
    orders={"introduced_on": Order(Referral.introduced_on, date)},
    filters={
        "q": contains(Referral.search),
        "unit_id": or_(Referral.unit_id == _UNIT, Referral.to_unit_id == _UNIT),
        "status": Referral.status == bindparam("status"),
        "status_then": bindparam("status_then") == _STATUS_THEN,
        "as_of": INTRODUCED,
        "ngo_id": of_ngo(Referral.ngo_id),
        "introduced_from": Referral.introduced_on >= bindparam("introduced_from", type_=Date),
        "introduced_to": Referral.introduced_on <= bindparam("introduced_to", type_=Date),
    },
)


async def settle(tx: AsyncSession, referral: Referral) -> None:
    """Set the columns that follow from the others; refuse unknown unions, NGOs and needs."""
    require_two(referral.unit_id, referral.to_unit_id)
    await named(tx, Unit, referral.to_unit_id, "registry.no_such_unit", "to_unit_id")
    ngo = await named(tx, Ngo, referral.ngo_id, "registry.unknown_ngo", "ngo_id")
    await named(tx, Need, referral.need_id, "registry.no_such_need", "need_id")
    in_order(
        "registry.dates_out_of_order",
        introduced_on=referral.introduced_on,
        accepted_on=referral.accepted_on,
        visited_on=referral.visited_on,
        concluded_on=referral.concluded_on,
    )
    in_order(
        "registry.dates_out_of_order",
        introduced_on=referral.introduced_on,
        accepted_on=referral.accepted_on,
        declined_on=referral.declined_on,
    )
    referral.ngo_name = ngo.name_vi if ngo else ""
    referral.search = searched(referral.ngo_name, referral.letter, referral.result)
