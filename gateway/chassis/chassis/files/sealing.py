"""Files at rest: AES-256-GCM in frames, so that a download is opened as it is read.

An object begins with a head: a magic, which key sealed it, a salt. Its own key is derived from the
secret, the salt and the object's name; each frame is bound to its place and the last one is marked:
a file that was cut, reordered, exchanged or changed is not opened. What has no head was kept before
files were sealed and is read as it is until `make reseal-files` has been there.
"""

import base64
import binascii
import hashlib
import os
from collections.abc import AsyncIterable, AsyncIterator
from pathlib import Path
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MAGIC = b"\x89NCF\r\n\x1a\x01"
ID, SALT, TAG = 8, 16, 16
HEAD = len(MAGIC) + ID + SALT
FRAME = 64 * 1024
WHOLE = FRAME + TAG
SHORTEST_SECRET = 32


class Unreadable(Exception):
    """A kept file that no key of ours opens: a fault of the house, never of the caller."""


def key_id(secret: bytes) -> bytes:
    """Which secret sealed a file, without saying anything else about it."""
    return hashlib.sha256(b"key id:" + secret).digest()[:ID]


def secret_of(text: str) -> bytes:
    """32 or more random bytes, as they were written base64url; raises ValueError."""
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (ValueError, binascii.Error):
        raw = b""
    if len(raw) < SHORTEST_SECRET or len(set(raw)) < 8:
        raise ValueError("a secret of files is 32 or more random bytes, base64url")
    return raw


def drawn_in(data_dir: Path) -> str:
    """The secret of a demonstration that was told none: drawn once, read by its owner alone."""
    path = data_dir.absolute() / "files-secret"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("ascii")
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(base64.urlsafe_b64encode(os.urandom(SHORTEST_SECRET)).decode())
    return path.read_text("ascii")


class FileSealer:
    """Seals with the first secret and opens with any of them."""

    def __init__(self, secret: bytes, *before: bytes) -> None:
        self.current = key_id(secret)
        self.secrets = {key_id(one): one for one in (*before, secret)}

    def is_current(self, head: bytes) -> bool:
        """Whether the object that begins so needs no sealing anew."""
        return head.startswith(MAGIC + self.current)

    def seal(self, name: str, plain: IO[bytes], sealed: IO[bytes]) -> None:
        """Write what `plain` holds from its beginning, sealed for the object `name`."""
        head = MAGIC + self.current + os.urandom(SALT)
        cipher = self._cipher(head, name)
        sealed.write(head)
        plain.seek(0)
        place, frame = 0, plain.read(FRAME)
        while True:
            following = plain.read(FRAME)
            sealed.write(cipher.encrypt(_nonce(place, not following), frame, head))
            if not following:
                return
            place, frame = place + 1, following

    async def open(self, name: str, stream: AsyncIterable[bytes]) -> AsyncIterator[bytes]:
        """The content of the object `name`, frame by frame; raises Unreadable."""
        pieces, held = aiter(stream), b""
        async for piece in pieces:
            held += piece
            if len(held) >= HEAD:
                break
        if not held.startswith(MAGIC):
            yield held
            async for piece in pieces:
                yield piece
            return
        head, held = held[:HEAD], held[HEAD:]
        cipher, place = self._cipher(head, name), 0
        more: bytes | None = b""
        while more is not None:
            held, start = held + more, 0
            # the last frame is marked as such: what may be the last one waits for the end
            while len(held) - start > WHOLE:
                frame = held[start : start + WHOLE]
                yield _opened(cipher, head, place, frame, is_last=False)
                place, start = place + 1, start + WHOLE
            held = held[start:]
            more = await anext(pieces, None)
        yield _opened(cipher, head, place, held, is_last=True)

    def _cipher(self, head: bytes, name: str) -> AESGCM:
        """The cipher of one object: bound to its name, because the name is in its key."""
        secret = self.secrets.get(head[len(MAGIC) : len(MAGIC) + ID])
        if secret is None:
            raise Unreadable(f"{name}: sealed with a secret that is not set")
        salt = head[-SALT:]
        return AESGCM(HKDF(SHA256(), 32, salt, b"nhip-cau/files/" + name.encode()).derive(secret))


def _nonce(place: int, is_last: bool) -> bytes:
    # Counted from 0 under a key that no other object has.
    return b"\0" * 7 + place.to_bytes(4, "big") + bytes([is_last])


def _opened(cipher: AESGCM, head: bytes, place: int, frame: bytes, *, is_last: bool) -> bytes:
    try:
        return cipher.decrypt(_nonce(place, is_last), frame, head)
    except InvalidTag:
        raise Unreadable(f"frame {place} is not what was sealed") from None
