"""The history of one record, and the record as it was written down at some past moment."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import orjson
from fastapi import Depends, Query, Request
from pydantic import BaseModel
from sqlalchemy import bindparam, func, select
from starlette.responses import Response

from chassis.changes.table import ChangeRow
from chassis.db import Record
from chassis.errors import NotFound
from chassis.reader import Read, Reader, Row, Statement
from chassis.strict import Instant
from chassis.wire import In

LONGEST = 1000


class KnownAt(In):
    """`known_at`: the record as it stood written down at that moment."""

    known_at: Instant | None = None


class FieldChange(BaseModel):
    field: str
    before: Any
    after: Any


class HistoryActor(BaseModel):
    id: UUID | None
    kind: str
    name: str
    acting_as: list[str]


class HistoryEntry(BaseModel):
    """One change: who, acting as what, when, why, and each field before and after."""

    version: int
    at: datetime
    action: str
    actor: HistoryActor
    reason: str | None
    request_id: str
    fields: list[FieldChange]


class History(BaseModel):
    """Newest first."""

    items: list[HistoryEntry]


class Histories:
    """The statements over one service's change log."""

    def __init__(self, change: type[ChangeRow]) -> None:
        same = (change.resource == bindparam("resource")) & (
            change.record_id == bindparam("record")
        )
        before = func.lag(change.after).over(order_by=change.id).label("before")
        self.entries = Statement(
            select(
                change.version,
                change.at,
                change.action,
                change.actor_id,
                change.actor_kind,
                change.actor_name,
                change.acting_as,
                change.reason,
                change.request_id,
                change.after,
                before,
            )
            .where(same)
            .order_by(change.id.desc())
            .limit(LONGEST)
        )
        self.moment = Statement(
            select(change.after, change.version)
            .where(same, change.at <= bindparam("moment"))
            .order_by(change.id.desc())
            .limit(1)
        )

    async def of(self, read: Reader, resource: str, record: UUID) -> Response:
        """The whole history of a record that the caller was found to see."""
        rows = await read.rows(self.entries, {"resource": resource, "record": record})
        body = {"items": [entry(row) for row in rows]}
        return Response(orjson.dumps(body, option=orjson.OPT_UTC_Z), media_type="application/json")

    async def at(self, read: Reader, resource: str, record: UUID, moment: datetime) -> Response:
        """The record as written down at `moment`; 404 before it existed or once it was deleted."""
        row = await read.row(
            self.moment, {"resource": resource, "record": record, "moment": moment}
        )
        if row is None or row["after"] is None:
            raise NotFound
        return Response(orjson.dumps(row["after"]), media_type="application/json")


async def histories(request: Request) -> Histories:
    found: Histories = request.app.state.histories
    return found


RecordHistory = Annotated[Histories, Depends(histories)]


class Remembered:
    """The `known_at` of a request for one record."""

    def __init__(self, histories: Histories, read: Reader, moment: datetime | None) -> None:
        self._histories, self._read, self._moment = histories, read, moment

    async def of(self, record: Record) -> Response | None:
        """The record as written down at the moment asked for; None when it is as it is now.

        The caller was found to see the record.
        """
        # what came with the house is in no change: it stands so since it was written
        if self._moment is None or record.updated_at <= self._moment:
            return None
        resource: str = record.__tablename__  # type: ignore[attr-defined]
        return await self._histories.at(self._read, resource, record.id, self._moment)


async def remembered(
    history: RecordHistory, read: Read, known_at: Annotated[Instant | None, Query()] = None
) -> Remembered:
    return Remembered(history, read, known_at)


# `return await known.of(record) or answer(…)`: one word in every route that shows a record
Known = Annotated[Remembered, Depends(remembered)]

# Every change moves these two; saying so would hide what the person really changed.
_BOOKKEEPING = {"version", "updated_at"}


def compare(before: dict[str, Any] | None, after: dict[str, Any] | None) -> list[dict[str, Any]]:
    """The fields that differ between two states of a record, by name."""
    old, new = before or {}, after or {}
    names = sorted((old.keys() | new.keys()) - _BOOKKEEPING)
    return [
        {"field": name, "before": old.get(name), "after": new.get(name)}
        for name in names
        if old.get(name) != new.get(name)
    ]


def entry(row: Row | dict[str, Any]) -> dict[str, Any]:
    """One row of the log, with the state before it, as the wire shows it."""
    return {
        "version": row["version"],
        "at": row["at"],
        "action": row["action"],
        "actor": {
            "id": row["actor_id"],
            "kind": row["actor_kind"],
            "name": row["actor_name"],
            "acting_as": row["acting_as"],
        },
        "reason": row["reason"],
        "request_id": row["request_id"],
        "fields": compare(row["before"], row["after"]),
    }
