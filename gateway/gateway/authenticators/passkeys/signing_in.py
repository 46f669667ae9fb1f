"""Sign in, or prove it again, with a passkey: the device has it and has verified the person, so it
is two factors by itself, and strangers who fail somebody's password do not close this way."""

from typing import Any

from fastapi import APIRouter, Request
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from chassis.authz import allow
from chassis.db import now
from chassis.errors import NotAuthenticated
from chassis.routing import Operation
from gateway import roles
from gateway.accounts.models import Account
from gateway.authenticators.passkeys import queries
from gateway.authenticators.passkeys.rules import decoded
from gateway.authenticators.passkeys.schemas import AssertionIn, ChallengeOut
from gateway.edge.errors import TooManyTries
from gateway.edge.visit import AtDoor
from gateway.running import Here, Running
from gateway.sessions import cookies, noting
from gateway.sessions import queries as sessions
from gateway.sessions.routes import current
from gateway.sessions.schemas import SessionOut
from gateway.sessions.signing_in import New, Then, where
from gateway.sessions.tokens import digest
from gateway.throttles import queries as throttles
from gateway.throttles.rules import of_address

router = APIRouter(prefix="/v1/sessions", tags=["sessions"], route_class=Operation)
_REFUSED: dict[int | str, dict[str, Any]] = {
    401: {"description": "The passkey is not one of an open account, or its answer is not good."},
    429: {"description": "Too many tries; Retry-After says when."},
}


@router.post(
    "/passkey/challenge",
    status_code=201,
    response_model=ChallengeOut,
    **allow(roles.PUBLIC, scope="public"),
)
async def begin_passkey_session(here: Here) -> ChallengeOut:
    """What a device is asked to sign in, or to prove it again. It names nobody."""
    return here.passkeys.challenge(now())


@router.post(
    "/passkey",
    status_code=201,
    response_model=SessionOut,
    responses=_REFUSED,
    **allow(roles.PUBLIC, scope="public"),
)
async def create_passkey_session(
    body: AssertionIn, here: Here, visit: AtDoor, request: Request
) -> Response:
    """Sign in with a passkey alone. The session arrives in an HttpOnly cookie."""
    said = where(request)
    earlier = cookies.token(here, visit)
    previous = digest(earlier) if earlier else None

    async def begin(tx: AsyncSession, account: Account, _: bool) -> New:
        if previous is not None:
            await sessions.end(tx, previous)
        noting.note(tx, account, noting.SIGNED_IN, said.operation, **said.told, has_otp=True)
        return await sessions.begin(tx, account, said.agent, has_otp=True)

    new = await _prove(here, body, request, begin)
    return cookies.answer(*await cookies.begun(here, new, previous), 201)


@router.post(
    "/current/confirm/passkey",
    response_model=SessionOut,
    responses=_REFUSED,
    **allow(*roles.ALL, scope="own"),
)
async def confirm_passkey_session(
    body: AssertionIn, here: Here, visit: AtDoor, request: Request
) -> Response:
    """Prove again who is sitting here, with a passkey. The session goes on under a new cookie."""
    mine, said = await current(here, visit), where(request)

    async def renew(tx: AsyncSession, account: Account, _: bool) -> New:
        if account.id != mine.caller.id:
            raise NotAuthenticated("sessions.passkey_wrong")
        noting.note(tx, account, noting.CONFIRMED, said.operation, **said.told, has_otp=True)
        return await sessions.renew(tx, mine.digest, account, has_otp=True)

    new = await _prove(here, body, request, renew)
    return cookies.answer(*await cookies.begun(here, new, mine.digest), 200)


async def _prove(here: Running, body: AssertionIn, request: Request, then: Then[New]) -> New:
    """What `then` does for the account whose passkey answered; else 401, and the try is counted by
    address and in all, never by name."""
    said = where(request)
    buckets = (of_address(said.address, here.proving.per_address), here.proving.all)
    async with here.sessions.begin() as tx:
        await throttles.lock(tx, buckets[0])
        if seconds := await throttles.wait(tx, buckets, now()):
            raise TooManyTries("sessions.too_many_tries", seconds)
        passkey, account = await queries.by_credential(tx, decoded(body.credential_id))
        challenge = here.passkeys.asserted(body, passkey, now()) if passkey else None
        is_first = challenge is not None and await queries.answer(tx, challenge, now())
        if is_first and account is not None:
            return await then(tx, account, True)
        await throttles.count(tx, buckets, now())
        noting.note(tx, account, noting.REFUSED, said.operation, **said.told)
    raise NotAuthenticated("sessions.passkey_wrong")
