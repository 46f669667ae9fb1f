"""Who does what in this request, and the one way to write it down.

`Act` is what a writing route asks for: it knows the caller, repeats the first answer for a repeated
Idempotency-Key, and turns a changed record into a log row and an answer with ETag.
"""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar
from uuid import UUID

import orjson
from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from chassis.changes.idempotency import JSON, Asked, Key, digest_of
from chassis.changes.table import NATIONAL_ONLY, ChangeRow
from chassis.db import Record, Tx, driver
from chassis.errors import BadRequest, NotAllowed
from chassis.identity import Actor, CurrentActor
from chassis.logs import request_id
from chassis.wire import RecordOut, etag

# What a caller may do is the caller's, not the record's: it is no part of the history.
_THE_CALLERS = {"allowed_actions"}
_COLUMNS = (
    *("resource", "record_id", "version", "action", "operation", "unit_id", "actor_id"),
    *("actor_kind", "actor_name", "acting_as", "reason", "request_id", "after"),
    *("key", "digest", "answer", "address"),
)
# Plain SQL on the driver's connection: every write ends with it, at half of what it would cost.
_WRITE = "INSERT INTO changes ({}) VALUES ({})".format(
    ", ".join(_COLUMNS), ", ".join(f"${place}" for place in range(1, len(_COLUMNS) + 1))
)

R = TypeVar("R", bound=Record)


class Acting:
    """One caller in one transaction, with the change log at hand."""

    def __init__(
        self,
        tx: AsyncSession,
        actor: Actor,
        change: type[ChangeRow],
        operation: str,
        path: str = "",
        key: str | None = None,
        digest: bytes | None = None,
    ) -> None:
        self.tx, self.actor, self.change, self.operation = tx, actor, change, operation
        self.path, self.key, self.digest = path, key, digest

    @property
    def unit_id(self) -> UUID:
        """The unit for which the caller writes; 403 for an account of no unit."""
        if self.actor.unit_id is None:
            raise NotAllowed("identity.no_unit")
        return self.actor.unit_id

    async def create(
        self,
        record: R,
        make: Callable[[R, Actor], RecordOut],
        action: str = "create",
        reason: str | None = None,
    ) -> Response:
        """Store a new record and answer 201 with Location and ETag."""
        self.tx.add(record)
        await self.tx.flush()
        return await self._done(record, make(record, self.actor), action, reason, 201)

    async def update(
        self,
        record: R,
        make: Callable[[R, Actor], RecordOut],
        action: str = "update",
        reason: str | None = None,
    ) -> Response:
        """Raise the version of a locked, changed record and answer 200 with the new ETag."""
        record.touch()
        await self.tx.flush()
        return await self._done(record, make(record, self.actor), action, reason, 200)

    async def delete(self, record: Record, reason: str | None = None) -> Response:
        """Remove a record, leaving a tombstone in the log, and answer 204."""
        await self.tx.delete(record)
        await self.tx.flush()
        self.log(record, None, "delete", version=record.version + 1, reason=reason)
        return Response(status_code=204)

    async def _done(
        self, record: Record, out: RecordOut, action: str, reason: str | None, status: int
    ) -> Response:
        body = out.model_dump_json()
        headers = {"ETag": etag(record.version)}
        if status == 201:
            headers["Location"] = f"{self.path}/{record.id}"
        row = self._row(record, record.version, action, reason) | {
            "after": out.model_dump_json(exclude=_THE_CALLERS) if _is_callers(out) else body
        }
        if self.key is not None:
            answer = {"status": status, "headers": headers, "body": body}
            row |= {"key": self.key, "digest": self.digest, "answer": orjson.dumps(answer).decode()}
        await driver(self.tx).execute(_WRITE, *map(row.get, _COLUMNS))
        return Response(body, status, headers, JSON)

    def _row(
        self,
        record: Record,
        version: int,
        action: str,
        reason: str | None,
        out: RecordOut | None = None,
    ) -> dict[str, Any]:
        shared = getattr(record, "is_shared", False)
        unit_id = None if shared else getattr(record, "unit_id", None)
        if getattr(record, "is_national_only", False):
            unit_id = NATIONAL_ONLY
        resource: str = record.__tablename__  # type: ignore[attr-defined]
        return self.entry(resource, record.id, version, action, out, unit_id=unit_id, reason=reason)

    def log(
        self,
        record: Record,
        out: RecordOut | None,
        action: str,
        *,
        version: int | None = None,
        reason: str | None = None,
    ) -> None:
        """Write down one change; for work on several records, once per record."""
        self.tx.add(
            self.change(**self._row(record, version or record.version, action, reason, out))
        )

    def entry(
        self,
        resource: str,
        record_id: UUID,
        version: int,
        action: str,
        out: RecordOut | None,
        *,
        unit_id: UUID | None = None,
        reason: str | None = None,
    ) -> dict[str, Any]:
        """One log row as column values, for thousands that are inserted in one statement.

        `unit_id` of a unit's own record; None for a shared one, which every unit's feed shows.
        """
        return {
            "resource": resource,
            "record_id": record_id,
            "version": version,
            "action": action,
            "operation": self.operation,
            "unit_id": unit_id,
            "actor_id": self.actor.id,
            "actor_kind": self.actor.kind,
            "actor_name": self.actor.name,
            "acting_as": self.actor.acting_as,
            "reason": reason,
            "request_id": request_id.get(),
            "address": self.actor.address,
            "after": out.model_dump(mode="json", exclude=_THE_CALLERS) if out else None,
        }


def _is_callers(out: RecordOut) -> bool:
    return not _THE_CALLERS.isdisjoint(type(out).model_fields)


async def acting(request: Request, tx: Tx, actor: CurrentActor, key: Key = "") -> Acting:
    """The dependency behind `Act`."""
    state = request.app.state
    operation, digest = request.state.operation, None
    # A person sees what came of it; a program that lost the answer can only ask again.
    if not key and actor.kind == "client" and request.method == "POST":
        raise BadRequest("idempotency.required")
    if key:
        digest = digest_of(request)
        asked = request.state.asked = Asked(actor.id, operation, key, digest)
        await asked.raise_if_answered(state.reader)
    # The gateway says under which address the caller knows this service.
    prefix = request.headers.get("x-forwarded-prefix", "")
    path = f"{prefix}{request.scope['path']}".rstrip("/")
    return Acting(tx, actor, state.change, operation, path, key or None, digest)


Act = Annotated[Acting, Depends(acting)]
