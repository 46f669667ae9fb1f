"""`GET /v1/calendars/{unit_code}.ics`: one public feed per union, polled by calendar programs."""

import hashlib
import logging
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import Annotated

import asyncpg
from fastapi import APIRouter, Header, Path
from starlette.responses import Response

from chassis.authz import PUBLIC, allow
from chassis.db import now
from chassis.errors import NotFound, Unavailable
from chassis.preconditions import IfNoneMatch
from chassis.reader import Read
from chassis.routing import Operation
from chassis.strict import FIELD_VALUE
from events.calendars import queries, rules
from events.units.queries import by_code

log = logging.getLogger(__name__)
router = APIRouter(prefix="/v1/calendars", tags=["calendars"], route_class=Operation)
TEXT = {"type": "string"}
ICS = "text/calendar; charset=utf-8"
UnitCode = Annotated[str, Path(pattern="^[A-Za-z0-9]{2,20}$")]
IfModifiedSince = Annotated[
    str, Header(alias="If-Modified-Since", max_length=100, pattern=FIELD_VALUE)
]


@router.get(
    "/{unit_code}.ics",
    response_class=Response,
    responses={
        200: {"description": "iCalendar", "content": {"text/calendar": {"schema": TEXT}}},
        304: {"description": "Unchanged since the caller last read it."},
    },
    **allow(PUBLIC, scope="public", obj="unit_code"),
)  # fmt: skip
async def get_calendar(
    unit_code: UnitCode, read: Read, known: IfNoneMatch = "", since: IfModifiedSince = ""
) -> Response:
    """The public events of a union. Any failure is a 503: an empty feed would empty calendars."""
    try:
        unit = await by_code(read, unit_code)
        feed = await queries.feed(read, unit, now()) if unit else None
    except asyncpg.PostgresError as error:
        log.error("the calendar cannot be read", exc_info=error)
        raise Unavailable("busy") from error
    if unit is None or feed is None:
        raise NotFound
    body = rules.calendar(unit["name_vi"], feed.events)
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {
        "ETag": etag,
        "Last-Modified": format_datetime(feed.changed.astimezone(UTC), usegmt=True),
        "Cache-Control": "public, max-age=300",
    }
    if _unchanged(known, since, etag, feed.changed):
        return Response(status_code=304, headers=headers)
    headers["Content-Disposition"] = f'inline; filename="{unit["code"]}.ics"'
    return Response(body, 200, headers, ICS)


def _unchanged(known: str, since: str, etag: str, changed: datetime) -> bool:
    """RFC 9110, 13.2.2: with If-None-Match the date is not looked at."""
    if known:
        tags = {tag.strip().removeprefix("W/") for tag in known.split(",")}
        return "*" in tags or etag in tags
    try:
        day = parsedate_to_datetime(since)
    except ValueError:
        return False  # an unreadable date is as none (RFC 9110, 13.1.3)
    return day.tzinfo is not None and changed.replace(microsecond=0) <= day
