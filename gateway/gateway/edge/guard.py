"""Whether a person has proved who they are well enough for this: a second factor, and lately.

Which operations ask for a recent proof, the services say themselves (`x-authz`, `step_up`);
step_up.json is written from their contracts by `make openapi`.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from chassis.errors import NotAllowed
from gateway.authenticators.rules import needs_otp
from gateway.edge.caller import Caller
from gateway.edge.errors import ProveAgain
from gateway.edge.table import OWN, Target

FILE = Path(__file__).with_name("step_up.json")
# What answers somebody who still has to set up a second factor.
ENROLLING = re.compile(r"/v1/(?:sessions/current(?:/confirm)?|authenticators(?:/[a-z/]*)?)")


class Guard:
    """`flagged`: "METHOD /path/{template}" of the operations of each service."""

    def __init__(
        self, flagged: Mapping[str, Iterable[str]], *, asks_otp: bool, minutes: int
    ) -> None:
        self.asks_otp, self.age = asks_otp, timedelta(minutes=minutes)
        self.flagged = {name: _pattern(lines) for name, lines in flagged.items()}

    def must_enrol(self, caller: Caller) -> bool:
        return self.asks_otp and not caller.has_otp and needs_otp(caller.roles)

    def check(self, caller: Caller, method: str, target: Target, now: datetime) -> None:
        """Raises 403 while a second factor is missing, 401 when the proof is too old."""
        if caller.authenticated_at is None:
            return  # a program: it has proved its secret within 15 minutes, and has no telephone
        if self.must_enrol(caller) and not _is_enrolling(target):
            raise NotAllowed("identity.otp_missing")
        pattern = self.flagged.get(target.service)
        asked = f"{method} {target.path}"
        if pattern and pattern.fullmatch(asked) and now - caller.authenticated_at > self.age:
            raise ProveAgain(int(self.age.total_seconds()))


def _is_enrolling(target: Target) -> bool:
    return target.service == OWN and ENROLLING.fullmatch(target.path) is not None


def _pattern(lines: Iterable[str]) -> re.Pattern[str] | None:
    parts = [re.sub(r"\\{[a-z_]+\\}", "[^/]+", re.escape(line)) for line in lines]
    return re.compile("|".join(parts)) if parts else None


def flagged() -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(FILE.read_text("utf-8"))
    return found
