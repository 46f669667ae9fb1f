"""Every SELECT on cases of founding."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, and_, bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.imprecise import first_day
from chassis.listing import Listing, Order, contains
from chassis.records import in_order, named
from registry.finding import searched
from registry.foundings.models import Founding
from registry.foundings.rules import FoundingStatus
from registry.places.queries import among, require_provinces
from registry.sheets import sheet
from registry.units.models import Unit


def open_on(day: Any) -> ColumnElement[bool]:
    """The cases in progress that day."""
    return and_(
        Founding.opened_on <= day,
        or_(Founding.closed_on.is_(None), Founding.closed_on > day),
    )


_FOUNDED = Founding.status == FoundingStatus.FOUNDED

FOUNDINGS = Listing(
    select(
        *[
            column
            for column in Founding.__table__.columns
            if column.name not in ("search", "opened_on", "closed_on")
        ]
    ),
    record=Founding.id,
    sheet=sheet(
        *("van-dong-thanh-lap", "province_code", "status", "guided", "dossier"),
        *("congress", "stopped_on", "source", "verified", "note", "demo"),
    ),
    orders={"opened": Order(Founding.opened_on, date)},
    filters={
        "q": contains(Founding.search),
        "unit_id": Founding.unit_id == bindparam("unit_id"),
        "status": Founding.status == bindparam("status"),
        "province": Founding.province_code == bindparam("province"),
        "area": among(Founding.province_code),
        "as_of": open_on(bindparam("as_of", type_=Date)),
        "congress_from": (Founding.closed_on >= bindparam("congress_from", type_=Date)) & _FOUNDED,
        "congress_to": (Founding.closed_on <= bindparam("congress_to", type_=Date)) & _FOUNDED,
    },
)


async def settle(tx: AsyncSession, founding: Founding) -> None:
    """Set the columns that follow from the others; refuse steps that went backwards."""
    begins = first_day(founding.guided) or date.min
    await require_provinces(tx, [founding.province_code], begins)
    await named(tx, Unit, founding.union_id, "registry.no_such_unit", "union_id")
    congress = first_day(founding.congress)
    in_order(
        "registry.dates_out_of_order",
        guided=begins,
        dossier=first_day(founding.dossier),
        congress=congress,
        stopped_on=founding.stopped_on,
    )
    founding.opened_on = begins
    founding.closed_on = (
        congress if founding.status == FoundingStatus.FOUNDED else founding.stopped_on
    )
    founding.search = searched(founding.province_code, founding.note, founding.source)
