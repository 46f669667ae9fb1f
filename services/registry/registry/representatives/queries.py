"""Every SELECT on representatives."""

from datetime import date

from sqlalchemy import Date, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.fold import sort_key
from chassis.imprecise import first_day, last_day
from chassis.listing import Listing, Order, contains
from chassis.records import named
from registry.finding import by_words, searched
from registry.ngos.lineage import of_ngo
from registry.ngos.models import Ngo
from registry.officers.rules import held_days
from registry.places.queries import require_known_country
from registry.representatives.models import Representative
from registry.representatives.rules import require_paper
from registry.sheets import sheet

_ON = bindparam("as_of", type_=Date)
_INNER = ("search", "person_sort")

REPRESENTATIVES = Listing(
    select(
        *[c for c in Representative.__table__.columns if c.name not in _INNER],
        Ngo.name_vi.label("ngo_name_vi"),
    ).join(Ngo, Ngo.id == Representative.ngo_id),
    record=Representative.id,
    sheet=sheet(
        *(
            "nguoi-dai-dien",
            "ngo_name_vi",
            "person",
            "post",
            "title",
            "nationality",
            "starts",
            "ends",
        ),
        *("known_on", "unit_id", "source", "verified", "note", "demo"),
    ),
    orders={
        **by_words("person", Representative.person_sort, Representative.person),
        "held_from": Order(Representative.held_from, date),
    },
    filters={
        "q": contains(Representative.search),
        "unit_id": Representative.unit_id == bindparam("unit_id"),
        "ngo_id": of_ngo(Representative.ngo_id),
        "post": Representative.post == bindparam("post"),
        "as_of": (Representative.held_from <= _ON) & (Representative.held_to >= _ON),
    },
)


async def settle(tx: AsyncSession, one: Representative) -> None:
    """Set the columns that follow from the others; refuse an unknown NGO or country."""
    # before the first question, with which the database would be told of the change
    require_paper(one.paper_kind, one.paper_masked)
    await named(tx, Ngo, one.ngo_id, "registry.unknown_ngo", "ngo_id")
    await require_known_country(tx, one.nationality, "nationality")
    stated = (first_day(one.starts), last_day(one.ends))
    one.held_from, one.held_to = held_days(stated, (None, None), one.known_on)
    one.person_sort = sort_key(one.person)
    one.search = searched(one.person, one.title)
