"""A device that holds passkeys, for tests: it makes keys (ES256), counts, and signs challenges."""

import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

import cbor2
import httpx
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from gateway.authenticators.passkeys.rules import encoded

URL = "/api/gateway/v1/authenticators/passkeys"
SIGN_IN = "/api/gateway/v1/sessions/passkey"
PRESENT, VERIFIED, MADE = 0x01, 0x04, 0x40


@dataclass
class Device:
    """What tests bend stands in its fields: another origin, nobody verified, a count that stays."""

    origin: str = "http://localhost:8000"
    rp_id: str = "localhost"
    flags: int = PRESENT | VERIFIED
    counts: bool = True
    count: int = 0
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    credential_id: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def make(self, challenge: str, name: str = "Máy tính cơ quan") -> dict[str, Any]:
        """The body that keeps this device's key."""
        numbers = self.key.public_key().public_numbers()
        point = [number.to_bytes(32, "big") for number in (numbers.x, numbers.y)]
        public = cbor2.dumps({1: 2, 3: -7, -1: 1, -2: point[0], -3: point[1]})
        size = len(self.credential_id).to_bytes(2, "big")
        data = self._data(MADE) + bytes(16) + size + self.credential_id + public
        return {
            "name": name,
            "credential_id": encoded(self.credential_id),
            "client_data": encoded(self._client("webauthn.create", challenge)),
            "attestation": encoded(cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})),
        }

    def sign(self, challenge: str) -> dict[str, Any]:
        """The body that signs in."""
        self.count += self.counts
        data, client = self._data(), self._client("webauthn.get", challenge)
        signed = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(SHA256()))
        return {
            "credential_id": encoded(self.credential_id),
            "client_data": encoded(client),
            "authenticator_data": encoded(data),
            "signature": encoded(signed),
        }

    async def join(self, person: httpx.AsyncClient) -> httpx.Response:
        """Make a key for whoever is signed in here."""
        begun = await person.post(f"{URL}/begin")
        assert begun.status_code == 201, begun.text
        done = await person.post(URL, json=self.make(begun.json()["challenge"]))
        if done.is_success:
            person.headers["X-CSRF-Token"] = done.json()["session"]["csrf_token"]
        return done

    async def enter(self, browser: httpx.AsyncClient) -> httpx.Response:
        """Sign in with the key, and nothing else."""
        asked = await browser.post(f"{SIGN_IN}/challenge")
        assert asked.status_code == 201, asked.text
        return await browser.post(SIGN_IN, json=self.sign(asked.json()["challenge"]))

    def _data(self, more: int = 0) -> bytes:
        party = hashlib.sha256(self.rp_id.encode()).digest()
        return party + bytes([self.flags | more]) + self.count.to_bytes(4, "big")

    def _client(self, kind: str, challenge: str) -> bytes:
        said = {"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        return json.dumps(said).encode()
