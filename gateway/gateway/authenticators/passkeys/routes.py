"""People keep their own passkeys: add, name and remove them."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from chassis.authz import allow
from chassis.db import Tx, now
from chassis.errors import RuleViolation
from chassis.ids import new_id
from chassis.routing import Operation
from gateway import roles
from gateway.accounts import queries as accounts
from gateway.accounts.noting import note
from gateway.authenticators import queries as authenticators
from gateway.authenticators.passkeys import queries, rules
from gateway.authenticators.passkeys.ceremony import ALGORITHMS
from gateway.authenticators.passkeys.models import Passkey
from gateway.authenticators.passkeys.schemas import (
    AddedPasskeyOut,
    ChosenIn,
    NewPasskeyIn,
    NewPasskeyOptionsOut,
    PasskeyOut,
    PasskeysOut,
    RenameIn,
)
from gateway.authenticators.rules import ISSUER, needs_otp
from gateway.edge.visit import AtDoor
from gateway.running import Here
from gateway.sessions import cookies
from gateway.sessions import queries as sessions
from gateway.sessions.routes import current

router = APIRouter(
    prefix="/v1/authenticators/passkeys", tags=["authenticators"], route_class=Operation
)
_MINE = allow(*roles.ALL, scope="own")
_JUST_PROVED = allow(*roles.ALL, scope="own", step_up=True)


@router.get("", response_model=PasskeysOut, **_MINE)
async def list_passkeys(here: Here, visit: AtDoor, tx: Tx) -> PasskeysOut:
    """The caller's passkeys, the eldest first."""
    mine = await current(here, visit)
    return await _all(tx, mine.caller.id)


@router.post("/begin", status_code=201, response_model=NewPasskeyOptionsOut, **_JUST_PROVED)
async def begin_passkey(here: Here, visit: AtDoor, tx: Tx) -> NewPasskeyOptionsOut:
    """What a device is asked for a new passkey. It counts when its answer came back."""
    mine = await current(here, visit)
    held = await queries.of(tx, mine.caller.id)
    if len(held) >= rules.PER_ACCOUNT:
        raise RuleViolation("authenticators.too_many_passkeys", limit=rules.PER_ACCOUNT)
    asked = here.passkeys.challenge(now(), mine.caller.id)
    return NewPasskeyOptionsOut(
        **asked.model_dump(),
        rp_name=ISSUER,
        user_id=rules.encoded(mine.caller.id.bytes),
        username=mine.username,
        name=mine.caller.name,
        exclude=[rules.encoded(one.credential_id) for one in held],
        algorithms=ALGORITHMS,
    )


@router.post("", status_code=201, response_model=AddedPasskeyOut, **_JUST_PROVED)
async def add_passkey(body: NewPasskeyIn, here: Here, visit: AtDoor, request: Request) -> Response:
    """Keep a new passkey. From now on a password alone does not open the account."""
    mine = await current(here, visit)
    made = here.passkeys.registered(body, mine.caller.id, now())
    if made is None:
        raise RuleViolation("authenticators.passkey_refused")
    async with here.sessions.begin() as tx:
        account = await accounts.hold(tx, mine.caller.id)
        if await queries.count(tx, account.id) >= rules.PER_ACCOUNT:
            raise RuleViolation("authenticators.too_many_passkeys", limit=rules.PER_ACCOUNT)
        if not await queries.answer(tx, made.challenge, now()):
            raise RuleViolation("authenticators.passkey_refused")
        if await queries.is_there(tx, made.credential_id):
            raise RuleViolation("authenticators.passkey_there")
        passkey = Passkey(
            id=new_id(),
            account_id=account.id,
            name=body.name,
            credential_id=made.credential_id,
            public_key=made.public_key,
            sign_count=made.sign_count,
            created_at=now(),
            last_used_at=None,
        )
        tx.add(passkey)
        note(tx, request, account, "add_passkey")
        new = await sessions.renew(tx, mine.digest, account, has_otp=True)
    shown, cookie = await cookies.begun(here, new, mine.digest)
    out = AddedPasskeyOut(passkey=PasskeyOut.model_validate(passkey), session=shown)
    return Response(out.model_dump_json(), 201, {"Set-Cookie": cookie}, "application/json")


@router.post("/rename", response_model=PasskeysOut, **_MINE)
async def rename_passkey(
    body: RenameIn, here: Here, visit: AtDoor, tx: Tx, request: Request
) -> PasskeysOut:
    """Call one of the caller's passkeys something else."""
    mine = await current(here, visit)
    account = await accounts.hold(tx, mine.caller.id)
    (await queries.mine(tx, account.id, body.id)).name = body.name
    note(tx, request, account, "rename_passkey")
    return await _all(tx, account.id)


@router.post("/remove", response_model=PasskeysOut, **_JUST_PROVED)
async def remove_passkey(
    body: ChosenIn, here: Here, visit: AtDoor, tx: Tx, request: Request
) -> PasskeysOut:
    """Do without one of the caller's passkeys; where a second factor is demanded, one stays."""
    mine = await current(here, visit)
    account = await accounts.hold(tx, mine.caller.id)
    passkey = await queries.mine(tx, account.id, body.id)
    is_last = await queries.count(tx, account.id) == 1
    has_otp = await authenticators.confirmed(tx, account.id) is not None
    if is_last and not has_otp and here.guard.asks_otp and needs_otp(mine.caller.roles):
        raise RuleViolation("authenticators.must_stay")
    await tx.delete(passkey)
    note(tx, request, account, "remove_passkey")
    return await _all(tx, account.id)


async def _all(tx: Tx, account_id: object) -> PasskeysOut:
    await tx.flush()
    found = await queries.of(tx, account_id)  # type: ignore[arg-type]
    return PasskeysOut(items=[PasskeyOut.model_validate(one) for one in found])
