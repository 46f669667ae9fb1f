"""The unions' own records, assembled: their routers, and what their constraints refuse."""

from registry.coverage.routes import router as coverage
from registry.foundings.routes import router as foundings
from registry.officers.routes import router as officers
from registry.terms.routes import router as terms

ROUTERS = (terms, officers, foundings, coverage)
CONSTRAINTS = {
    **{
        f"{table}_pkey": "registry.id_taken"
        for table in ("units", "terms", "officers", "foundings")
    },
    "units_code_key": "registry.unit_taken",
    "terms_unit_id_ordinal_key": "registry.term_taken",
}
