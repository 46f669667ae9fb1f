"""What is wrong with a change log, told entry by entry. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from chassis.audit.checkpoints import Checkpoint
from chassis.audit.entries import Entry, link

# No transaction is open this long (idle ones end after 30 s, statements after 10): an entry that
# gets its position later than this after its own time was written with a false time.
SLOWEST = timedelta(minutes=10)
_FORM = "%Y-%m-%dT%H:%M:%S.%fZ"


@dataclass(frozen=True, slots=True)
class Fault:
    """The first position that is not as it was, and what is wrong there."""

    pos: int
    what: str

    def __str__(self) -> str:
        return f"first bad pos {self.pos}: {self.what}"


@dataclass(frozen=True, slots=True)
class Redaction:
    """An entry that was blanked: the hashes before and at it, and that of what stands there now."""

    before: bytes
    hash: bytes
    now: bytes

    def fits(self, before: bytes, entry: Entry) -> bool:
        says = (self.before, self.hash.hex(), self.now)
        return says == (before, entry.hash, sha256(entry.text).digest())


class Walk:
    """Follows a chain from its beginning, or from a checkpoint that was found right before.

    An entry that was blanked is taken as its recorded redaction says; the record of that is itself
    an entry further on.
    """

    def __init__(
        self,
        checkpoints: Iterable[Checkpoint],
        start: Checkpoint | None = None,
        redactions: Mapping[int, Redaction] | None = None,
    ) -> None:
        self.redactions = redactions or {}
        self.pos = start.pos if start else 0
        self.hash = bytes.fromhex(start.hash) if start else b""
        ahead = [said for said in checkpoints if said.pos > self.pos]
        self.ahead: dict[int, list[Checkpoint]] = {}
        for said in ahead:
            self.ahead.setdefault(said.pos, []).append(said)
        self.vouched = self.pos
        self.earliest = _earliest(start.at) if start else ""
        self.fault: Fault | None = None

    def take(self, entry: Entry) -> None:
        """One more entry; after the first fault the rest is not looked at."""
        if self.fault is not None:
            return
        self.fault = self._fault(entry)
        self.pos += 1

    def _fault(self, entry: Entry) -> Fault | None:
        due = self.pos + 1
        if entry.pos != due:
            return Fault(due, "the entry is missing" if entry.pos > due else "it stands twice")
        before, self.hash = self.hash, link(self.hash, entry.text)
        blanked = self.redactions.get(due)
        if blanked is not None and blanked.fits(before, entry):
            self.hash = blanked.hash
        if self.hash.hex() != entry.hash:
            return Fault(due, "the entry, its place or its hash was changed")
        if entry.at < self.earliest:
            return Fault(due, f"dated {entry.at}, but written after a checkpoint that is younger")
        for said in self.ahead.pop(due, ()):
            if said.hash != entry.hash:
                since = self.vouched + 1
                return Fault(due, f"not what its checkpoint signed: {since} to {due} are rewritten")
            self.vouched, self.earliest = due, max(self.earliest, _earliest(said.at))
        return None

    def end(self) -> Fault | None:
        """The first fault, when the log has been read to its end."""
        if self.fault is None and self.ahead:
            reached = max(self.ahead)
            self.fault = Fault(self.pos + 1, f"cut off: a checkpoint saw entries up to {reached}")
        return self.fault


def _earliest(at: str) -> str:
    return (datetime.strptime(at, _FORM) - SLOWEST).strftime(_FORM)
