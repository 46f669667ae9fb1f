"""Whoever tries a program out asks for a union of its own, and for another one to begin anew.

Nothing is ever removed from a change log, so a sandbox is not emptied: the next one is empty.
"""

from fastapi import APIRouter
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.act import Act
from chassis.db import Tx, now
from chassis.errors import NotAllowed, RuleViolation
from chassis.ids import new_id
from chassis.routing import Operation
from chassis.wire import etag
from gateway import roles
from gateway.clients import rules as clients
from gateway.clients.models import Client
from gateway.clients.schemas import ClientOut, NewClientOut
from gateway.edge.visit import AtDoor
from gateway.running import Here
from gateway.sandboxes import queries, rules, unions
from gateway.sandboxes.schemas import SandboxIn

router = APIRouter(prefix="/v1/sandboxes", tags=["sandboxes"], route_class=Operation)


@router.post(
    "",
    status_code=201,
    response_model=NewClientOut,
    **allow(roles.ADMIN, roles.INTEGRATOR, scope="unit"),
)
async def create_sandbox(body: SandboxIn, tx: Tx, act: Act, here: Here, visit: AtDoor) -> Response:
    """A new, empty union and its program, for a day; in a demonstration only. The secret is in this
    answer and nowhere else."""
    if not here.is_demonstration:
        raise NotAllowed("sandboxes.not_here")
    if visit.caller is not None and visit.caller.kind == "client":
        rules.require_scopes(body.scopes, visit.caller.scopes)
    if await queries.count(tx, now()) >= rules.MOST:
        raise RuleViolation("sandboxes.too_many", limit=rules.MOST)
    act.key = None  # as with a client: a repeat makes another one, whose secret arrives
    unit, secret = new_id(), clients.new_secret()
    await unions.enter(here, unit, rules.code(unit), body.name)
    client = Client(
        id=new_id(),
        client_id=rules.client_id(unit),
        name=body.name,
        secret_digest=clients.digest(secret),
        secret_expires_at=now() + rules.LASTS,
        unit_id=unit,
        unit_code=rules.code(unit),
        national=False,
        scopes=body.scopes,
    )
    made = await act.create(client, ClientOut.of)
    shown = NewClientOut(**ClientOut.of(client).model_dump(), client_secret=secret)
    place = made.headers["location"].replace("/sandboxes/", "/clients/")
    headers = {"Location": place, "ETag": etag(client.version)}
    return Response(shown.model_dump_json(), 201, headers, "application/json")
