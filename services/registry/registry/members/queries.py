"""Every SELECT on members."""

from typing import Any

from sqlalchemy import ColumnElement, Date, and_, bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.fold import sort_key
from chassis.imprecise import first_day, last_day
from chassis.listing import Listing, contains
from chassis.records import in_order, named
from registry.finding import by_words, searched
from registry.members.models import Member
from registry.places.queries import among, require_known_country
from registry.sheets import sheet
from registry.units.models import Unit

_DERIVED = ("search", "name_sort", "joined_on", "left_on")


def member_on(day: Any) -> ColumnElement[bool]:
    """The members that day; one whose joining nobody dated counts from ever."""
    return and_(
        or_(Member.joined_on.is_(None), Member.joined_on <= day),
        or_(Member.left_on.is_(None), Member.left_on >= day),
    )


MEMBERS = Listing(
    select(*[c for c in Member.__table__.columns if c.name not in _DERIVED]),
    record=Member.id,
    sheet=sheet(
        *("thanh-vien", "unit_id", "name_vi", "name_en", "short_name", "level", "kind"),
        *("country", "host", "province_code", "joined", "left", "people", "people_on"),
        *("leader", "address", "phone", "email", "website", "source", "verified", "note"),
        *("demo",),
    ),
    orders=by_words("name", Member.name_sort, Member.name_vi, Member.name_en, Member.short_name),
    filters={
        "q": contains(Member.search),
        "unit_id": Member.unit_id == bindparam("unit_id"),
        "level": Member.level == bindparam("level"),
        "kind": Member.kind == bindparam("kind"),
        "country": Member.country == bindparam("country"),
        "province": Member.province_code == bindparam("province"),
        "area": among(Member.province_code),
        "as_of": member_on(bindparam("as_of", type_=Date)),
    },
)


async def settle(tx: AsyncSession, member: Member) -> None:
    """Set the columns that follow from the others; refuse an unknown country or union."""
    await require_known_country(tx, member.country, "country")
    await named(tx, Unit, member.union_id, "registry.no_such_unit", "union_id")
    member.joined_on, member.left_on = first_day(member.joined), last_day(member.left)
    in_order("registry.dates_out_of_order", joined=member.joined_on, left=member.left_on)
    member.name_sort = sort_key(member.name_vi)
    member.search = searched(member.name_vi, member.name_en, member.short_name, member.host)
