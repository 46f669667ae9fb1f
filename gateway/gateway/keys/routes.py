"""What a verifier reads: the public keys, and where tokens are had (RFC 7517, RFC 8414)."""

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel
from starlette.responses import JSONResponse

from chassis.authz import allow
from chassis.db import now
from chassis.routing import Operation
from gateway.clients.scopes import every_scope
from gateway.roles import PUBLIC
from gateway.running import Here

router = APIRouter(prefix="/.well-known", tags=["keys"], route_class=Operation)


class Jwks(BaseModel):
    keys: list[dict[str, Any]]


class JwkSet(JSONResponse):
    """RFC 7517's own media type, published as well as sent."""

    media_type = "application/jwk-set+json"


class Metadata(BaseModel):
    """RFC 8414 authorization server metadata."""

    issuer: str
    token_endpoint: str
    jwks_uri: str
    grant_types_supported: list[str]
    response_types_supported: list[str]
    token_endpoint_auth_methods_supported: list[str]
    scopes_supported: list[str]


@router.get(
    "/jwks.json", response_class=JwkSet, response_model=Jwks, **allow(PUBLIC, scope="public")
)
async def get_keys(here: Here) -> JwkSet:
    """The keys that verify this gateway's tokens; may be kept for five minutes."""
    await here.ring.refresh()
    headers = {"Cache-Control": "public, max-age=300"}
    return JwkSet(here.ring.jwks(now()), headers=headers)


@router.get("/oauth-authorization-server", response_model=Metadata, **allow(PUBLIC, scope="public"))
async def get_metadata(here: Here) -> Metadata:
    """Where and how a machine client gets its token."""
    origin = here.settings.origin
    return Metadata(
        issuer=origin,
        token_endpoint=f"{origin}/oauth2/token",
        jwks_uri=f"{origin}/.well-known/jwks.json",
        grant_types_supported=["client_credentials"],
        response_types_supported=[],
        token_endpoint_auth_methods_supported=["client_secret_basic"],
        scopes_supported=every_scope(),
    )
