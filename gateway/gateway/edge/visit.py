"""What the door knows of a request, handed to the gateway's own routes: services never see it."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from gateway.edge.caller import Caller
from gateway.edge.headers import Inbound

KEY = "gateway.visit"


@dataclass(frozen=True, slots=True)
class Visit:
    """The headers as they came in, cookies and credentials included, and who the door found."""

    inbound: Inbound
    caller: Caller | None


async def visit(request: Request) -> Visit:
    found: Visit = request.scope[KEY]
    return found


AtDoor = Annotated[Visit, Depends(visit)]
