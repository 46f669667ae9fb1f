"""Every SELECT and lock on NGOs."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Date, Text, bindparam, exists, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import NotFound
from chassis.listing import Listing, Order
from registry.certificates.models import Certificate
from registry.certificates.queries import valid_on
from registry.ngos.models import Ngo
from registry.places.models import Country
from registry.places.queries import holds

_ON = bindparam("as_of", type_=Date)
_VALID = exists().where(Certificate.ngo_id == Ngo.id, valid_on(_ON))
_COVERING = exists().where(
    Certificate.ngo_id == Ngo.id,
    valid_on(_ON),
    Certificate.provinces.overlap(bindparam("provinces", type_=ARRAY(Text))),
)

NGOS = Listing(
    select(
        Ngo.id,
        Ngo.version,
        Ngo.created_at,
        Ngo.updated_at,
        Ngo.unit_id,
        Ngo.name_vi,
        Ngo.name_en,
        Ngo.short_name,
        Ngo.home_country,
        Country.region,
        Ngo.sectors,
        Ngo.demo,
    ).join(Country, Country.code == Ngo.home_country),
    record=Ngo.id,
    orders={"name": Order(Ngo.name_sort, str), "updated_at": Order(Ngo.updated_at, datetime)},
    filters={
        "q": Ngo.search.like(bindparam("q"), escape="\\"),
        "home_country": Ngo.home_country == bindparam("home_country"),
        "region": Country.region == bindparam("region"),
        "sector": holds(Ngo.sectors, "sector"),
        "as_of": _VALID,
        "provinces": _COVERING,
        "demo": Ngo.demo == bindparam("demo"),
    },
)


async def get(tx: AsyncSession, ngo_id: UUID) -> Ngo:
    """One NGO; every staff member may know of it."""
    ngo = await tx.get(Ngo, ngo_id)
    if ngo is None:
        raise NotFound
    return ngo


async def lock(tx: AsyncSession, ngo_id: UUID) -> Ngo:
    """One NGO, locked until the end of the transaction."""
    ngo = await tx.get(Ngo, ngo_id, with_for_update=True)
    if ngo is None:
        raise NotFound
    return ngo
