"""One way to the provider and back: its proofs, its address, and what the provider said. Pure.

Nothing is stored for a way that is begun. The browser keeps a marked challenge in a cookie; state,
nonce and PKCE verifier are derived from it with a key of ours, so that neither a stolen cookie nor
a stolen address says the others.
"""

import base64
import hashlib
import hmac
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from gateway.authenticators.passkeys.rules import encoded

# Long enough to type a password and a code at the provider.
LIFE = timedelta(minutes=10)
SIGN_IN, SECOND = "oidc sign-in", "oidc second"
LONGEST_SUBJECT, LONGEST_SHOWN = 255, 200
# Signatures with a key that only the provider has. HS256 would take our own secret for one, `none`
# anybody's word.
ALGORITHMS = ("RS256", "PS256", "ES256", "EdDSA", "Ed25519")
SCOPE = "openid profile email"
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")


@dataclass(frozen=True, slots=True)
class Way:
    """What one way is told by: `state` to our page, `nonce` in the ID token, `verifier` to the
    provider's token endpoint."""

    state: str
    nonce: str
    verifier: str

    @property
    def challenge(self) -> str:
        return encoded(hashlib.sha256(self.verifier.encode()).digest())


def way(key: bytes, challenge: bytes) -> Way:
    said = (hmac.digest(key, f"oidc {name}\0".encode() + challenge, "sha256") for name in "snv")
    return Way(*(encoded(one) for one in said))


def linking(account: UUID) -> str:
    return f"oidc link {account}"


def second(identity: UUID, proved_at: int) -> str:
    """The purpose of what is kept between the provider's word and a second factor of ours."""
    return f"{SECOND} {identity} {proved_at}"


def page(origin: str) -> str:
    """Where the provider sends people back to: a page of the app, which reports to the API."""
    return f"{origin}/sign-in/oidc"


def address(endpoint: str, client_id: str, origin: str, way: Way, *, fresh: bool) -> str:
    """Where the browser goes. `fresh`: whoever is signed in there already proves it again."""
    asked = {
        "response_type": "code",
        "client_id": client_id,
        "redirect_uri": page(origin),
        "scope": SCOPE,
        "state": way.state,
        "nonce": way.nonce,
        "code_challenge": way.challenge,
        "code_challenge_method": "S256",
    }
    if fresh:
        asked |= {"prompt": "login", "max_age": "0"}
    return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(asked)}"


def metadata_problem(issuer: str, document: Any) -> str | None:
    """What is wrong with a provider's description of itself; None when it can be used.

    It names this issuer, and no address of any other host: what we call is what was configured.
    """
    if not isinstance(document, Mapping) or document.get("issuer") != issuer:
        return "another issuer"
    for name in ENDPOINTS:
        if not isinstance(document.get(name), str) or not _same_origin(document[name], issuer):
            return f"{name} is not of the issuer's origin"
    return None


def _same_origin(one: str, other: str) -> bool:
    a, b = urlsplit(one), urlsplit(other)
    return (a.scheme, a.netloc) == (b.scheme, b.netloc) and "@" not in a.netloc


@dataclass(frozen=True, slots=True)
class Said:
    """What the provider says of a person. `is_strong`: by two factors, as we were told to count.
    `proved_at`: seconds since 1970, None when it does not say."""

    subject: str
    shown_as: str
    is_strong: bool
    proved_at: int | None


def said(claims: Mapping[str, Any], strong: Collection[str]) -> Said | None:
    """`strong`: the words of `amr` and `acr` that count as a second factor. None: no usable
    subject."""
    subject = claims.get("sub")
    if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST_SUBJECT:
        return None
    if not subject.isprintable():
        return None
    proved_at = claims.get("auth_time")
    is_time = isinstance(proved_at, int) and not isinstance(proved_at, bool)
    return Said(
        subject, _shown(claims, subject), _is_strong(claims, strong), proved_at if is_time else None
    )


def _is_strong(claims: Mapping[str, Any], strong: Collection[str]) -> bool:
    amr = claims.get("amr")
    words = [*amr] if isinstance(amr, list) else []
    return any(isinstance(word, str) and word in strong for word in (*words, claims.get("acr")))


def _shown(claims: Mapping[str, Any], subject: str) -> str:
    """How the person knows this account: the name there, else its address, else its number."""
    for name in ("preferred_username", "email"):
        text = claims.get(name)
        if isinstance(text, str) and text.strip() and text.isprintable():
            return text.strip()[:LONGEST_SHOWN]
    return subject[:LONGEST_SHOWN]


def authenticated_at(proved_at: int | None, now: datetime) -> datetime:
    """Since when a session that began there counts as proved. A provider lets people in with what
    they proved this morning: who does not say when is taken as long ago."""
    long_ago = now - timedelta(days=1)
    if proved_at is None or not 0 < proved_at < 2**40:
        return long_ago
    return max(long_ago, min(now, datetime.fromtimestamp(proved_at, UTC)))


def basic(client_id: str, secret: str) -> str:
    """HTTP Basic as OAuth 2.0 spells it (RFC 6749, 2.3.1): both parts form-encoded first."""
    parts = (urlencode({"": one})[1:] for one in (client_id, secret))
    return "Basic " + base64.b64encode(":".join(parts).encode()).decode("ascii")
