"""A union went into another: its accounts and clients follow, all in one transaction, and from
then on the other one's staff see its records (docs/adr/0017).

The registry says which union succeeds which; the gateway does not ask it, because the two share
nothing. An administrator of the national union says it here, on the day on which it takes effect.
"""

from fastapi import APIRouter
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.act import Act
from chassis.db import Tx
from chassis.errors import RuleViolation
from chassis.routing import Operation
from gateway import roles
from gateway.moves import actions
from gateway.moves.schemas import MoveIn, MoveOut
from gateway.running import Here

router = APIRouter(prefix="/v1/moves", tags=["moves"], route_class=Operation)


@router.post("", response_model=MoveOut, **allow(roles.ADMIN, scope="national", step_up=True))
async def move_unit(body: MoveIn, tx: Tx, act: Act, here: Here) -> Response:
    """Move all accounts, clients and webhooks of a unit to another, whose staff see its records
    from now on. People sign in again; tokens of programs speak for the new unit from their next
    use. The log, and every record, keeps the unit it was of. Where somebody who decides would move
    along, two administrators agree first: `/v1/move-requests`."""
    actions.require_national(act.actor)
    moving = await actions.gather(tx, body)
    if moving.has_deciders:
        raise RuleViolation("moves.second_admin")
    await actions.carry_out(tx, act, here, body, moving, body.reason)
    out = MoveOut(
        **body.columns("reason"),
        accounts=len(moving.accounts),
        clients=len(moving.clients),
        webhooks=len(moving.webhooks),
    )
    return Response(out.model_dump_json(), media_type="application/json")
