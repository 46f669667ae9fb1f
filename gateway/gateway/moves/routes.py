"""A union went into another: its accounts and clients follow, all in one transaction, and from
then on the other one's staff see its records (docs/adr/0017).

The registry says which union succeeds which; the gateway does not ask it, because the two share
nothing. An administrator of the national union says it here, on the day on which it takes effect.
"""

from fastapi import APIRouter
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.act import Act, Acting
from chassis.db import Tx
from chassis.errors import FieldProblem, NotAllowed, RuleViolation
from chassis.ids import new_id
from chassis.routing import Operation
from chassis.wire import RecordOut
from gateway import roles
from gateway.accounts.models import Account
from gateway.accounts.schemas import AccountOut
from gateway.clients.models import Client
from gateway.clients.schemas import ClientOut
from gateway.moves import queries
from gateway.moves.models import Succession
from gateway.moves.schemas import MoveIn, MoveOut, SuccessionOut
from gateway.running import Here
from gateway.webhooks.models import Webhook
from gateway.webhooks.schemas import WebhookOut

Moving = Account | Client | Webhook

router = APIRouter(prefix="/v1/moves", tags=["moves"], route_class=Operation)


@router.post("", response_model=MoveOut, **allow(roles.ADMIN, scope="national", step_up=True))
async def move_unit(body: MoveIn, tx: Tx, act: Act, here: Here) -> Response:
    """Move all accounts, clients and webhooks of a unit to another, whose staff see its records
    from now on. People sign in again; tokens of programs speak for the new unit from their next
    use. The log, and every record, keeps the unit it was of."""
    if not act.actor.national:
        raise NotAllowed("moves.national")
    if body.from_unit_id == body.to_unit_id:
        code = "moves.same_unit"
        raise RuleViolation(code, errors=[FieldProblem("/body/to_unit_id", code)])
    if await queries.codes_of(tx, body.to_unit_id) - {body.to_unit_code}:
        code = "moves.other_code"
        raise RuleViolation(code, errors=[FieldProblem("/body/to_unit_code", code)])
    accounts = await queries.accounts_of(tx, body.from_unit_id)
    clients = await queries.clients_of(tx, body.from_unit_id)
    webhooks = await queries.webhooks_of(tx, body.from_unit_id)
    moving: list[Moving] = [*accounts, *clients, *webhooks]
    if not moving:
        raise RuleViolation("moves.nobody")
    for one in moving:
        one.unit_id, one.unit_code = body.to_unit_id, body.to_unit_code
        one.touch()
    await queries.end_sessions(tx, accounts)
    await _succeed(tx, act, body)
    await tx.flush()
    for one in moving:
        act.log(one, _shown(one), "move", reason=body.reason)
    await tx.flush()
    here.lineage.forget()
    for account in accounts:
        here.live_sessions.forget_account(account.id)
    for client in clients:
        here.live_clients.forget(client.id)
    counts = {"accounts": len(accounts), "clients": len(clients)}
    counts["webhooks"] = len(webhooks)
    out = MoveOut(**body.columns("reason"), **counts)
    return Response(out.model_dump_json(), media_type="application/json")


async def _succeed(tx: AsyncSession, act: Acting, body: MoveIn) -> None:
    """Write down who comes after whom. A unit that takes others in is there (again)."""
    revived = await queries.succession_of(tx, body.to_unit_id)
    if revived is not None:
        await act.delete(revived, body.reason)
    found = await queries.succession_of(tx, body.from_unit_id)
    if found is None:
        found = Succession(id=new_id(), **body.columns("reason"))
        tx.add(found)
        await tx.flush()
    else:
        found.to_unit_id, found.to_unit_code = body.to_unit_id, body.to_unit_code
        found.touch()
    act.log(found, SuccessionOut.model_validate(found), "move", reason=body.reason)


def _shown(one: Moving) -> RecordOut:
    if isinstance(one, Account):
        return AccountOut.of(one)
    return ClientOut.of(one) if isinstance(one, Client) else WebhookOut.of(one)
