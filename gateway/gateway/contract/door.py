"""What the one door adds to every contract behind it: ways in, headers, its own refusals."""

from typing import Any

Document = dict[str, Any]

SECURITY: Document = {
    "bearer": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": "A machine client's token from POST /oauth2/token, read as RFC8725 asks.",
    },
    "cookie": {
        "type": "apiKey",
        "in": "cookie",
        "name": "sid",
        "description": "A person's session from POST /api/gateway/v1/sessions (`__Host-sid` on"
        " https). Every change also needs the session's csrf_token in X-CSRF-Token.",
    },
    "basic": {"type": "http", "scheme": "basic", "description": "Client id and secret."},
}
# What the door itself may answer, before or instead of a service.
ANSWERS = {
    "400": "The message cannot be read.",
    "403": "A change that another site's page sent.",
    "405": "The address does not take this method.",
    "413": "The body is too large.",
    "414": "The address is too long.",
    "415": "A compressed body.",
    "429": "More requests than the caller's budget; Retry-After and RateLimit say when.",
    "431": "Too much header.",
    "502": "The service's answer could not be used; a change may have happened.",
    "503": "Not now; Retry-After says when.",
    "504": "The service did not answer in time; a change may have happened.",
}


def _listed(entry: str) -> Document:
    """An entry for each budget that the request came from: a program's, its unit's, of exports."""
    return {"type": "string", "maxLength": 200, "pattern": f"^{entry}(?:, {entry})*$"}


# How much is left of a caller's budgets; people with a session have that of exports only
# (docs/adr/0011).
HEADERS: Document = {
    "RateLimit": {
        "description": "What is left of each budget of this caller, and until when.",
        "schema": _listed('"[a-z]+";r=[0-9]+;t=[0-9]+'),
    },
    "RateLimit-Policy": {
        "description": "Those budgets: how many requests in how many seconds.",
        "schema": _listed('"[a-z]+";q=[0-9]+;w=[0-9]+'),
    },
    "Retry-After": {
        "description": "In how many seconds it may be tried again.",
        "schema": {"type": "integer", "format": "int32", "minimum": 0, "maximum": 86400},
    },
}
INFO: Document = {
    "title": "Nhịp Cầu",
    "version": "1.0.0",
    "description": "The whole house behind its one door: registry, aid, events, and the gateway's"
    " own addresses. `x-authz` of each operation says who may do what.",
    "contact": {"name": "Whoever administers this house"},
}
SERVERS: list[Document] = [
    # whether that is production or a demonstration, the house says itself
    {"url": "/", "description": "This house, in production or not", "x-internal": False}
]
