"""`GET /v1/changes`: every committed change in order, as CloudEvents, for whoever keeps a copy."""

import time
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from sqlalchemy import Integer, bindparam, func, or_, select
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes import digest, entries, schemas
from chassis.changes.noting import NO_RECORD
from chassis.changes.sequencer import Bell
from chassis.changes.table import ChangeRow
from chassis.errors import Gone
from chassis.identity import CurrentActor
from chassis.reader import Read, Reader, Row, Statement
from chassis.routing import Operation
from chassis.tenancy import among
from chassis.wire import Params

LOOK_SECONDS = 5.0


class ChangeData(BaseModel):
    """What happened to one record. `record` is the record whole, null once it is deleted."""

    resource: str
    action: str
    version: int
    record: dict[str, Any] | None


class CloudEvent(BaseModel):
    """CloudEvents 1.0.2, structured. `sequence` is `pos`, zero-padded because it sorts as text;
    `dataschema` is an address that says what `data` is made of; `unitid` is the unit whose record
    it is, absent for what every unit is shown."""

    specversion: str
    id: str
    source: str
    type: str
    subject: str
    time: str
    datacontenttype: str
    dataschema: str
    sequence: str
    unitid: str | None = None
    data: ChangeData


class Feed(BaseModel):
    """`next` goes into the following request's `after`, also when `items` is empty."""

    items: list[CloudEvent]
    next: str


class FeedQuery(Params):
    after: Annotated[int, Field(ge=0, le=2**53 - 1)] = 0
    limit: Annotated[int, Field(ge=1, le=500)] = 500
    wait: Annotated[int, Field(ge=0, le=20)] = 0


GONE: dict[int | str, dict[str, Any]] = {
    410: {"description": "A position that this feed no longer has, or never had: begin anew."}
}


def _statements(change: type[ChangeRow]) -> tuple[Statement, Statement, Statement]:
    # what changed no record is people's to read (`chassis.changes.noting`)
    of_records = change.version > NO_RECORD
    seen = (change.pos > bindparam("after")) & (change.pos <= bindparam("last")) & of_records
    columns = select(
        change.id, change.pos, change.at, change.resource, change.record_id, change.version,
        change.action, change.unit_id, change.after,
    ).order_by(change.pos).limit(bindparam("limit"))  # fmt: skip
    mine = or_(change.unit_id.is_(None), among(change.unit_id))
    last = select(change.pos).where(change.pos.is_not(None)).order_by(change.pos.desc()).limit(1)
    return Statement(last), Statement(columns.where(seen)), Statement(columns.where(seen, mine))


def event(row: Row, service: str, prefix: str, origin: str) -> dict[str, Any]:
    """One change row as a CloudEvent."""
    return {
        "specversion": "1.0",
        "id": f"{service}-{row['id']}",
        "source": f"/api/{service}/v1/{row['resource']}",
        "type": f"{prefix}.{service}.{row['resource']}.{row['action']}.v1",
        "subject": str(row["record_id"]),
        "time": row["at"].isoformat().replace("+00:00", "Z"),
        "datacontenttype": "application/json",
        "dataschema": schemas.address(origin, service, row["resource"]),
        "sequence": f"{row['pos']:020d}",
        **({"unitid": row["unit_id"]} if row["unit_id"] else {}),
        "data": {
            "resource": row["resource"],
            "action": row["action"],
            "version": row["version"],
            "record": row["after"],
        },
    }


def _past(change: type[ChangeRow]) -> Statement:
    """Whether the entry behind a position is older than so many days."""
    limit = func.now() - func.make_interval(0, 0, 0, bindparam("days", type_=Integer))
    return Statement(select(change.at < limit).where(change.pos == bindparam("next")))


def feed_router(
    change: type[ChangeRow],
    readers: tuple[str, ...],
    auditors: tuple[str, ...],
    told: schemas.Told,
) -> APIRouter:
    """The feed of one service, for the roles that may keep a copy, and the log for its auditors.
    `told`: the records of which the contract has no address of their own."""
    router = APIRouter(prefix="/v1/changes", tags=["changes"], route_class=Operation)
    last_pos, everything, visible = _statements(change)
    past = _past(change)

    async def page(
        read: Reader, query: FeedQuery, actor: CurrentActor, days: int
    ) -> tuple[list[Row], int]:
        last = await read.value(last_pos) or 0
        if query.after > last:
            raise Gone("changes.ahead", after=query.after, last=last)
        if query.after == last:
            return [], last
        if days and await read.value(past, {"days": days, "next": query.after + 1}):
            raise Gone("changes.gone", after=query.after, days=days)
        values = {"after": query.after, "last": last, "limit": query.limit, "units": actor.units}
        rows = await read.rows(everything if actor.national else visible, values)
        # A short page has looked at all that there is: what was not shown is another unit's.
        return rows, rows[-1]["pos"] if len(rows) == query.limit else last

    @router.get("", response_model=Feed, responses=GONE, **allow(*readers, scope="unit"))
    async def list_changes(
        request: Request, query: Annotated[FeedQuery, Query()], read: Read, actor: CurrentActor
    ) -> Response:
        """Changes after a position, oldest first; waits up to `wait` seconds for the next one.

        They are kept for at least 90 days, on most houses for ever; older positions answer 410.
        """
        settings = request.app.state.settings
        until = time.monotonic() + query.wait
        rows, after = await page(read, query, actor, settings.feed_days)
        bell: Bell = request.app.state.bell
        while not rows and (left := until - time.monotonic()) > 0:
            if await request.is_disconnected():
                break
            # rung at once by the sequencer; looked at now and then in case a ring was missed
            await bell.wait(min(left, LOOK_SECONDS))
            later = query.model_copy(update={"after": after})
            rows, after = await page(read, later, actor, settings.feed_days)
        told = settings.name, settings.event_prefix, settings.origin
        items = [event(row, *told) for row in rows]
        return Response(
            orjson.dumps({"items": items, "next": str(after)}), media_type="application/json"
        )

    digest.add(router, change, last_pos, readers)
    entries.add(router, change, auditors)
    schemas.add(router, change, told)
    return router
