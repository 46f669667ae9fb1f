"""The permission matrix: what each cell sends, and what `x-authz` alone says must come back."""

import re
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx

from tests.contract.callers import ROLES, Caller, Callers
from tests.contract.operations import Operation
from tests.contract.tour import HEIR, Ready

OWN, OTHER, NATIONAL = "HUFO", "HAIPHONG", "VUFO"
# A machine client's two tokens of one scope each: one of them never covers the operation.
NARROW = ("registry:regions:read", "gateway:overview:read")

# Changes without a body and without a version: nothing about them can be nonsense.
WITHOUT_BODY = {"gateway_end_session", "gateway_revoke_session", "gateway_begin_otp"}
WITHOUT_BODY |= {"gateway_begin_passkey", "gateway_begin_passkey_session"}
WITHOUT_BODY |= {"gateway_begin_identity", "gateway_begin_oidc_session"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One question: may this caller do this operation to this record (of HUFO, or unknown)?"""

    op: Operation
    role: str  # "" for nobody, "machine" for a program without the scope
    unit: str
    is_known: bool = True

    def __str__(self) -> str:
        whose = "known" if self.is_known else "unknown"
        return f"{self.op.id} as {self.role or 'nobody'} of {self.unit or '-'}, {whose} record"

    @property
    def is_listed(self) -> bool:
        return self.op.is_public or self.role in self.op.roles


def cells(op: Operation) -> list[Cell]:
    """Every cell of one operation."""
    found = [Cell(op, role, unit) for role in ROLES for unit in (OWN, OTHER, NATIONAL)]
    found += [Cell(op, "", ""), Cell(op, "machine", OWN)]
    if op.object:
        found += [Cell(op, role, unit, False) for role in ROLES for unit in (OWN, OTHER)]
        found.append(Cell(op, "", "", False))
    return found


def merged_cells(op: Operation) -> list[Cell]:
    """The column of a merged unit: its record, and an unknown one, for those who came after."""
    return [Cell(op, role, HEIR, known) for role in ROLES for known in (True, False)]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answers that x-authz allows in a cell. `codes` are the refusals' codes, if it is one."""

    statuses: frozenset[int]
    codes: frozenset[str] = frozenset()
    forbidden: frozenset[str] = frozenset()

    def refutes(self, answer: httpx.Response) -> str | None:
        is_problem = answer.headers.get("content-type", "") == "application/problem+json"
        code = answer.json()["code"] if is_problem else ""
        fits = answer.status_code in self.statuses and (not self.codes or code in self.codes)
        if fits and code not in self.forbidden:
            return None
        expected = "/".join(map(str, sorted(self.statuses)))
        return f"{expected} {'/'.join(self.codes)} expected, got {answer.status_code} {code}"


def _just(status: int, *codes: str) -> Verdict:
    return Verdict(frozenset({status}), frozenset(codes))


_IDENTITY = frozenset({"identity.required", "identity.role", "identity.scope"})
_GONE = _just(404, "not_found")


def verdict(cell: Cell) -> Verdict:
    """What must come back, from nothing but the operation's x-authz and what it reads and sends."""
    op = cell.op
    if op.is_public:
        return _GONE if not cell.is_known else _let_in(op)
    if not cell.role:
        return _just(401, "identity.required")
    if cell.role == "machine":
        return _just(403, "identity.scope" if "integrator" in op.roles else "identity.role")
    if not cell.is_listed:
        return _just(403, "identity.role")
    if not cell.is_known:
        return _GONE
    if op.object and not _reaches(op, cell):
        foreign = Verdict(frozenset({403}), forbidden=_IDENTITY)
        return foreign if op.scope == "steward" else _GONE
    if op.scope == "left" and cell.unit != HEIR:
        return _just(409)  # nobody left it to them
    return _let_in(op)


def _reaches(op: Operation, cell: Cell) -> bool:
    """Whether a record of HUFO is this unit's to read or change, or this very person's."""
    if op.scope == "self":
        return cell.unit == OWN and cell.role == next(role for role in ROLES if role in op.roles)
    if cell.unit == HEIR and op.scope == "unit":
        return op.is_read  # what was left behind is read and no longer changed
    mine = {
        "own": {OWN},
        "unit": {OWN, NATIONAL},
        "left": {OWN, NATIONAL, HEIR},
        "steward": {OWN, NATIONAL},
    }
    return cell.unit in mine.get(op.scope, {OWN, OTHER, NATIONAL})


def _let_in(op: Operation) -> Verdict:
    """A read succeeds; a change without its version, or with nonsense, changes nothing."""
    if op.is_read or op.id in WITHOUT_BODY:
        return Verdict(frozenset({200, 201, 204}))
    if op.wants_version and not op.authz.get("sod"):
        return _just(428, "precondition.required")
    if op.wants_version:  # who may, may still have a part already, or come at the wrong step
        return Verdict(frozenset({428, 403}), forbidden=_IDENTITY)
    if op.object:  # a part is added, or a number seen
        return Verdict(frozenset({200, 201}))
    return Verdict(frozenset({400, 415, 422}), forbidden=_IDENTITY)


async def caller(cell: Cell, callers: Callers) -> Caller:
    if not cell.role:
        return callers.nobody
    if cell.role == "machine":
        service, resource = cell.op.id.split("_")[0], cell.op.path.split("/")[-1]
        covered = f"{service}:{resource}:" in NARROW[0]
        return await callers.machine(OWN, NARROW[1] if covered else NARROW[0])
    if cell.op.id == "gateway_end_session":
        return await callers.sign_in(cell.role, cell.unit)
    return await callers.as_(cell.role, cell.unit)


def request(cell: Cell, ready: Ready) -> dict[str, Any]:
    """What is sent: for a record, all but its version; a new one is nonsense, so none is made."""
    op = cell.op
    ids = dict(ready.ids)
    if not cell.is_known and op.object:
        ids[op.object] = "ZZ9" if op.object == "unit_code" else str(uuid4())
    sent: dict[str, Any] = {"method": op.method, "url": op.path.format_map(ids)}
    if op.is_read:
        return sent | {"params": dict(ready.step.query)}
    if op.object and cell.is_listed:
        return sent | ready.request()
    return sent | {"content": b"[]", "headers": {"Content-Type": "application/json"}}


_REQUEST_ID = re.compile(rb"[0-9a-f]{32}")
_PASSING = ("date", "x-request-id")


def shape(answer: httpx.Response) -> tuple[bytes, list[tuple[str, str]]]:
    """Body and headers without the request's own id and time: what tells two refusals apart."""
    kept = [(k, v) for k, v in sorted(answer.headers.items()) if k not in _PASSING]
    return _REQUEST_ID.sub(b"", answer.content), kept
