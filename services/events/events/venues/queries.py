"""Every SELECT and lock on venues."""

from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import FieldProblem, RuleViolation
from chassis.listing import Listing, Order, contains
from chassis.records import find
from events.venues.models import Venue

_HIDDEN = ("name_sort", "search")

VENUES = Listing(
    select(*[column for column in Venue.__table__.columns if column.name not in _HIDDEN]),
    record=Venue.id,
    orders={"name": Order(Venue.name_sort, str)},
    filters={
        "q": contains(Venue.search),
        "unit": Venue.unit_id == bindparam("unit"),
        "province": Venue.province == bindparam("province"),
        "capacity_from": Venue.capacity >= bindparam("capacity_from"),
    },
)


async def get(tx: AsyncSession, venue_id: UUID) -> Venue:
    """One venue; every staff member may know of it."""
    return await find(tx, Venue, venue_id)


async def lock(tx: AsyncSession, venue_id: UUID) -> Venue:
    """One venue, locked until the end of the transaction."""
    return await find(tx, Venue, venue_id, lock=True)


async def queue(tx: AsyncSession, venue_ids: set[UUID]) -> list[Venue]:
    """Stand in line for these venues: who holds the lock looks for a free time, the others wait.

    Always taken in the order of ids: two requests for two venues cannot wait for each other.
    Readers and foreign keys pass (NO KEY). Refuses an id that is no venue's.
    """
    statement = select(Venue).where(Venue.id.in_(venue_ids)).order_by(Venue.id)
    venues = list(await tx.scalars(statement.with_for_update(key_share=True)))
    if len(venues) < len(venue_ids):
        code = "events.unknown_venue"
        raise RuleViolation(code, errors=[FieldProblem("/body/venue_id", code)])
    return venues
