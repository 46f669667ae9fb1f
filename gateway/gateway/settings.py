"""What only the gateway is told: its secret, its public address, and where the built pages lie."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from chassis.files.sealing import secret_of
from gateway.sealing.sealer import Sealer

REPOSITORY = Path(__file__).resolve().parents[2]
EXAMPLES = ("example", "changeme", "secret", "doi-mat-khau")


class GatewaySettings(BaseSettings):
    """Read from the environment once, beside `chassis.settings.Settings`."""

    model_config = SettingsConfigDict(extra="ignore", env_ignore_empty=True)

    gateway_secret: str = Field("", repr=False)
    # The one before, while `make reseal-secrets` seals everything anew.
    gateway_secret_before: str = Field("", repr=False)
    gateway_url: str = "http://127.0.0.1:8000"
    # How browsers and clients spell our address; https makes cookies Secure and sends HSTS.
    public_origin: str = ""
    spa_dir: Path = REPOSITORY / "frontend" / "dist"
    # Failed sign-ins within five minutes, before a name, a network address or all must wait.
    tries_per_name: int = Field(10, ge=1)
    tries_per_address: int = Field(30, ge=1)
    tries_in_all: int = Field(1000, ge=1)
    # Whether those who decide need a second factor; empty: in production yes, in demonstration no.
    require_otp: bool | None = None
    # How long ago somebody must have proved who they are for what is flagged `step_up`.
    step_up_minutes: int = Field(10, ge=1)
    # Requests in a minute: per program, for all programs of a union, and per address that reads
    # what is public; files taken in an hour, per caller. Unset: by MODE.
    requests_per_client: int | None = Field(None, ge=1)
    requests_per_unit: int | None = Field(None, ge=1)
    requests_per_address: int | None = Field(None, ge=1)
    exports_per_hour: int | None = Field(None, ge=1)
    # Signing in at an OpenID Connect provider: all three, or off. `oidc_name` stands on the button;
    # `oidc_second_factor`: the words of `amr` and `acr` (comma-separated) that count as one.
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: str = Field("", repr=False)
    oidc_name: str = Field("", max_length=60)
    oidc_second_factor: str = ""
    # Whether this process delivers webhooks; off where `python -m gateway.webhooks` does.
    webhook_dispatch: bool = True
    # Tests only, refused in production: networks that may be called although they are not public
    # (comma-separated), and what the waits between tries are multiplied by.
    webhook_allow_cidrs: str = ""
    webhook_scale: float = Field(1.0, gt=0, le=1)
    # Committed contracts, served while a service is away: <dir>/<service>/openapi.json
    contracts_dir: Path = REPOSITORY / "services"

    @property
    def budgets(self) -> dict[str, int | None]:
        """By the policy's name in `RateLimit`."""
        return {
            "client": self.requests_per_client,
            "unit": self.requests_per_unit,
            "public": self.requests_per_address,
            "export": self.exports_per_hour,
        }

    @property
    def webhook_networks(self) -> tuple[str, ...]:
        return tuple(one.strip() for one in self.webhook_allow_cidrs.split(",") if one.strip())

    def refuse_test_switches(self) -> None:
        """Production does not start with what only a test may set."""
        if self.webhook_networks or self.webhook_scale != 1:
            raise SystemExit("MODE=production takes no WEBHOOK_ALLOW_CIDRS and no WEBHOOK_SCALE.")

    def refuse_half_a_provider(self, *, production: bool) -> None:
        """Raises SystemExit unless the provider's three settings are all there, or none is."""
        told = (self.oidc_issuer, self.oidc_client_id, self.oidc_client_secret)
        if any(told) and not all(told):
            raise SystemExit("OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together.")
        where = urlsplit(self.oidc_issuer)
        is_plain = where.scheme == "http" and where.hostname in ("127.0.0.1", "localhost", "::1")
        if where.query or where.fragment or where.username is not None:
            raise SystemExit("OIDC_ISSUER is an address without user, query and fragment.")
        if any(told) and where.scheme != "https" and (production or not is_plain):
            raise SystemExit("OIDC_ISSUER must be https; in a demonstration also loopback.")

    @property
    def oidc_strong(self) -> tuple[str, ...]:
        return tuple(one.strip() for one in self.oidc_second_factor.split(",") if one.strip())

    @property
    def origin(self) -> str:
        return (self.public_origin or self.gateway_url).rstrip("/")

    @property
    def is_https(self) -> bool:
        return self.origin.startswith("https://")

    @property
    def cookie(self) -> str:
        """`__Host-` binds the cookie to this host and to https; a loopback origin has no https."""
        return "__Host-sid" if self.is_https else "sid"

    @property
    def way_cookie(self) -> str:
        """Of the way to the provider and back."""
        return "__Host-oidc" if self.is_https else "oidc"

    def secrets(self) -> list[bytes]:
        """The secret and, while it is being replaced, the one before; raises SystemExit when one is
        missing, short or an example."""
        told = [("GATEWAY_SECRET", self.gateway_secret)]
        if self.gateway_secret_before:
            told.append(("GATEWAY_SECRET_BEFORE", self.gateway_secret_before))
        return [_decoded(name, text) for name, text in told]

    def derived(self, purpose: str) -> bytes:
        """32 bytes for one purpose, so that no two uses share a key."""
        return self.each_derived(purpose)[0]

    def each_derived(self, purpose: str) -> list[bytes]:
        """The same of every secret that is good now, the one in use first."""
        info = f"nhip-cau/{purpose}".encode()
        return [HKDF(SHA256(), 32, None, info).derive(secret) for secret in self.secrets()]

    def sealer(self, purpose: str) -> Sealer:
        return Sealer(*self.each_derived(purpose))


def _decoded(name: str, text: str) -> bytes:
    try:
        raw = secret_of(text)
    except ValueError:
        raw = b""
    if not raw or text.lower().startswith(EXAMPLES):
        raise SystemExit(f"{name} must be 32 or more random bytes, base64url.")
    return raw


def internal_clients() -> list[tuple[str, str, str]]:
    """(service, client id, secret) of those that read another's feed, from the environment."""
    found = []
    for service in ("aid", "events"):
        name = os.environ.get(f"CLIENT_ID_{service.upper()}", "")
        secret = os.environ.get(f"CLIENT_SECRET_{service.upper()}", "")
        if name and secret:
            found.append((service, name, secret))
    return found
