"""One file about one person: each service is asked what it knows, nothing here decides anything."""

import asyncio
from typing import NamedTuple

import orjson
from fastapi import APIRouter
from pydantic import ValidationError
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.act import Act
from chassis.db import now
from chassis.errors import BadRequest
from chassis.files.upload import Files
from chassis.logs import request_id
from chassis.routing import Operation
from chassis.subjects.routes import look
from chassis.subjects.schemas import FindIn, NamedRecord, SubjectIn, SubjectOut
from gateway import roles
from gateway.edge.caller import Caller
from gateway.edge.errors import BadUpstream
from gateway.edge.onward import Onward
from gateway.edge.table import OWN
from gateway.edge.visit import AtDoor
from gateway.running import Here, Running
from gateway.subject_exports.schemas import SubjectExportOut

router = APIRouter(prefix="/v1/subject-exports", tags=["subject-exports"], route_class=Operation)

PART_SECONDS = 45.0
LARGEST_PART = 40 * 1024 * 1024
MOST_PAGES = 50


@router.post(
    "",
    response_model=SubjectExportOut,
    **allow(roles.ADMIN, scope="unit", action="decide", step_up=True),
)
async def export_subject(
    body: SubjectIn, here: Here, visit: AtDoor, act: Act, kept: Files
) -> Response:
    """Everything in which these texts stand, in every service and in papers, as one JSON file.

    A service that is away makes it fail: a file that is not whole would be taken for one that is.
    """
    if visit.caller is None:
        raise BadRequest("identity.required")
    asking = Asking(here, visit.caller, act.actor.address or "")
    asked = FindIn(**body.model_dump(), with_files=True)
    names = list(here.table.urls)
    answers = await asyncio.gather(*(_part(asking, name, asked) for name in names))
    parts = {OWN: await look(act, asked, OWN, kept), **dict(zip(names, answers, strict=True))}
    out = SubjectExportOut(
        made_at=now(),
        parts=parts,
        unread=sum(part.unread for part in parts.values()),
        is_whole=all(part.is_whole for part in parts.values()),
    )
    named = {"Content-Disposition": 'attachment; filename="du-lieu-ca-nhan.json"'}
    return Response(out.model_dump_json(), headers=named, media_type="application/json")


class Asking(NamedTuple):
    """For whom, and from where, the services are asked."""

    here: Running
    caller: Caller
    address: str

    async def token(self, service: str) -> str:
        return await self.here.mint.token(self.caller, service, self.address)


async def _part(asking: Asking, service: str, asked: FindIn) -> SubjectOut:
    """All that one service has, page by page."""
    whole = await _page(asking, service, asked)
    page = whole
    for _ in range(MOST_PAGES):
        if page.is_whole or not page.records:
            break
        last = page.records[-1]
        after = NamedRecord(resource=last.resource, id=last.id)
        rest = asked.model_copy(update={"after": after, "with_files": False})
        page = await _page(asking, service, rest)
        whole.records += page.records
    whole.is_whole = page.is_whole
    return whole


async def _page(asking: Asking, service: str, asked: FindIn) -> SubjectOut:
    body = orjson.dumps(asked.model_dump(mode="json"))
    headers = [
        ("accept", "application/json"),
        ("content-type", "application/json"),
        ("authorization", f"Bearer {await asking.token(service)}"),
        ("x-request-id", request_id.get()),
    ]
    onward = Onward(service, "POST", "/v1/subjects/find", headers, PART_SECONDS, len(body))
    status, _, answer = await asking.here.proxy.ask(onward, body, largest=LARGEST_PART)
    if status != 200:
        raise BadUpstream("edge.service_broken", service=service)
    try:
        return SubjectOut.model_validate_json(answer)
    except ValidationError as error:
        raise BadUpstream("edge.service_broken", service=service) from error
