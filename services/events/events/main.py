"""Events: what the unions plan and hold, where, and the calendar the public reads."""

from chassis.app import create
from chassis.mirror import mirror
from events import roles
from events.bookings.routes import router as bookings
from events.calendars.routes import router as calendars
from events.events.routes import router as events
from events.kinds.routes import router as kinds
from events.refusals import REFUSALS
from events.statistics.routes import router as statistics
from events.store import Change, Mirror
from events.units import queries as units
from events.venues.routes import router as venues

CONSTRAINTS = {
    "bookings_no_overlap": "events.overlap",
    "bookings_pkey": "events.id_taken",
    "events_pkey": "events.id_taken",
    "venues_pkey": "events.id_taken",
}

app = create(
    "events", Change, REFUSALS, kinds, venues, events, bookings, calendars, statistics,
    readers=roles.STAFF, auditors=roles.AUDITORS, keepers=(roles.ADMIN,),
    constraints=CONSTRAINTS,
    duties=(mirror("registry", Mirror, {"units": units.apply}),),
)  # fmt: skip
