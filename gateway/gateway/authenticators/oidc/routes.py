"""People link the account they have at the provider, and unlink it."""

from uuid import UUID

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
from gateway.authenticators.oidc import queries, rules, ways
from gateway.authenticators.oidc.models import Identity
from gateway.authenticators.oidc.schemas import (
    IdentitiesOut,
    IdentityChosenIn,
    IdentityOut,
    ReturnIn,
    WayOut,
)
from gateway.edge.visit import AtDoor
from gateway.running import Here
from gateway.sessions.routes import current
from gateway.throttles import queries as throttles

router = APIRouter(prefix="/v1/authenticators/oidc", tags=["authenticators"], route_class=Operation)
_MINE = allow(*roles.ALL, scope="own")
_JUST_PROVED = allow(*roles.ALL, scope="own", step_up=True)


@router.get("", response_model=IdentitiesOut, **_MINE)
async def list_identities(here: Here, visit: AtDoor, tx: Tx) -> IdentitiesOut:
    """The accounts elsewhere that open the caller's."""
    mine = await current(here, visit)
    return await _all(tx, mine.caller.id)


@router.post("/begin", status_code=201, response_model=WayOut, **_JUST_PROVED)
async def begin_identity(here: Here, visit: AtDoor) -> Response:
    """Where the browser goes to prove an account there. It proves it anew: whoever else is signed
    in there is not linked by mistake."""
    mine = await current(here, visit)
    return await ways.begin(here, rules.linking(mine.caller.id), fresh=True)


@router.post("", status_code=201, response_model=IdentitiesOut, **_JUST_PROVED)
async def add_identity(body: ReturnIn, here: Here, visit: AtDoor, request: Request) -> Response:
    """Link the account that was proved at the provider. From now on it opens the caller's."""
    mine = await current(here, visit)
    found = await ways.end(here, visit, body, request, rules.linking(mine.caller.id))
    issuer = ways.provider(here).told.issuer
    async with here.sessions.begin() as tx:
        if isinstance(found, str):
            await throttles.count(tx, ways.buckets(here, request), now())
        else:
            account = await accounts.hold(tx, mine.caller.id)
            if any(one.issuer == issuer for one in await queries.of(tx, account.id)):
                raise RuleViolation("authenticators.identity_there")
            if await queries.is_taken(tx, issuer, found.subject):
                raise RuleViolation("authenticators.identity_taken")
            tx.add(
                Identity(
                    id=new_id(),
                    account_id=account.id,
                    issuer=issuer,
                    subject=found.subject,
                    shown_as=found.shown_as,
                    created_at=now(),
                    last_used_at=None,
                )
            )
            note(tx, request, account, "add_identity")
            out = await _all(tx, account.id)
    if isinstance(found, str):
        raise RuleViolation("authenticators.identity_refused")
    return ways.over(here, Response(out.model_dump_json(), 201, media_type="application/json"))


@router.post("/remove", response_model=IdentitiesOut, **_JUST_PROVED)
async def remove_identity(
    body: IdentityChosenIn, here: Here, visit: AtDoor, tx: Tx, request: Request
) -> IdentitiesOut:
    """Link it no more. The password stays, and opens the account as before."""
    mine = await current(here, visit)
    account = await accounts.hold(tx, mine.caller.id)
    await tx.delete(await queries.mine(tx, account.id, body.id))
    note(tx, request, account, "remove_identity")
    return await _all(tx, account.id)


async def _all(tx: Tx, account_id: UUID) -> IdentitiesOut:
    await tx.flush()
    found = await queries.of(tx, account_id)
    return IdentitiesOut(items=[IdentityOut.model_validate(one) for one in found])
