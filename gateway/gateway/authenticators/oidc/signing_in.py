"""Sign in with an account at the provider. It opens an account here that its owner linked to it;
none is ever made for a stranger."""

from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from chassis.authz import allow
from chassis.db import now
from chassis.errors import NotAuthenticated, Refusal
from chassis.routing import Operation
from gateway import roles
from gateway.accounts.models import Account
from gateway.authenticators import queries as authenticators
from gateway.authenticators.oidc import queries, rules, ways
from gateway.authenticators.oidc.queries import Linked
from gateway.authenticators.oidc.rules import Said
from gateway.authenticators.oidc.schemas import ProviderOut, ReturnIn, SecondIn, WayOut
from gateway.authenticators.passkeys import queries as challenges
from gateway.authenticators.passkeys.rules import LIFE, decoded, encoded, is_good, new_challenge
from gateway.edge.visit import AtDoor, Visit
from gateway.running import Here, Running
from gateway.sessions import cookies, noting
from gateway.sessions import queries as sessions
from gateway.sessions.schemas import SessionOut
from gateway.sessions.signing_in import New, Tried, where
from gateway.sessions.tokens import digest
from gateway.throttles import queries as throttles

router = APIRouter(prefix="/v1/sessions/oidc", tags=["sessions"], route_class=Operation)
_OPEN = allow(roles.PUBLIC, scope="public")
_AWAY: dict[int | str, dict[str, Any]] = {
    503: {"description": "The provider does not answer; Retry-After says when to try again."}
}
_REFUSED: dict[int | str, dict[str, Any]] = {
    401: {"description": "Not this browser's, not in time, not vouched for, or not linked here."},
    429: {"description": "Too many tries; Retry-After says when."},
}


@router.get("", response_model=ProviderOut, **_OPEN)
async def get_oidc(here: Here) -> ProviderOut:
    """Whether there is a provider to sign in at, and what it is called."""
    told = here.oidc.told if here.oidc else None
    return ProviderOut(is_on=told is not None, name=told.name or None if told else None)


@router.post("/begin", status_code=201, response_model=WayOut, responses=_AWAY, **_OPEN)
async def begin_oidc_session(here: Here) -> Response:
    """Where the browser goes to sign in. It comes back to `/sign-in/oidc` of the app."""
    return await ways.begin(here, rules.SIGN_IN, fresh=False)


@router.post(
    "", status_code=201, response_model=SessionOut, responses={**_REFUSED, **_AWAY}, **_OPEN
)
async def create_oidc_session(
    body: ReturnIn, here: Here, visit: AtDoor, request: Request
) -> Response:
    """Sign in with what the provider gave. 401 `sessions.otp_required`: it vouched for this
    person, and the second factor of this house is still missing; see `…/otp`."""
    found = await ways.end(here, visit, body, request, rules.SIGN_IN)
    issuer = ways.provider(here).told.issuer
    refusal: Refusal | None
    new: New | None = None
    async with here.sessions.begin() as tx:
        if isinstance(found, str):
            refusal = await _refused(tx, here, request, found)
        elif (who := await queries.by_subject(tx, issuer, found.subject)) is None:
            refusal = await _refused(tx, here, request, "sessions.oidc_unknown")
        else:
            refusal, has_otp = await _second(tx, here, request, who, found)
            if refusal is None:
                proved = rules.authenticated_at(found.proved_at, now()), has_otp
                new = await _enter(tx, here, visit, request, who, *proved)
    return await _entered(here, visit, new, refusal)


@router.post("/otp", status_code=201, response_model=SessionOut, responses=_REFUSED, **_OPEN)
async def prove_oidc_session(
    body: SecondIn, here: Here, visit: AtDoor, request: Request
) -> Response:
    """The second factor of somebody whom the provider vouched for in this browser just now."""
    issuer = ways.provider(here).told.issuer
    refusal: Refusal | None
    new: New | None = None
    identity_id, proved_at, challenge = _read(here, visit)
    async with here.sessions.begin() as tx:
        await ways.refuse_tired(tx, here, request)
        who = await queries.by_id(tx, issuer, identity_id) if identity_id else None
        if who is None:
            refusal = await _refused(tx, here, request, "sessions.oidc_stale")
        else:
            at = _tried(who[1], body.otp, request)
            both = ways.buckets(here, request)
            refusal, has_otp = await here.proving.second(tx, who[1], at, both)
            if refusal is not None:
                note = where(request)
                noting.note(tx, who[1], noting.REFUSED, note.operation, **note.told, by="oidc")
            elif not await challenges.answer(tx, challenge, now()):
                refusal = NotAuthenticated("sessions.oidc_stale")
            else:
                proved = rules.authenticated_at(proved_at or None, now()), has_otp
                new = await _enter(tx, here, visit, request, who, *proved)
    return await _entered(here, visit, new, refusal)


async def _refused(tx: AsyncSession, here: Running, request: Request, code: str) -> Refusal:
    """Nobody of this house: counted, and noted as nobody's."""
    at = where(request)
    await throttles.count(tx, ways.buckets(here, request), now())
    noting.note(tx, None, noting.REFUSED, at.operation, **at.told, by="oidc")
    return NotAuthenticated(code)


async def _second(
    tx: AsyncSession, here: Running, request: Request, who: Linked, found: Said
) -> tuple[Refusal | None, bool]:
    """Whether a second factor was proved; a refusal while one of ours is missing. What the
    provider says of its own counts where the house was told so."""
    if found.is_strong:
        return None, True
    identity, account = who
    both = ways.buckets(here, request)
    refusal, _ = await here.proving.second(tx, account, _tried(account, None, request), both)
    if refusal is None:
        return None, False
    if await authenticators.confirmed(tx, account.id) is None:
        return NotAuthenticated("sessions.oidc_needs_passkey"), False
    # the code at the provider is used up: that it vouched is kept for as long as typing takes
    return ways.carrying(refusal, _vouched(here, identity.id, found.proved_at or 0)), False


def _vouched(here: Running, identity_id: UUID, proved_at: int) -> str:
    purpose = rules.second(identity_id, proved_at)
    challenge = new_challenge(here.oidc_key, purpose, now())
    return ways.kept(here, f"{identity_id}.{proved_at}.{encoded(challenge)}", LIFE)


def _read(here: Running, visit: Visit) -> tuple[UUID | None, int, bytes]:
    """What `_vouched` keeps in the browser; no id for what is not ours or too old."""
    name, _, rest = ways.said(here, visit).partition(".")
    proved_at, _, text = rest.partition(".")
    challenge = decoded(text)
    purpose = f"{rules.SECOND} {name} {proved_at}"
    if not is_good(here.oidc_key, purpose, challenge, now()):
        return None, 0, b""
    return UUID(name), int(proved_at), challenge


def _tried(account: Account, otp: str | None, request: Request) -> Tried:
    at = where(request)
    return Tried(account.username, "", otp, at.address, at.agent, at.operation)


async def _enter(
    tx: AsyncSession,
    here: Running,
    visit: Visit,
    request: Request,
    who: Linked,
    authenticated_at: datetime,
    has_otp: bool,
) -> New:
    """A new session; an earlier one of this browser ends."""
    identity, account = who
    earlier, at = cookies.token(here, visit), where(request)
    if earlier is not None:
        await sessions.end(tx, digest(earlier))
    identity.last_used_at = now()
    noting.note(tx, account, noting.SIGNED_IN, at.operation, **at.told, has_otp=has_otp, by="oidc")
    return await sessions.begin(
        tx, account, at.agent, has_otp=has_otp, authenticated_at=authenticated_at
    )


async def _entered(
    here: Running, visit: Visit, new: New | None, refusal: Refusal | None
) -> Response:
    """The answer; a refusal is raised here, after the transaction: its failure stays counted."""
    if new is None:
        raise refusal or NotAuthenticated("sessions.oidc_refused")
    earlier = cookies.token(here, visit)
    previous = digest(earlier) if earlier else None
    return ways.over(here, cookies.answer(*await cookies.begun(here, new, previous), 201))
