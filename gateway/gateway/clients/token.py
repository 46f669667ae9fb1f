"""`POST /oauth2/token`: client_credentials and nothing else (RFC 6749 4.4, RFC 9068)."""

import base64
import binascii
from datetime import UTC
from email.utils import format_datetime
from typing import Any
from urllib.parse import parse_qsl, unquote_plus
from uuid import uuid4

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse

from chassis.authz import allow
from chassis.bounds import PLAIN
from chassis.db import now
from chassis.routing import Operation, bounded
from gateway.clients import queries, rules
from gateway.clients.models import Client
from gateway.clients.schemas import TokenErrorOut, TokenOut
from gateway.edge.visit import AtDoor
from gateway.roles import PUBLIC
from gateway.running import Here, Running

router = APIRouter(prefix="/oauth2", tags=["clients"], route_class=Operation)

MAX_FORM = 16 * 1024
# RFC 6749, 3.3; one that is sent without a value counts as not sent (3.2)
SCOPE = r"^(?:[!#-\[\]-~]+(?: [!#-\[\]-~]+)*)?$"
NO_STORE = {"Cache-Control": "no-store", "Pragma": "no-cache"}
NOBODY = bytes(32)
FORM: dict[str, Any] = {
    "type": "object",
    "required": ["grant_type"],
    "properties": {
        "grant_type": {"type": "string", "const": "client_credentials"},
        "scope": {"type": "string", "maxLength": MAX_FORM, "pattern": SCOPE},
    },
    # what the standard does not know is ignored, but nothing may stand twice
    "additionalProperties": {"type": "string", "maxLength": MAX_FORM, "pattern": PLAIN},
}
CONTRACT: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/x-www-form-urlencoded": {"schema": FORM}},
    },
    "security": [{"basic": []}],
}


class TokenError(Exception):
    """An error as RFC 6749 5.2 words it; clients of that standard read no problem+json."""

    def __init__(self, error: str, description: str, status: int = 400) -> None:
        super().__init__(error)
        self.body = TokenErrorOut(error=error, error_description=description).model_dump()
        self.status = status

    def answer(self) -> JSONResponse:
        basic = {"WWW-Authenticate": 'Basic realm="oauth2"'} if self.status == 401 else {}
        return JSONResponse(self.body, self.status, NO_STORE | basic)


def _credentials(header: str) -> tuple[str, str]:
    """Client id and secret of HTTP Basic, form-decoded as RFC 6749 2.3.1 asks."""
    scheme, _, encoded = header.partition(" ")
    try:
        if scheme.lower() != "basic":
            raise ValueError(scheme)
        plain = base64.b64decode(encoded.strip(), validate=True).decode()
        name, colon, secret = plain.partition(":")
        if not colon:
            raise ValueError("no secret")
    except (ValueError, binascii.Error):
        raise TokenError("invalid_client", "send the client by HTTP Basic", 401) from None
    return unquote_plus(name), unquote_plus(secret)


async def _form(request: Request) -> dict[str, str]:
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise TokenError("invalid_request", "send application/x-www-form-urlencoded")
    try:
        text = (await bounded(request, MAX_FORM)).decode("ascii")
        pairs = parse_qsl(text, keep_blank_values=True, strict_parsing=bool(text), errors="strict")
    except ValueError:
        raise TokenError("invalid_request", "the form cannot be read") from None
    if len({name for name, _ in pairs}) != len(pairs):
        raise TokenError("invalid_request", "a parameter stands twice")
    if any("\0" in value for _, value in pairs):
        raise TokenError("invalid_request", "a parameter holds a NUL")
    return dict(pairs)


async def _client(here: Running, name: str, secret: str) -> Client:
    """The client of these credentials; the same answer for an unknown id as for a wrong secret."""
    async with here.sessions() as tx:
        client = await queries.by_client_id(tx, name) if "\0" not in name else None
    moment, current, before = now(), (NOBODY, now()), None
    if client is not None:
        current = (client.secret_digest, client.secret_expires_at)
        if client.secret_before is not None and client.before_until is not None:
            before = (client.secret_before, client.before_until)
    fits = rules.fits(secret, current, before, moment)
    if client is None or not fits or client.disabled_at is not None:
        raise TokenError("invalid_client", "unknown client or wrong secret", 401)
    return client


def _warning(client: Client) -> dict[str, str]:
    """When the secret ends, said from thirty days before."""
    ends = client.secret_expires_at
    if not rules.is_ending(ends, now()):
        return {}
    return {"Client-Secret-Expires": format_datetime(ends.astimezone(UTC), usegmt=True)}


async def _issue(here: Running, client: Client, scopes: tuple[str, ...]) -> TokenOut:
    await here.ring.refresh()
    moment = now()
    at = int(moment.timestamp())
    said = {
        "iss": here.settings.origin,
        "aud": here.issuer,
        "sub": str(client.id),
        "client_id": client.client_id,
        "scope": " ".join(scopes),
        "jti": uuid4().hex,
        "iat": at,
        "exp": at + rules.TOKEN_SECONDS,
    }
    async with here.sessions.begin() as tx:
        await queries.used(tx, client.id, moment)
    return TokenOut(
        access_token=here.ring.sign(said, moment),
        token_type="Bearer",
        expires_in=rules.TOKEN_SECONDS,
        scope=" ".join(scopes),
    )


@router.post(
    "/token",
    response_model=TokenOut,
    responses={
        400: {"model": TokenErrorOut, "description": "As RFC 6749, 5.2 words it."},
        401: {"model": TokenErrorOut, "description": "Unknown client or wrong secret."},
    },
    **allow(PUBLIC, scope="public", openapi_extra=CONTRACT),
)
async def create_token(request: Request, here: Here, visit: AtDoor) -> JSONResponse:
    """An access token for 15 minutes, for a client that proves its secret by HTTP Basic."""
    try:
        form = await _form(request)
        grant = form.get("grant_type")
        if grant is None:
            raise TokenError("invalid_request", "grant_type is missing")
        if grant != "client_credentials":
            raise TokenError("unsupported_grant_type", "only client_credentials is offered")
        name, secret = _credentials(visit.inbound.get(b"authorization"))
        client = await _client(here, name, secret)
        scopes = rules.granted(form.get("scope"), client.scopes)
        if scopes is None:
            raise TokenError("invalid_scope", "a scope was asked for that this client lacks")
        issued = await _issue(here, client, scopes)
        return JSONResponse(issued.model_dump(), headers=NO_STORE | _warning(client))
    except TokenError as error:
        return error.answer()
