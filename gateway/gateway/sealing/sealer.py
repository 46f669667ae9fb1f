"""One secret of a few bytes, sealed by AES-256-GCM under a key of the gateway's secret.

What is sealed begins with a magic and which key sealed it, so that a secret can be replaced beside
running gateways. What has no such head was sealed before there was one, and is opened with
whichever key fits it until `make reseal-secrets` has been there.
"""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from chassis.files.sealing import ID, Unreadable, key_id

# As papers begin (chassis.files.sealing), with a letter of its own.
MAGIC = b"\x89NCS\r\n\x1a\x01"
NONCE = 12
HEAD = len(MAGIC) + ID


class Sealer:
    """Seals with the first key and opens with any of them. `bound` names the row: what was sealed
    for one cannot be moved to another."""

    def __init__(self, key: bytes, *before: bytes) -> None:
        self.current = key_id(key)
        self.ciphers = {key_id(one): AESGCM(one) for one in (key, *before)}

    def is_current(self, sealed: bytes) -> bool:
        """Whether it needs no sealing anew."""
        return sealed.startswith(MAGIC + self.current)

    def seal(self, bound: bytes, plain: bytes) -> bytes:
        head, nonce = MAGIC + self.current, os.urandom(NONCE)
        return head + nonce + self.ciphers[self.current].encrypt(nonce, plain, head + bound)

    def open(self, bound: bytes, sealed: bytes) -> bytes:
        """Raises Unreadable: another secret, another row, or not what was sealed."""
        if not sealed.startswith(MAGIC):
            return self._headless(bound, sealed)
        head, rest = sealed[:HEAD], sealed[HEAD:]
        cipher = self.ciphers.get(head[len(MAGIC) :])
        if cipher is None:
            raise Unreadable("sealed with a secret that is not set")
        try:
            return cipher.decrypt(rest[:NONCE], rest[NONCE:], head + bound)
        except InvalidTag:
            raise Unreadable("not what was sealed here") from None

    def _headless(self, bound: bytes, sealed: bytes) -> bytes:
        for cipher in self.ciphers.values():
            try:
                return cipher.decrypt(sealed[:NONCE], sealed[NONCE:], bound)
            except InvalidTag:
                continue
        raise Unreadable("no secret that is set opens it")
