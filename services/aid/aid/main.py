"""Aid: every grant from its dossier to its decision, and what they add up to."""

from aid import roles
from aid.donors import queries as donors
from aid.donors.routes import router as donors_router
from aid.grants.documents.routes import router as documents
from aid.grants.documents.schemas import DocumentOut
from aid.grants.routes import router as grants
from aid.grants.steps.routes import router as steps
from aid.rates.routes import router as rates
from aid.recipients.routes import router as recipients
from aid.refusals import REFUSALS
from aid.statistics.folding import fold_totals
from aid.statistics.routes import router as statistics
from aid.store import Change, Mirror
from aid.units import queries as units
from chassis.app import create
from chassis.mirror import mirror

CONSTRAINTS = {
    "donors_pkey": "aid.id_taken",
    "recipients_pkey": "aid.id_taken",
    "grants_pkey": "aid.id_taken",
    "grants_recipient_id_fkey": "aid.recipient_in_use",
    "grant_acts_four_eyes": "aid.four_eyes",
}

app = create(
    "aid", Change, REFUSALS, donors_router, recipients, grants, steps, documents, rates, statistics,
    readers=roles.STAFF, auditors=roles.AUDITORS, keepers=(roles.ADMIN,),
    constraints=CONSTRAINTS, told={"documents": DocumentOut},
    duties=(mirror("registry", Mirror, {"units": units.apply, "ngos": donors.apply}), fold_totals),
)  # fmt: skip
