"""The roles of the house: the gateway hands them out, each service says what they may do."""

ADMIN = "admin"
OFFICER = "officer"
APPRAISER = "appraiser"
APPROVER = "approver"
VIEWER = "viewer"
AUDITOR = "auditor"
INTEGRATOR = "integrator"

ALL = (ADMIN, OFFICER, APPRAISER, APPROVER, VIEWER, AUDITOR, INTEGRATOR)
PUBLIC = "public"
