"""Who does what in this request, and the one way to write it down.

`Act` is what a writing route asks for: it knows the caller, repeats the first answer for a repeated
Idempotency-Key, and turns a changed record into a log row and an answer with ETag.
"""

import hashlib
from collections.abc import Callable
from typing import Annotated, Any, TypeVar
from uuid import UUID

import orjson
from fastapi import Depends, Header, Request
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.datastructures import FormData, UploadFile
from starlette.responses import Response

from chassis.changes.table import ChangeRow
from chassis.db import Record, Tx, now
from chassis.errors import Invalid, NotAllowed
from chassis.identity import Actor, CurrentActor
from chassis.logs import request_id
from chassis.wire import RecordOut, etag

R = TypeVar("R", bound=Record)
JSON = "application/json"


class Replayed(Exception):
    """This request was done before: answer what was answered then."""

    def __init__(self, response: Response) -> None:
        super().__init__("replayed")
        self.response = response


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
        return self._done(record, make(record, self.actor), action, reason, 201)

    async def update(
        self,
        record: R,
        make: Callable[[R, Actor], RecordOut],
        action: str = "update",
        reason: str | None = None,
    ) -> Response:
        """Raise the version of a locked, changed record and answer 200 with the new ETag."""
        record.version += 1
        record.updated_at = now()
        await self.tx.flush()
        return self._done(record, make(record, self.actor), action, reason, 200)

    async def delete(self, record: Record, reason: str | None = None) -> Response:
        """Remove a record, leaving a tombstone in the log, and answer 204."""
        await self.tx.delete(record)
        await self.tx.flush()
        self.log(record, None, "delete", version=record.version + 1, reason=reason)
        return Response(status_code=204)

    def _done(
        self, record: Record, out: RecordOut, action: str, reason: str | None, status: int
    ) -> Response:
        row = self.log(record, out, action, reason=reason)
        body = out.model_dump_json()
        headers = {"ETag": etag(record.version)}
        if status == 201:
            headers["Location"] = f"{self.path}/{record.id}"
        if self.key is not None:
            row.key, row.digest = self.key, self.digest
            row.answer = {"status": status, "headers": headers, "body": body}
        return Response(body, status, headers, JSON)

    def log(
        self,
        record: Record,
        out: RecordOut | None,
        action: str,
        *,
        version: int | None = None,
        reason: str | None = None,
    ) -> ChangeRow:
        """Write down one change; for work on several records, once per record."""
        shared = getattr(record, "is_shared", False)
        unit_id = None if shared else getattr(record, "unit_id", None)
        resource: str = record.__tablename__  # type: ignore[attr-defined]
        version = version or record.version
        row = self.change(
            **self.entry(resource, record.id, version, action, out, unit_id=unit_id, reason=reason)
        )
        self.tx.add(row)
        return row

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
            "acting_as": sorted(self.actor.roles),
            "reason": reason,
            "request_id": request_id.get(),
            # what a caller may do is the caller's, not the record's: it is no part of the history
            "after": out.model_dump(mode="json", exclude={"allowed_actions"}) if out else None,
        }


# Plain SQL on the transaction's own connection: through the ORM these two, which every write with
# a key begins with, cost a quarter of it.
_STAND_IN_LINE = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))"
_ANSWER = """
SELECT digest, answer FROM changes WHERE actor_id = $1 AND operation = $2 AND key = $3
"""


async def _first_answer(
    tx: AsyncSession, actor: Actor, operation: str, key: str, digest: bytes
) -> Response | None:
    """The answer given to this key before; 422 when the key came with another request."""
    connection = await tx.connection()
    # Two requests with one key stand in line here, so the second finds what the first committed.
    await connection.exec_driver_sql(_STAND_IN_LINE, (f"{actor.id}{operation}{key}",))
    found = (await connection.exec_driver_sql(_ANSWER, (actor.id, operation, key))).first()
    if found is None:
        return None
    if found.digest != digest:
        raise Invalid("idempotency.key_reused")
    answer = found.answer
    headers = {**answer["headers"], "Idempotent-Replayed": "true"}
    return Response(answer["body"], answer["status"], headers, JSON)


Key = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=255,
        pattern="^[!-~]+$",
        description="Repeat a request safely: same key and same body get the first answer.",
    ),
]


def _digest(request: Request) -> bytes:
    """What was asked for, so that a repeated key with something else is noticed."""
    told = f"{request.method} {request.url.path}\n{request.headers.get('if-match', '')}\n"
    form: FormData | None = getattr(request, "_form", None)
    if form is None:
        return hashlib.sha256(told.encode() + getattr(request, "_body", b"")).digest()
    digest = hashlib.sha256(told.encode())
    # The boundary between the parts is new in every attempt: what is in them counts.
    for name, value in form.multi_items():
        content = value.encode() if isinstance(value, str) else _sha256(value)
        label = value.filename if isinstance(value, UploadFile) else ""
        digest.update(orjson.dumps([name, label, hashlib.sha256(content).hexdigest()]))
    return digest.digest()


def _sha256(upload: UploadFile) -> bytes:
    file: Any = upload.file
    found = hashlib.file_digest(file, "sha256").digest()
    upload.file.seek(0)
    return found


async def acting(request: Request, tx: Tx, actor: CurrentActor, key: Key = "") -> Acting:
    """The dependency behind `Act`."""
    state = request.app.state
    operation, digest = request.state.operation, None
    if key:
        digest = _digest(request)
        answer = await _first_answer(tx, actor, operation, key, digest)
        if answer is not None:
            raise Replayed(answer)
    # The gateway says under which address the caller knows this service.
    prefix = request.headers.get("x-forwarded-prefix", "")
    path = f"{prefix}{request.scope['path']}".rstrip("/")
    return Acting(tx, actor, state.change, operation, path, key or None, digest)


Act = Annotated[Acting, Depends(acting)]
