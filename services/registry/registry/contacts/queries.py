"""Every SELECT on contacts. A foreign union's is not there."""

from datetime import date
from uuid import UUID

from sqlalchemy import Date, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.identity import Actor
from chassis.listing import Listing, Order, contains
from chassis.records import find, named
from chassis.tenancy import by_unit, seen_by
from registry.contacts.models import Contact
from registry.contacts.rules import require_step
from registry.finding import searched
from registry.ngos.lineage import of_ngo
from registry.ngos.models import Ngo
from registry.sheets import sheet

_ON = bindparam("as_of", type_=Date)
_DUE = Contact.next_due_on <= bindparam("waiting_by", type_=Date)

CONTACTS = Listing(
    select(
        *[c for c in Contact.__table__.columns if c.name != "search"],
        Ngo.name_vi.label("ngo_name_vi"),
    ).join(Ngo, Ngo.id == Contact.ngo_id),
    record=Contact.id,
    sheet=sheet(
        *("tiep-xuc", "ngo_name_vi", "held_on", "channel", "ours", "theirs", "summary"),
        *("next_step", "next_due_on", "next_done_on", "unit_id", "demo"),
    ),
    orders={"held_on": Order(Contact.held_on, date)},
    filters={
        "q": contains(Contact.search),
        **by_unit(Contact.unit_id),
        "ngo_id": of_ngo(Contact.ngo_id),
        "channel": Contact.channel == bindparam("channel"),
        "held_from": Contact.held_on >= bindparam("held_from", type_=Date),
        "held_to": Contact.held_on <= bindparam("held_to", type_=Date),
        "waiting_by": Contact.next_done_on.is_(None) & _DUE,
        "waiting_then": (Contact.next_done_on.is_(None) | (Contact.next_done_on > _ON))
        & (Contact.next_due_on <= bindparam("waiting_then", type_=Date)),
        "as_of": Contact.held_on <= _ON,
    },
)


async def seen(tx: AsyncSession, actor: Actor, contact_id: UUID) -> Contact:
    """The contact, for the union whose it is and for national staff."""
    return await find(tx, Contact, contact_id, seen_by(actor, Contact.unit_id))


async def lock_own(tx: AsyncSession, actor: Actor, contact_id: UUID) -> Contact:
    """The contact locked, for the union whose it is."""
    return await find(tx, Contact, contact_id, Contact.unit_id == actor.unit_id, lock=True)


async def settle(tx: AsyncSession, contact: Contact) -> None:
    """Set what follows from the fields; refuse an unknown NGO and days of no step."""
    days = (contact.next_due_on, contact.next_done_on)
    require_step(contact.next_step, *days, contact.held_on)
    contact.search = searched(contact.ours, contact.theirs, contact.summary, contact.next_step)
    await named(tx, Ngo, contact.ngo_id, "registry.unknown_ngo", "ngo_id")
