"""How one operation is performed with valid data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4


@dataclass(frozen=True, slots=True)
class Given:
    """What a step's body is made of. `number` is new for each, `canary` marks this unit's text."""

    unit: str
    unit_id: str
    canary: str
    number: int
    refs: Mapping[str, str]

    def hour(self, later: int = 0) -> str:
        """A clock hour of its own for each `number`, far enough ahead that nothing is there."""
        start = datetime(2031, 1, 1, tzinfo=UTC) + timedelta(hours=4 * self.number + later)
        return start.isoformat().replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class Step:
    """`after`: the operations that make the record and bring it where this one wants it; the first
    makes it. `path`: which of them makes a path parameter's record, if not the first. `refs`: names
    for the body, and the operation that makes the record of each. `files`: a multipart body.
    `national`: the national union's own to change. `second`: by the other one of that role there.
    `left`: a unit made it that is gone, and its successor does this.
    `person`: the body names this role's account.
    `role`: who does it, if not
    the first who may. `take`: what others need of its answer."""

    after: tuple[str, ...] = ()
    body: Callable[[Given], Any] | None = None
    refs: Mapping[str, str] = field(default_factory=dict)
    path: Mapping[str, str] = field(default_factory=dict)
    known: Callable[[Given], str] | None = None
    query: Mapping[str, str] = field(default_factory=dict)
    files: Callable[[Given], Mapping[str, tuple[str, bytes, str]]] | None = None
    basic: bool = False
    national: bool = False
    second: bool = False
    left: bool = False
    person: str = ""
    role: str = ""
    take: Callable[[Any], str] = lambda answer: str(answer["id"])


READ = Step()
SCHEMA = Step(known=lambda given: "erasures")


def after(*lineage: str) -> Step:
    return Step(after=lineage)


def erasure(_: Given) -> object:
    """Of somebody whom no record names."""
    return {"id": str(uuid4()), "reason": "Đơn số 12 (demo)"}


_NOBODY = {"texts": ["Không Có Ai Tên Này"]}
FIND = Step(body=lambda _: _NOBODY)
ERASE = Step(body=lambda given: {**_NOBODY, "id": str(uuid4()), "reason": "Đơn số 12 (demo)"})
