"""The role names that the gateway's identities carry, and the groups this service speaks of."""

ADMIN, OFFICER, APPRAISER, APPROVER = "admin", "officer", "appraiser", "approver"
VIEWER, AUDITOR, INTEGRATOR = "viewer", "auditor", "integrator"

STAFF = (ADMIN, OFFICER, APPRAISER, APPROVER, VIEWER, AUDITOR, INTEGRATOR)
WRITERS = (OFFICER, INTEGRATOR)
AUDITORS = (ADMIN, AUDITOR)
