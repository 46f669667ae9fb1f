"""`GET /v1/changes/digest`: what a complete copy must hold, so that one can be proved equal."""

from collections.abc import AsyncIterable
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Query
from pydantic import BaseModel, Field
from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.dialects.postgresql import distinct_on
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.noting import NO_RECORD
from chassis.changes.table import ChangeRow
from chassis.errors import Gone
from chassis.identity import CurrentActor
from chassis.querycount import counted
from chassis.reader import Read, Reader, Row, Statement
from chassis.strict import Day
from chassis.tenancy import among
from chassis.wire import Params

PREFETCH = 500


class DigestPart(BaseModel):
    """The records of one unit and resource: how many there are, and the hash over them.

    hash: hex SHA-256 over a line `<id> <hex SHA-256 of the record>` and a line feed per record, by
    id; a record is written as JSON with sorted keys, without spaces, in UTF-8. `unit_id` is null
    for records that every unit is shown.
    """

    unit_id: str | None
    resource: str
    count: int
    hash: str


class Digest(BaseModel):
    """A copy that has followed the feed up to `position` holds exactly this; `newest` is how far
    the feed has come by now."""

    position: str
    newest: str
    items: list[DigestPart]


class DigestQuery(Params):
    """`at`: a position; `date`: the last position of that day (UTC). Neither: the newest."""

    at: Annotated[int | None, Field(ge=0, le=2**53 - 1)] = None
    date: Day | None = None


class Looks:
    """The statements of one service's digest."""

    def __init__(self, change: type[ChangeRow], last: Statement) -> None:
        self.last = last
        day = select(func.max(change.pos)).where(change.at < bindparam("end"))
        self.day = Statement(day)
        # A copy applies only a higher version: of equal ones the first that came.
        newest = (
            select(change.unit_id, change.resource, change.record_id, change.after)
            .ext(distinct_on(change.resource, change.record_id))
            .where(change.pos <= bindparam("last"), change.version > NO_RECORD)
            .order_by(change.resource, change.record_id, change.version.desc(), change.pos)
        )
        mine = or_(change.unit_id.is_(None), among(change.unit_id))
        self.all, self.visible = (_living(one) for one in (newest, newest.where(mine)))


def _living(newest: Any) -> Statement:
    rows = newest.subquery()
    found = select(rows).where(rows.c.after.is_not(None))
    return Statement(found.order_by(rows.c.unit_id, rows.c.resource, rows.c.record_id))


async def _parts(rows: AsyncIterable[Row]) -> list[dict[str, Any]]:
    """Rows sorted by unit, resource and id, folded to one line each unit and resource."""
    parts: list[dict[str, Any]] = []
    total = sha256()
    async for row in rows:
        part = {"unit_id": row["unit_id"], "resource": row["resource"]}
        if not parts or any(parts[-1][name] != value for name, value in part.items()):
            _close(parts, total)
            parts.append(part | {"count": 0})
            total = sha256()
        parts[-1]["count"] += 1
        total.update(record_line(row["record_id"], row["after"]))
    _close(parts, total)
    return parts


def _close(parts: list[dict[str, Any]], total: Any) -> None:
    if parts:
        parts[-1]["hash"] = total.hexdigest()


def record_line(record_id: str, record: Any) -> bytes:
    """One record's line in the hashed text."""
    written = orjson.dumps(record, option=orjson.OPT_SORT_KEYS)
    return f"{record_id} {sha256(written).hexdigest()}\n".encode()


def _end(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), UTC)


async def _position(read: Reader, looks: Looks, query: DigestQuery) -> tuple[int, int]:
    """The position asked about, and the newest."""
    newest = last = int(await read.value(looks.last) or 0)
    if query.at is not None and query.at > last:
        raise Gone("changes.ahead", after=query.at, last=last)
    if query.date is not None:
        last = int(await read.value(looks.day, {"end": _end(query.date)}) or 0)
    return (last if query.at is None else min(query.at, last)), newest


def add(
    router: APIRouter, change: type[ChangeRow], last: Statement, readers: tuple[str, ...]
) -> None:
    """Let the feed's router answer for its digest, too."""
    looks = Looks(change, last)

    @router.get(
        "/digest",
        response_model=Digest,
        responses={410: {"description": "A position that this feed has not come to."}},
        **allow(*readers, scope="unit"),
    )
    async def digest_changes(
        query: Annotated[DigestQuery, Query()], read: Read, actor: CurrentActor
    ) -> Response:
        """Count and hash of the caller's records per unit and resource, at one position."""
        position, newest = await _position(read, looks, query)
        statement = looks.all if actor.national else looks.visible
        arguments = statement.arguments({"last": position, "units": actor.units})
        counted()
        async with read.connection() as connection, connection.transaction():
            parts = await _parts(connection.cursor(statement.sql, *arguments, prefetch=PREFETCH))
        body = {"position": str(position), "newest": str(newest), "items": parts}
        return Response(orjson.dumps(body), media_type="application/json")
