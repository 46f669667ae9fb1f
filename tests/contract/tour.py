"""A tour of the house: every operation of the contract performed with valid data, each on records
of its own, by the callers whom `x-authz` names."""

import asyncio
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import httpx

from tests.contract.callers import NATIONAL, ROLES, Caller, Callers
from tests.contract.operations import Operation
from tests.contract.steps import (
    aid,
    elsewhere,
    events,
    gateway,
    moves,
    procedures,
    proofs,
    registry,
    unions,
)
from tests.contract.steps.step import Given, Step

STEPS: dict[str, Step] = {
    **registry.STEPS, **moves.STEPS, **procedures.STEPS, **unions.STEPS,
    **aid.STEPS, **events.STEPS, **gateway.STEPS,
}  # fmt: skip
# The one went into the other (docs/adr/0017): its records are the column of a merged unit.
MERGED, HEIR = "HAUGIANG", "CANTHO"
# From anywhere, so that a house may be toured again.
_NUMBERS = count(secrets.randbelow(300_000))
# Made once: a new grant, booking or event can share them.
_SHARED = frozenset({"aid_create_donor", "aid_create_recipient", "events_create_venue"})


@dataclass(frozen=True, slots=True)
class Ready:
    """An operation about to be performed: its record is in the state that it wants."""

    op: Operation
    step: Step
    given: Given
    ids: Mapping[str, str]
    etag: str | None

    @property
    def url(self) -> str:
        return self.op.path.format_map(self.ids)

    def request(self) -> dict[str, Any]:
        """Its body and media type, for httpx."""
        if self.step.files:
            return {"files": self.step.files(self.given), "data": self.body() or {}}
        if self.step.basic:
            return {"data": self.body()}
        if not self.step.body:
            return {}
        return {"json": self.body(), "headers": {"Content-Type": str(self.op.media_type)}}

    def body(self) -> Any:
        return self.step.body(self.given) if self.step.body else None


@dataclass
class Tour:
    """The records of one unit, made as they are needed. `canary` stands in all that is its own."""

    callers: Callers
    operations: Mapping[str, Operation]
    unit: str = "HUFO"
    canary: str = field(default_factory=lambda: f"hoàng yến {secrets.token_hex(4)}")
    etags: dict[str, str] = field(default_factory=dict)
    shared: dict[str, str] = field(default_factory=dict)
    newcomer: Caller | None = None

    def operation(self, name: str) -> Operation:
        """`registry_create_procedure:lift` is that operation, done in another way."""
        return self.operations[name.partition(":")[0]]

    async def caller(self, op: Operation, step: Step | None = None) -> Caller:
        """The role that the step wants, or the first that may, in this unit."""
        if op.is_public:
            return self.callers.nobody
        first = next(role for role in ROLES if role in op.roles)
        role = (step and step.role) or first
        if op.id == "gateway_end_session":
            return await self.callers.sign_in(role, self.unit)
        if op.id in proofs.BEGUN_BY_NEWCOMERS:
            self.newcomer = await self._newcomer()
        if op.id in proofs.BEGUN_BY_NEWCOMERS | proofs.CONTINUED_BY_NEWCOMERS:
            assert self.newcomer
            return self.newcomer
        doing = step or STEPS[op.id]
        unit = NATIONAL if doing.national else self.unit
        if doing.left and self.unit == MERGED:
            unit = HEIR
        return await self.callers.as_(role, unit, second=doing.second)

    def where_it_succeeds(self, name: str) -> "Tour":
        """This one; for what is done to a record that was left, one of the union that left it."""
        is_left = STEPS[name].left and self.unit != MERGED
        return Tour(self.callers, self.operations, MERGED) if is_left else self

    async def ready(self, name: str) -> Ready:
        """Make the record of this operation and bring it into the state that it wants."""
        op, step = self.operation(name), STEPS[name]
        refs = await self._refs(step)
        unit_id = self.callers.unit_id(self.unit)
        given = Given(self.unit, unit_id, self.canary, next(_NUMBERS), refs)
        made: dict[str, str] = {}
        ids: dict[str, str] = {}
        for earlier in step.after:
            before, doing = self.operation(earlier), STEPS[earlier]
            there = {param: ids[param] for param in before.parameters() if param in ids}
            again = Ready(before, doing, await self._given(doing, given), there, self._etag(there))
            made[earlier] = await self._done(again)
            ids |= {p: made[step.path.get(p, step.after[0])] for p in op.parameters()
                    if step.path.get(p, step.after[0]) in made}  # fmt: skip
        if step.known:
            ids = dict.fromkeys(op.parameters(), step.known(given))
            if op.wants_version:
                self._remember(await (await self.caller(op)).get(op.path.format_map(ids)))
        return Ready(op, step, given, ids, self._etag(ids))

    async def make(self, name: str) -> str:
        """The id of a new record."""
        return await self._done(await self.ready(name))

    async def perform(self, ready: Ready) -> httpx.Response:
        """Send it as somebody who may."""
        caller = await self.caller(ready.op, ready.step)
        sent = ready.request()
        headers = {**sent.pop("headers", {}), "Idempotency-Key": secrets.token_hex(8)}
        if ready.etag and ready.op.wants_version:
            headers["If-Match"] = ready.etag
        if ready.step.basic:
            sent["auth"] = self.callers.basic(self.unit)
        if "/oidc" in ready.op.path:
            mine = caller.headers.get("Cookie", "")
            headers["Cookie"] = f"{mine}; {elsewhere.COOKIE}={elsewhere.ELSEWHERE.cookie}"
        for _ in range(3):
            answer = await caller.request(
                ready.op.method, ready.url, params=ready.step.query, headers=headers, **sent
            )
            if answer.status_code != 503:
                break
            # a house under load says when to come back, and the key makes coming back safe
            await asyncio.sleep(float(answer.headers["retry-after"]))
        elsewhere.ELSEWHERE.heard(answer)
        self.callers.nobody.cookies.clear()
        if caller is self.newcomer:
            _follow(caller, answer)
        self._remember(answer)
        return answer

    async def _newcomer(self) -> Caller:
        """Somebody new, who may change what they prove themselves with."""
        admin = await self.callers.as_("admin", self.unit)
        op, step = self.operations["gateway_create_account"], STEPS["gateway_create_account"]
        body: Any = Ready(op, step, await self._fresh(), {}, None).body()
        made = await admin.post(op.path, json=body)
        assert made.status_code == 201, made.text
        return await self.callers.sign_in_with(
            body["username"], body["password"], "viewer", self.unit
        )

    async def _fresh(self) -> Given:
        unit_id = self.callers.unit_id(self.unit)
        return Given(self.unit, unit_id, self.canary, next(_NUMBERS), {})

    async def _given(self, step: Step, given: Given) -> Given:
        refs = await self._refs(step)
        return Given(given.unit, given.unit_id, given.canary, next(_NUMBERS), refs)

    async def _refs(self, step: Step) -> dict[str, str]:
        """The records, or the person, that a body names."""
        if step.person:
            person = self.callers.person(step.person, self.unit)
            return {key: person[key] for key in ("username", "password")}
        return {
            ref: self.shared[maker] if maker in self.shared else await self._shared(maker)
            for ref, maker in step.refs.items()
        }

    async def _shared(self, maker: str) -> str:
        made = await self.make(maker)
        if maker in _SHARED:
            self.shared[maker] = made
        return made

    async def _done(self, ready: Ready) -> str:
        answer = await self.perform(ready)
        assert answer.is_success, f"{ready.op.id}: {answer.status_code} {answer.text[:600]}"
        return ready.step.take(answer.json())

    def _remember(self, answer: httpx.Response) -> None:
        tag = answer.headers.get("ETag")
        if tag and answer.is_success and answer.headers["content-type"] == "application/json":
            self.etags[answer.json()["id"]] = tag

    def _etag(self, ids: Mapping[str, str]) -> str | None:
        """The version of the record that the last path parameter names."""
        last = list(ids.values())[-1:]
        return self.etags.get(last[0]) if last else None


def _follow(caller: Caller, answer: httpx.Response) -> None:
    """Go on with the session that this answer put in place of the caller's."""
    caller.cookies.delete(elsewhere.COOKIE) if elsewhere.COOKIE in caller.cookies else None
    if caller.cookies:
        ((name, value),) = caller.cookies.items()
        said = answer.json()
        caller.headers["Cookie"] = f"{name}={value}"
        caller.headers["X-CSRF-Token"] = said.get("session", said)["csrf_token"]
        caller.cookies.clear()
