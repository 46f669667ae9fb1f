"""The provider, as our process sees it: bounded in time and size, and at its own address only."""

import asyncio
import json
import logging
import time
from dataclasses import dataclass
from typing import Any

import aiohttp
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from joserfc.jwt import JWTClaimsRegistry

from chassis.errors import Unavailable
from gateway.authenticators.oidc import rules
from gateway.authenticators.oidc.rules import Said, Way
from gateway.webhooks import guard

log = logging.getLogger("gateway.oidc")

SECONDS = 5.0
LONGEST = 256 * 1024
FRESH_SECONDS = 3600.0
REFETCH_SECONDS = 60.0
SKEW_SECONDS = 60
# The operator names the provider, which may well stand in the house's own network.
ANYWHERE = ("0.0.0.0/0", "::/0")


class Refused(Exception):
    """The provider was there, and what it said opens nothing."""


class Away(Exception):
    """The provider did not answer in time, or not as a provider does."""


@dataclass(frozen=True, slots=True)
class Registered:
    """What was agreed with the provider; `strong`: see `rules.said`."""

    issuer: str
    client_id: str
    client_secret: str
    name: str
    strong: tuple[str, ...]


class Provider:
    """One provider. What it publishes is kept for an hour; nothing is asked before it is needed."""

    def __init__(self, told: Registered, origin: str) -> None:
        self.told, self.origin = told, origin
        self.document: dict[str, Any] = {}
        self.keys: KeySet | None = None
        self.read = self.keys_read = float("-inf")
        self.lock = asyncio.Lock()

    async def address(self, way: Way, *, fresh: bool) -> str:
        """Where the browser goes; 503 while the provider is away."""
        endpoint = (await self._answered(self._metadata()))["authorization_endpoint"]
        return rules.address(endpoint, self.told.client_id, self.origin, way, fresh=fresh)

    async def said(self, code: str, way: Way, iss: str | None) -> Said | None:
        """What the provider says of who came back with this code; None when that opens nothing,
        503 while the provider is away."""
        try:
            found: Said = await self._answered(self._said(code, way, iss))
            return found
        except Refused as refused:
            # for who runs the house: a person is told that it did not work, not why
            log.warning("sign-in at the provider refused: %s", refused)
            return None

    async def _answered(self, asking: Any) -> Any:
        try:
            async with asyncio.timeout(SECONDS):
                return await asking
        except (Away, TimeoutError, aiohttp.ClientError, OSError) as error:
            log.warning("the provider is away: %s %s", type(error).__name__, error)
            raise Unavailable("sessions.oidc_away", retry_after=30) from error

    async def _said(self, code: str, way: Way, iss: str | None) -> Said:
        document = await self._metadata()
        is_told = document.get("authorization_response_iss_parameter_supported") is True
        if iss != self.told.issuer and (iss is not None or is_told):
            raise Refused("the answer came from another issuer")
        claims = await self._claims(await self._token(document, code, way), document, way.nonce)
        found = rules.said(claims, self.told.strong)
        if found is None:
            raise Refused("no usable subject")
        return found

    async def _metadata(self) -> dict[str, Any]:
        async with self.lock:
            if time.monotonic() - self.read >= FRESH_SECONDS:
                address = f"{self.told.issuer.rstrip('/')}/.well-known/openid-configuration"
                status, document = await _ask("GET", address)
                problem = rules.metadata_problem(self.told.issuer, document)
                if status != 200 or problem:
                    raise Away(f"metadata: status {status}, {problem}")
                self.document, self.read = document, time.monotonic()
            return self.document

    async def _token(self, document: dict[str, Any], code: str, way: Way) -> str:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": rules.page(self.origin),
            "code_verifier": way.verifier,
        }
        headers = {}
        ways = document.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        if "client_secret_basic" in ways:
            headers["Authorization"] = rules.basic(self.told.client_id, self.told.client_secret)
        else:
            form |= {"client_id": self.told.client_id, "client_secret": self.told.client_secret}
        status, answer = await _ask("POST", document["token_endpoint"], form, headers)
        answer = answer if isinstance(answer, dict) else {}
        if status == 400 and answer.get("error") == "invalid_grant":
            raise Refused("invalid_grant")
        token = answer.get("id_token")
        if status != 200 or not isinstance(token, str):
            raise Away(f"token: status {status}, {str(answer.get('error'))[:40]}")
        return token

    async def _claims(self, token: str, document: dict[str, Any], nonce: str) -> dict[str, Any]:
        """Signature, issuer, audience, time and nonce of an ID token (OIDC Core, 3.1.3.7)."""
        keys = await self._keys(document, again=False)
        try:
            read = jwt.decode(token, keys, algorithms=rules.ALGORITHMS)
        except (JoseError, ValueError):
            # a key that was not there an hour ago
            keys = await self._keys(document, again=True)
            try:
                read = jwt.decode(token, keys, algorithms=rules.ALGORITHMS)
            except (JoseError, ValueError) as error:
                raise Refused(f"ID token: {type(error).__name__}") from error
        claims = JWTClaimsRegistry(
            leeway=SKEW_SECONDS,
            iss={"essential": True, "value": self.told.issuer},
            aud={"essential": True, "value": self.told.client_id},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
            nonce={"essential": True, "value": nonce},
        )
        try:
            claims.validate(read.claims)
        except (JoseError, ValueError, TypeError) as error:
            raise Refused(f"ID token: {error}") from error
        party = read.claims.get("azp", self.told.client_id)
        several = isinstance(read.claims["aud"], list) and len(read.claims["aud"]) > 1
        if party != self.told.client_id or (several and "azp" not in read.claims):
            raise Refused("ID token: made for another party")
        return dict(read.claims)

    async def _keys(self, document: dict[str, Any], *, again: bool) -> KeySet:
        async with self.lock:
            age = time.monotonic() - self.keys_read
            if self.keys is None or age >= (REFETCH_SECONDS if again else FRESH_SECONDS):
                status, answer = await _ask("GET", document["jwks_uri"])
                try:
                    found = [key for key in answer["keys"] if key.get("use", "sig") == "sig"]
                    self.keys = KeySet.import_key_set({"keys": found})
                except (JoseError, KeyError, TypeError, ValueError, AttributeError) as error:
                    raise Away(f"keys: status {status}, {type(error).__name__}") from error
                self.keys_read = time.monotonic()
            return self.keys


async def _ask(
    method: str,
    url: str,
    form: dict[str, str] | None = None,
    headers: dict[str, str] | None = None,
) -> tuple[int, Any]:
    """Status and JSON (None for anything else) of one question. Sent nowhere else: what the
    provider redirects to is not followed. A client of its own each time: few people sign in."""
    said = {"Accept": "application/json", **(headers or {})}
    async with (
        guard.session(ANYWHERE) as http,
        http.request(method, url, data=form, headers=said, allow_redirects=False) as answer,
    ):
        body = b""
        async for part in answer.content.iter_chunked(8192):
            body += part
            if len(body) > LONGEST:
                raise Away("an answer without end")
        try:
            return answer.status, json.loads(body)
        except ValueError:
            return answer.status, None
