"""`/readyz` at the door: whether this process can serve, and how each service is."""

import asyncio
from typing import Literal

from fastapi import APIRouter, Request
from sqlalchemy import text

from chassis.authz import allow
from chassis.errors import Refusal, Unavailable
from chassis.reader import Read, Statement
from chassis.routing import Operation
from chassis.wire import Out
from gateway.edge.onward import question
from gateway.roles import PUBLIC
from gateway.running import Here, Running

router = APIRouter(prefix="/v1", route_class=Operation, include_in_schema=False)

ASK_SECONDS = 2.0
_PING = Statement(text("SELECT 1"))


class ReadyOut(Out):
    """`degraded`: the door serves, some service does not."""

    status: Literal["ok", "degraded"]
    services: dict[str, str]


async def _state(here: Running, service: str) -> str:
    onward = question(service, "/readyz", ASK_SECONDS)
    try:
        async with asyncio.timeout(ASK_SECONDS):
            status, _, _ = await here.proxy.ask(onward)
    except (Refusal, TimeoutError):
        return "unavailable"
    return "ok" if status == 200 else "unavailable"


@router.get("/readiness", response_model=ReadyOut, **allow(PUBLIC, scope="public"))
async def get_readiness(here: Here, request: Request, read: Read) -> ReadyOut:
    """200 while the gateway itself can serve: a service away must not take the others along."""
    if request.app.state.stop.is_set():
        raise Unavailable("busy")
    await read.value(_PING)
    names = list(here.table.urls)
    states = await asyncio.gather(*(_state(here, name) for name in names))
    services = dict(zip(names, states, strict=True))
    worst = all(state == "ok" for state in states)
    return ReadyOut(status="ok" if worst else "degraded", services=services)
