"""The first page's facts in one answer, from services that know nothing of each other."""

import asyncio
from datetime import date, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import orjson
from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from chassis.authz import allow
from chassis.errors import BadRequest, Refusal
from chassis.logs import request_id
from chassis.problems import Sentences, language
from chassis.routing import Operation
from gateway import roles
from gateway.edge.caller import Caller
from gateway.edge.errors import BadUpstream, UpstreamTimeout
from gateway.edge.onward import question as onwards
from gateway.edge.table import OWN
from gateway.edge.visit import AtDoor
from gateway.overview import rules
from gateway.overview.rules import Question
from gateway.overview.schemas import OverviewOut, OverviewQuery, PartOut
from gateway.overview.waiting import decisions
from gateway.running import Here, Running
from gateway.subject_requests import queries as subject_requests
from gateway.subject_requests.schemas import SubjectRequestOut
from gateway.webhooks import queries as webhooks
from gateway.webhooks.schemas import KEEPERS, WebhookOut

router = APIRouter(prefix="/v1/overview", tags=["overview"], route_class=Operation)

PART_SECONDS = 3.0
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


async def _ask(here: Running, caller: Caller, asked: Question, accept_language: str) -> object:
    """The answer to one question; None where this caller is refused it. Raises when it is away."""
    token = await here.mint.token(caller, asked.service)
    onward = onwards(
        asked.service,
        asked.address,
        PART_SECONDS,
        ("authorization", f"Bearer {token}"),
        ("accept-language", accept_language or "vi"),
        ("x-request-id", request_id.get()),
    )
    try:
        async with asyncio.timeout(PART_SECONDS):
            status, _, body = await here.proxy.ask(onward)
        if status >= 500:
            raise BadUpstream("edge.service_broken", service=asked.service)
        answer: object = orjson.loads(body) if status == 200 else None
        return answer
    except TimeoutError:
        raise UpstreamTimeout("edge.service_slow", service=asked.service) from None
    except ValueError as error:
        raise BadUpstream("edge.service_broken", service=asked.service) from error


async def _part(
    here: Running,
    caller: Caller,
    asked: list[Question],
    sentences: Sentences,
    accept_language: str,
) -> PartOut:
    try:
        answers = await asyncio.gather(*(_ask(here, caller, q, accept_language) for q in asked))
    except Refusal as refusal:
        detail = sentences.say(refusal.code, language(accept_language), refusal.params)
        return PartOut(status="unavailable", code=refusal.code, detail=detail)
    data = {question.name: answer for question, answer in zip(asked, answers, strict=True)}
    return PartOut(status="ok", data=data)


async def _own(here: Running, caller: Caller) -> PartOut:
    """What the gateway itself keeps: people's requests that fall due, webhooks that were closed
    unasked, and what wants a second administrator, each for who looks after them."""
    due = closed = waiting = None
    unit = None if caller.national else caller.unit_id
    if not {roles.ADMIN, roles.AUDITOR}.isdisjoint(caller.roles):
        async with here.sessions.begin() as tx:
            found = await subject_requests.due(tx, unit, rules.SHOWN)
            items = [SubjectRequestOut.of(one).model_dump(mode="json") for one in found]
            due = {"items": items}
    # a program's scopes say what it reads of webhooks; here it is asked for none
    if caller.kind == "person" and not set(KEEPERS).isdisjoint(caller.roles):
        async with here.sessions.begin() as tx:
            shut = await webhooks.closed(tx, unit, rules.SHOWN)
            closed = {"items": [WebhookOut.of(one).model_dump(mode="json") for one in shut]}
    if caller.kind == "person" and roles.ADMIN in caller.roles:
        async with here.sessions.begin() as tx:
            waiting = {"items": await decisions(tx, caller.id, unit)}
    data = {"subject_requests_due": due, "webhooks_closed": closed, "decisions_waiting": waiting}
    return PartOut(status="ok", data=data)


@router.get("", response_model=OverviewOut, **allow(*roles.ALL, scope="unit", action="read"))
async def get_overview(
    query: Annotated[OverviewQuery, Query()], here: Here, visit: AtDoor, request: Request
) -> Response:
    """NGOs by region, certificates expiring, grants by form and waiting for me, events ahead,
    and for who looks after them: requests about personal data that fall due, webhooks closed, and
    how many proposals wait for a second administrator."""
    if visit.caller is None:
        raise BadRequest("identity.required")
    today: date = datetime.now(VIETNAM).date()
    as_of = query.as_of or today
    end = query.end or today
    unit = query.unit or (None if visit.caller.national else visit.caller.unit_code)
    asked = rules.questions(today, as_of, query.start or end.replace(month=1, day=1), end, unit)
    services = list(dict.fromkeys(question.service for question in asked))
    accept = visit.inbound.get(b"accept-language")
    sentences: Sentences = request.app.state.sentences
    parts = await asyncio.gather(
        *(
            _part(here, visit.caller, [q for q in asked if q.service == name], sentences, accept)
            for name in services
        )
    )
    said = dict(zip(services, parts, strict=True))
    body = OverviewOut(as_of=as_of, parts={**said, OWN: await _own(here, visit.caller)})
    return Response(body.model_dump_json(exclude_none=False), media_type="application/json")
