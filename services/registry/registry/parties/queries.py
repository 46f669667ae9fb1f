"""Every SELECT on parties."""

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.fold import sort_key
from chassis.listing import Listing, contains
from registry.finding import by_words, searched
from registry.parties.models import Party
from registry.places.queries import require_known_country
from registry.sheets import sheet

PARTIES = Listing(
    select(
        *[c for c in Party.__table__.columns if c.name not in ("search", "name_sort", "contacts")]
    ),
    record=Party.id,
    sheet=sheet(
        *("doi-tac", "unit_id", "kind", "name_vi", "name_en", "short_name", "country"),
        *("province_code", "address", "phone", "email", "website", "source", "verified"),
        *("note", "demo"),
    ),
    orders=by_words("name", Party.name_sort, Party.name_vi, Party.name_en, Party.short_name),
    filters={
        "q": contains(Party.search),
        "unit_id": Party.unit_id == bindparam("unit_id"),
        "kind": Party.kind == bindparam("kind"),
        "country": Party.country == bindparam("country"),
        "province": Party.province_code == bindparam("province"),
    },
)


async def settle(tx: AsyncSession, party: Party) -> None:
    """Set the columns that follow from the names; refuse an unknown country."""
    await require_known_country(tx, party.country, "country")
    party.name_sort = sort_key(party.name_vi)
    party.search = searched(party.name_vi, party.name_en, party.short_name)
