"""The secret of one-time codes at rest: AES-256-GCM under a key of the gateway's secret."""

import hashlib
import os
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12


class SecretSealer:
    """Seals with 32 bytes. The account is bound in: a sealed secret cannot be moved to another."""

    def __init__(self, key: bytes) -> None:
        self.cipher = AESGCM(key)
        # Which key sealed a row, so that another gateway secret is noticed and not guessed at.
        self.key_id = hashlib.sha256(b"key id:" + key).hexdigest()[:16]

    def seal(self, account: UUID, secret: str) -> bytes:
        nonce = os.urandom(NONCE)
        return nonce + self.cipher.encrypt(nonce, secret.encode("ascii"), account.bytes)

    def open(self, account: UUID, sealed: bytes) -> str:
        """The secret; raises cryptography's InvalidTag for another key or a changed row."""
        plain = self.cipher.decrypt(sealed[:NONCE], sealed[NONCE:], account.bytes)
        return plain.decode("ascii")
