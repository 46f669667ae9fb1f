"""The unions' own records, assembled: their routers, and what their constraints refuse."""

from registry.agreements.routes import router as agreements
from registry.bank_accounts.routes import router as bank_accounts
from registry.contacts.routes import router as contacts
from registry.coverage.routes import router as coverage
from registry.foundings.routes import router as foundings
from registry.members.routes import router as members
from registry.needs.routes import router as needs
from registry.obligations.routes import router as obligations
from registry.officers.routes import router as officers
from registry.parties.routes import router as parties
from registry.proposals.routes import router as proposals
from registry.recognitions.routes import router as recognitions
from registry.referrals.routes import router as referrals
from registry.representatives.routes import router as representatives
from registry.statistics.union_routes import router as statistics
from registry.terms.routes import router as terms

ROUTERS = (
    *(terms, officers, foundings, coverage, members),
    *(parties, agreements, recognitions, needs, referrals, statistics),
    *(representatives, bank_accounts, contacts, proposals, obligations),
)
_TABLES = (
    *("units", "terms", "officers", "foundings", "members"),
    *("parties", "agreements", "recognitions", "needs", "referrals"),
    *("representatives", "bank_accounts", "contacts", "proposals", "obligations"),
)
CONSTRAINTS = {
    **{f"{table}_pkey": "registry.id_taken" for table in _TABLES},
    "units_code_key": "registry.unit_taken",
    "terms_unit_id_ordinal_key": "registry.term_taken",
    "recognitions_once_key": "registry.recognised_already",
    "obligations_ngo_year_key": "registry.obligation_taken",
    "obligations_unit_year_key": "registry.obligation_taken",
    "agreements_predecessor_check": "registry.no_such_agreement",
}
