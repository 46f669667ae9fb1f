"""Ed25519 keys, and how their private half is kept: AES-256-GCM under the gateway's secret."""

import os
from typing import Any

import orjson
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from joserfc.jwk import OKPKey

NONCE = 12


def generate() -> tuple[str, dict[str, Any], dict[str, Any]]:
    """A new key: its id (the RFC 7638 thumbprint), its public and its private JWK."""
    key = OKPKey.generate_key("Ed25519", private=True)
    kid = key.thumbprint()
    public = {**key.as_dict(private=False), "kid": kid, "use": "sig", "alg": "Ed25519"}
    return kid, public, {**key.as_dict(private=True), "kid": kid}


class Sealer:
    """Seals with 32 bytes. The kid is bound in: a sealed key cannot be moved to another row."""

    def __init__(self, secret: bytes) -> None:
        self.cipher = AESGCM(secret)

    def seal(self, kid: str, private: dict[str, Any]) -> bytes:
        nonce = os.urandom(NONCE)
        return nonce + self.cipher.encrypt(nonce, orjson.dumps(private), kid.encode())

    def open(self, kid: str, sealed: bytes) -> OKPKey:
        """The private key; raises cryptography's InvalidTag for another secret or a changed row."""
        plain = self.cipher.decrypt(sealed[:NONCE], sealed[NONCE:], kid.encode())
        return OKPKey.import_key(orjson.loads(plain))
