"""People look after their own proofs: the password, one-time codes, recovery codes."""

from typing import Any

from fastapi import APIRouter, Request
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from chassis.authz import allow
from chassis.db import Tx, now
from chassis.errors import FieldProblem, RuleViolation
from chassis.routing import Operation
from gateway import roles
from gateway.accounts import queries as accounts
from gateway.accounts.models import Account
from gateway.accounts.noting import note
from gateway.accounts.rules import SHORTEST, SHORTEST_WITH_OTP, password_problem
from gateway.authenticators import queries, rules
from gateway.authenticators.schemas import (
    AuthenticatorsOut,
    CodesOut,
    OtpIn,
    PasswordIn,
    ProofsIn,
    SecretOut,
)
from gateway.edge.errors import TooManyTries
from gateway.edge.visit import AtDoor
from gateway.running import Here
from gateway.sessions import cookies
from gateway.sessions import queries as sessions
from gateway.sessions.routes import current
from gateway.sessions.schemas import ProofIn, SessionOut
from gateway.sessions.signing_in import New, tried
from gateway.throttles import queries as throttles
from gateway.throttles.rules import of_codes

router = APIRouter(prefix="/v1/authenticators", tags=["authenticators"], route_class=Operation)
_MINE = allow(*roles.ALL, scope="own")
_TRIED: dict[int | str, dict[str, Any]] = {
    429: {"description": "Too many tries; Retry-After says when."}
}
_JUST_PROVED = allow(*roles.ALL, scope="own", step_up=True)


@router.get("", response_model=AuthenticatorsOut, **_MINE)
async def get_authenticators(here: Here, visit: AtDoor, tx: Tx) -> AuthenticatorsOut:
    """What the caller proves itself with."""
    mine = await current(here, visit)
    held = await queries.confirmed(tx, mine.caller.id)
    return AuthenticatorsOut(
        has_otp=held is not None,
        confirmed_at=held.confirmed_at if held else None,
        codes_left=await queries.codes_left(tx, mine.caller.id),
        must_have_otp=here.guard.asks_otp and rules.needs_otp(mine.caller.roles),
        shortest_password=SHORTEST_WITH_OTP if held else SHORTEST,
    )


@router.post("/otp", status_code=201, response_model=SecretOut, **_JUST_PROVED)
async def begin_otp(here: Here, visit: AtDoor, tx: Tx) -> SecretOut:
    """A new secret for an authenticator app. It counts when a code of it was confirmed."""
    mine = await current(here, visit)
    await accounts.hold(tx, mine.caller.id)
    if await queries.confirmed(tx, mine.caller.id) is not None:
        raise RuleViolation("authenticators.already_there")
    secret = rules.new_secret()
    await queries.begin(tx, here.sealer, mine.caller.id, secret, now())
    address = rules.address(secret, mine.username)
    return SecretOut(secret=secret, address=address, picture=rules.picture(address))


@router.post("/otp/confirm", response_model=CodesOut, responses=_TRIED, **_JUST_PROVED)
async def confirm_otp(body: OtpIn, here: Here, visit: AtDoor, request: Request) -> Response:
    """The app's first code. From now on sign-in asks for one; ten recovery codes are shown once."""
    mine = await current(here, visit)
    bucket = of_codes(str(mine.caller.id))
    codes = rules.new_codes()
    async with here.sessions.begin() as tx:
        account = await accounts.hold(tx, mine.caller.id)
        held = await queries.of(tx, mine.caller.id, lock=True)
        if held is None or held.confirmed_at is not None:
            raise RuleViolation("authenticators.not_begun")
        if seconds := await throttles.wait(tx, (bucket,), now()):
            raise TooManyTries("sessions.too_many_tries", seconds)
        fits = await queries.takes(tx, here.sealer, held, body.otp, now())
        if fits:
            held.confirmed_at = now()
            await queries.put_codes(tx, mine.caller.id, codes)
            note(tx, request, account, "confirm_otp")
            new = await sessions.renew(tx, mine.digest, account, has_otp=True)
        else:
            await throttles.count(tx, (bucket,), now())
    if not fits:
        raise RuleViolation(
            "authenticators.wrong_code",
            errors=[FieldProblem("/body/otp", "authenticators.wrong_code")],
        )
    return _codes(codes, *await cookies.begun(here, new, mine.digest))


@router.post("/otp/codes", response_model=CodesOut, responses=_TRIED, **_MINE)
async def renew_codes(body: ProofsIn, here: Here, visit: AtDoor, request: Request) -> Response:
    """Ten new recovery codes, shown once; the earlier ones open nothing from now on."""
    mine = await current(here, visit)
    codes = rules.new_codes()

    async def renew(tx: AsyncSession, account: Account, has_otp: bool) -> New:
        if not has_otp:
            raise RuleViolation("authenticators.not_there")
        await queries.put_codes(tx, account.id, codes)
        note(tx, request, account, "renew_codes")
        return await sessions.renew(tx, mine.digest, account, has_otp=True)

    said = tried(mine.username, ProofIn(password=body.password, otp=body.otp), request)
    new = await here.proving.prove(said, renew)
    return _codes(codes, *await cookies.begun(here, new, mine.digest))


@router.post("/otp/remove", response_model=SessionOut, responses=_TRIED, **_MINE)
async def remove_otp(body: ProofsIn, here: Here, visit: AtDoor, request: Request) -> Response:
    """Do without a second factor again. The password must then be long enough to stand alone."""
    mine = await current(here, visit)
    if here.guard.asks_otp and rules.needs_otp(mine.caller.roles):
        raise RuleViolation("authenticators.must_stay")

    async def remove(tx: AsyncSession, account: Account, has_otp: bool) -> New:
        if not has_otp:
            raise RuleViolation("authenticators.not_there")
        if password_problem(body.password, _personal(account)) is not None:
            raise RuleViolation("authenticators.password_too_weak_alone")
        await queries.remove(tx, account.id)
        note(tx, request, account, "remove_otp")
        return await sessions.renew(tx, mine.digest, account, has_otp=False)

    said = tried(mine.username, ProofIn(password=body.password, otp=body.otp), request)
    new = await here.proving.prove(said, remove)
    return cookies.answer(*await cookies.begun(here, new, mine.digest), 200)


@router.post("/password", response_model=SessionOut, responses=_TRIED, **_MINE)
async def change_password(
    body: PasswordIn, here: Here, visit: AtDoor, request: Request
) -> Response:
    """A new password. All other sessions of the account end; this one gets a new cookie."""
    mine = await current(here, visit)

    async def proved(
        tx: AsyncSession, account: Account, has_otp: bool
    ) -> tuple[Account, bool, bool]:
        return account, has_otp, await queries.confirmed(tx, account.id) is not None

    proof = ProofIn(password=body.password, otp=body.otp)
    said = tried(mine.username, proof, request, by_passkey=mine.caller.has_otp)
    account, has_otp, has_codes = await here.proving.prove(said, proved)
    # a passkey may go later: without codes the password must be able to stand alone
    problem = password_problem(body.new_password, _personal(account), has_otp=has_codes)
    if problem:
        raise RuleViolation(problem, errors=[FieldProblem("/body/new_password", problem)])
    stored = await here.passwords.make(body.new_password)
    async with here.sessions.begin() as tx:
        account = await accounts.hold(tx, mine.caller.id)
        new = await sessions.renew(tx, mine.digest, account, has_otp=has_otp)
        await sessions.end_others(tx, account.id, new[1].digest)
        account.password_hash = stored
        note(tx, request, account, "change_password")
    here.live_sessions.forget_account(mine.caller.id)
    return cookies.answer(*await cookies.begun(here, new, mine.digest), 200)


def _personal(account: Account) -> tuple[str, ...]:
    return (account.username, account.name, account.unit_code or "")


def _codes(codes: list[str], shown: SessionOut, cookie: str) -> Response:
    out = CodesOut(codes=codes, session=shown)
    return Response(out.model_dump_json(), 200, {"Set-Cookie": cookie}, "application/json")
