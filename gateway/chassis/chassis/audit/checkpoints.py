"""Signed statements of how far a change log had come: what is behind one cannot be rewritten.

A checkpoint is signed with an Ed25519 key that no serving process holds. Each is kept twice: as a
line of a file, and as a row in a database whose application role can only add rows.
"""

import base64
import os
from dataclasses import asdict, dataclass
from pathlib import Path

import orjson
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.hazmat.primitives.serialization import PublicFormat as Form

PURPOSE = b"audit-checkpoint/1\n"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """At `at`, by the database's clock, the log of `service` ended at `pos` with `hash` (hex)."""

    service: str
    pos: int
    hash: str
    at: str
    key_id: str = ""
    signature: str = ""

    def signed_text(self) -> bytes:
        return PURPOSE + orjson.dumps([self.service, self.pos, self.hash, self.at])

    def line(self) -> bytes:
        return orjson.dumps(asdict(self)) + b"\n"


class Signer:
    """The private key, in a file that only its owner reads; drawn when it is not there yet."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = folder / "key"
        if not file.exists():
            raw = Ed25519PrivateKey.generate().private_bytes(
                Encoding.Raw, PrivateFormat.Raw, NoEncryption()
            )
            with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as new:
                new.write(base64.b64encode(raw) + b"\n")
        self.key = Ed25519PrivateKey.from_private_bytes(base64.b64decode(file.read_text()))
        public = self.key.public_key().public_bytes(Encoding.Raw, Form.Raw)
        self.key_id = key_id(public)
        known = folder / "public-keys"
        line = base64.b64encode(public).decode() + "\n"
        if not known.exists() or line not in known.read_text():
            with known.open("a") as file_:
                file_.write(line)

    def sign(self, said: Checkpoint) -> Checkpoint:
        signature = base64.b64encode(self.key.sign(said.signed_text())).decode()
        return Checkpoint(said.service, said.pos, said.hash, said.at, self.key_id, signature)


def key_id(public: bytes) -> str:
    return base64.urlsafe_b64encode(public[:9]).decode()


class Keys:
    """The public keys that may have signed, one to a line of a file."""

    def __init__(self, file: Path) -> None:
        lines = file.read_text().split() if file.exists() else []
        raw = [base64.b64decode(line) for line in lines]
        self.keys = {key_id(one): Ed25519PublicKey.from_public_bytes(one) for one in raw}

    def vouch(self, said: Checkpoint) -> bool:
        """Whether one of these keys signed it."""
        key = self.keys.get(said.key_id)
        if key is None:
            return False
        try:
            key.verify(base64.b64decode(said.signature), said.signed_text())
        except (InvalidSignature, ValueError):
            return False
        return True


def in_file(file: Path) -> list[Checkpoint]:
    """The checkpoints of a file. A line that cannot be read counts as one that nobody signed."""
    return [_read(line) for line in file.read_bytes().split(b"\n") if line] if file.exists() else []


def _read(line: bytes) -> Checkpoint:
    try:
        said = orjson.loads(line)
        return Checkpoint(**said) if isinstance(said["pos"], int) else _UNREADABLE
    except (orjson.JSONDecodeError, TypeError, KeyError):
        return _UNREADABLE


_UNREADABLE = Checkpoint("?", 0, "", "")


def append(file: Path, said: Checkpoint) -> None:
    """Write one line through to the disk."""
    with file.open("ab") as log:
        log.write(said.line())
        log.flush()
        os.fsync(log.fileno())
