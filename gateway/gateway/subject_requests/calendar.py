"""The registry's calendar, asked as any client asks: by the caller's own identity."""

import asyncio
from datetime import date
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, ValidationError

from chassis.errors import Refusal, Unavailable
from chassis.logs import request_id
from gateway.edge.caller import Caller
from gateway.edge.onward import question
from gateway.running import Running

SERVICE, SECONDS = "registry", 3.0


class _Counted(BaseModel):
    model_config = ConfigDict(extra="ignore")

    until: date


async def working_days_after(here: Running, caller: Caller, start: date, days: int) -> date:
    """The last of `days` working days after `start`; 503 while the registry cannot say."""
    address = f"/v1/working-days?{urlencode({'from': start.isoformat(), 'days': days})}"
    token = await here.mint.token(caller, SERVICE)
    told = ("authorization", f"Bearer {token}"), ("x-request-id", request_id.get())
    try:
        async with asyncio.timeout(SECONDS):
            status, _, body = await here.proxy.ask(question(SERVICE, address, SECONDS, *told))
        if status == 200:
            return _Counted.model_validate_json(body).until
    except (TimeoutError, Refusal, ValidationError) as error:
        raise Unavailable("subject_requests.no_calendar", retry_after=5) from error
    raise Unavailable("subject_requests.no_calendar", retry_after=5)
