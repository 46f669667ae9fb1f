"""The union of a sandbox, entered in the registry as any other: what is of a unit needs one."""

from uuid import UUID

import orjson

from chassis.logs import request_id
from gateway.edge.caller import Caller
from gateway.edge.errors import BadUpstream
from gateway.edge.onward import Onward
from gateway.roles import INTEGRATOR
from gateway.running import Running

SERVICE, ADDRESS, SECONDS = "registry", "/v1/units", 10.0


async def enter(here: Running, unit: UUID, code: str, name: str) -> None:
    """Raises 502 when the registry does not take it: then nothing was made that anybody knows."""
    caller = Caller(
        key="sandboxes",
        kind="client",
        id=unit,
        name="Sandbox",
        roles=(INTEGRATOR,),
        unit_id=None,
        unit_code=None,
        national=True,
        scopes=(f"{SERVICE}:units:write",),
    )
    body = orjson.dumps(
        {
            "id": str(unit),
            "code": code,
            "name_vi": f"{name} (đơn vị thử nghiệm)",
            "name_en": f"{name} (sandbox)",
            "source": "Đơn vị hư cấu của bản minh họa",
        }
    )
    headers = [
        ("accept", "application/json"),
        ("content-type", "application/json"),
        ("authorization", f"Bearer {await here.mint.token(caller, SERVICE)}"),
        ("idempotency-key", unit.hex),
        ("x-request-id", request_id.get()),
    ]
    onward = Onward(SERVICE, "POST", ADDRESS, headers, SECONDS, len(body))
    status, _, _ = await here.proxy.ask(onward, body)
    if status != 201:
        raise BadUpstream("edge.service_broken", service=SERVICE)
