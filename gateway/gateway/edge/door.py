"""The door: reads a request once, decides whose it is, and lets it through."""

import logging
from dataclasses import dataclass
from urllib.parse import unquote

from fastapi import FastAPI
from starlette.types import Message, Receive, Scope, Send

from chassis import problems
from chassis.db import now
from chassis.errors import NotFound, Refusal
from chassis.logs import request_id
from gateway.edge import budgets, denied, headers, ids, limits, paths
from gateway.edge.caller import Caller
from gateway.edge.errors import WrongMethod
from gateway.edge.headers import Inbound
from gateway.edge.onward import Onward
from gateway.edge.security import Headers
from gateway.edge.table import OWN, PUBLIC, Target
from gateway.edge.visit import KEY, Visit
from gateway.running import Running

log = logging.getLogger("gateway.edge")

METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
ALLOW = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"
# A cookie of before is looked at by none of these: they begin a session, or lead to one.
SIGN_IN = frozenset(
    ("POST", OWN, f"/v1/sessions{way}")
    for way in ("", "/passkey", "/passkey/challenge", "/oidc", "/oidc/begin", "/oidc/otp")
)


@dataclass(slots=True)
class Passage:
    """One request on its way through the door."""

    running: Running
    rid: str
    scope: Scope
    receive: Receive
    send: Send
    caller: Caller | None = None  # once it is known

    @property
    def address(self) -> str:
        """The other end of the connection: what a header claims, anybody can write."""
        client = self.scope.get("client")
        return client[0] if client else "unknown"

    async def answer(self, status: int, head: Headers, body: bytes) -> None:
        """Answer from the door itself, with what every answer carries."""
        complete = self.running.security.complete(head, self.rid)
        await self.send({"type": "http.response.start", "status": status, "headers": complete})
        shown = b"" if self.scope["method"] == "HEAD" else body
        await self.send({"type": "http.response.body", "body": shown})

    async def stamped(self, message: Message) -> None:
        """`send` for our own application: its answers carry what every answer carries."""
        if message["type"] == "http.response.start":
            kept = [(name, value) for name, value in message["headers"] if name != b"x-request-id"]
            complete = self.running.security.complete(kept, self.rid)
            message = {**message, "headers": complete}
        await self.send(message)


class Door:
    """`own` is the gateway's own application, built like a service's; its lifespan is ours."""

    def __init__(self, own: FastAPI) -> None:
        self.own = own
        self.openapi = own.openapi  # the contract that `chassis.contract` writes down

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.own(scope, receive, send)
        elif scope["type"] == "http":
            rid = ids.request_id()
            request_id.set(rid)
            await self._receive(Passage(self.own.state.running, rid, scope, receive, send))

    async def _receive(self, passage: Passage) -> None:
        try:
            await self._let_in(passage)
        except Refusal as refusal:
            await self._refuse(passage, refusal)
        except Exception:
            log.exception("unhandled at the door")
            await self._refuse(passage, Refusal("internal"))

    async def _let_in(self, passage: Passage) -> None:
        """Everything that is checked before anybody is asked anything."""
        scope, running = passage.scope, passage.running
        path = paths.check(scope["raw_path"], scope["query_string"])
        inbound = headers.read(scope["headers"])
        limit = limits.body_limit(inbound)
        if scope["method"] not in METHODS:
            raise WrongMethod(scope["method"], ALLOW)
        target = running.table.find(path)
        if target is not None:
            running.proxy.refuse_a_crowd(target.service)
            await self._through(passage, target, inbound, limit)
        elif running.table.is_ours(path):
            raise NotFound("route.unknown")
        elif scope["method"] in ("GET", "HEAD"):
            await passage.answer(*running.pages.answer(path, inbound))
        else:
            raise WrongMethod(scope["method"], "GET, HEAD")

    async def _through(
        self, passage: Passage, target: Target, inbound: Inbound, limit: int
    ) -> None:
        """Find out who is calling, say so in a signed header, and hand the request on."""
        running, scope = passage.running, passage.scope
        method: str = scope["method"]
        if method == "OPTIONS":
            # No other origin is ever allowed: a preflight learns nothing. Which methods an address
            # takes, its service knows: a wrong one is answered 405 with Allow.
            await passage.answer(204, [], b"")
            return
        caller = None
        if not target.anonymous:
            signing_in = (method, target.service, target.path) in SIGN_IN
            caller = await running.callers.find(inbound, method, signing_in=signing_in)
            passage.caller = caller
        _count(passage, target, inbound, caller)
        if caller is not None:
            running.guard.check(caller, method, target, now())
        told = await _told(passage, target, inbound, caller)
        if target.service == OWN:
            visit = Visit(inbound, caller)
            await self.own(_rewritten(scope, target, told, visit), passage.receive, passage.stamped)
            return
        query = scope["query_string"].decode("ascii")
        onward = Onward(
            service=target.service,
            method=method,
            address=f"{target.path}?{query}" if query else target.path,
            headers=told,
            seconds=running.table.seconds(target.service, target.path, inbound.get(b"accept")),
            limit=limit,
        )
        await running.proxy.forward(
            onward, running.security, passage.rid, passage.receive, passage.send
        )

    async def _refuse(self, passage: Passage, refusal: Refusal) -> None:
        state, path = self.own.state, passage.scope["path"]
        denied.tell(state.denials, refusal, passage.caller, path, passage.address)
        given = (v for k, v in passage.scope["headers"] if k == b"accept-language")
        accept = next(given, b"").decode("latin-1")
        answer = problems.response(state.sentences, refusal, accept)
        await passage.answer(answer.status_code, list(answer.raw_headers), bytes(answer.body))


def _count(passage: Passage, target: Target, inbound: Inbound, caller: Caller | None) -> None:
    """Spend from the budgets that this request comes from; say in the answer what is left, and
    refuse what is too much."""
    running = passage.running
    spent = running.budgets.spend(
        caller,
        passage.address,
        public=target.prefix == PUBLIC,
        export=running.table.is_export(inbound.get(b"accept")),
    )
    if not spent:
        return
    send, told = passage.send, budgets.headers(spent)

    async def telling(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message["headers"], *told]}
        await send(message)

    passage.send = telling
    budgets.require(spent)


async def _told(
    passage: Passage, target: Target, inbound: Inbound, caller: Caller | None
) -> list[tuple[str, str]]:
    """The headers for a service: the client's that may pass, then ours, which it may believe."""
    told = [
        *inbound.passed,
        ("x-request-id", passage.rid),
        ("x-forwarded-for", passage.address),
        ("x-forwarded-proto", "https" if passage.running.settings.is_https else "http"),
        ("x-forwarded-host", inbound.get(b"host")),
        ("x-forwarded-prefix", target.prefix),
    ]
    if caller is not None:
        token = await passage.running.mint.token(caller, target.service, passage.address)
        told.append(("authorization", f"Bearer {token}"))
    return told


def _rewritten(scope: Scope, target: Target, told: list[tuple[str, str]], visit: Visit) -> Scope:
    """The scope as our own application sees it: the same hygiene as for a service."""
    raw = [(name.encode("ascii"), value.encode()) for name, value in told]
    raw.append((b"host", visit.inbound.seen[b"host"]))
    path, raw_path = unquote(target.path), target.path.encode("ascii")
    return {**scope, "path": path, "raw_path": raw_path, "headers": raw, KEY: visit}
