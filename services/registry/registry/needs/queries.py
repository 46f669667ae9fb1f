"""Every SELECT on needs."""

from sqlalchemy import Date, bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.fold import sort_key
from chassis.listing import Listing, contains
from chassis.records import in_order
from registry.finding import by_words, searched
from registry.needs.models import Need
from registry.places.queries import among, holds, require_provinces, require_sectors
from registry.sheets import sheet

_ON = bindparam("as_of", type_=Date)

NEEDS = Listing(
    select(*[c for c in Need.__table__.columns if c.name not in ("search", "title_sort")]),
    record=Need.id,
    sheet=sheet(
        *("nhu-cau", "unit_id", "title_vi", "title_en", "province_code", "sectors"),
        *("description", "beneficiaries", "open_from", "closed_on", "outcome", "source"),
        *("verified", "note", "demo"),
    ),
    orders=by_words("title", Need.title_sort, Need.title_vi, Need.title_en),
    filters={
        "q": contains(Need.search),
        "unit_id": Need.unit_id == bindparam("unit_id"),
        "province": Need.province_code == bindparam("province"),
        "area": among(Need.province_code),
        "sector": holds(Need.sectors, "sector"),
        "as_of": (Need.open_from <= _ON) & or_(Need.closed_on.is_(None), Need.closed_on >= _ON),
    },
)


async def settle(tx: AsyncSession, need: Need) -> None:
    """Set the columns that follow from the others; refuse unknown provinces and sectors."""
    in_order("registry.dates_out_of_order", open_from=need.open_from, closed_on=need.closed_on)
    await require_provinces(tx, [need.province_code], need.open_from)
    await require_sectors(tx, need.sectors, need.open_from)
    need.title_sort = sort_key(need.title_vi)
    need.search = searched(need.title_vi, need.title_en, need.description)
