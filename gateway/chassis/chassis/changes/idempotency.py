"""A write with a key happens once: who repeats it gets the first answer, whatever became of it."""

import hashlib
from typing import Annotated, Any

import orjson
from fastapi import Header, Request
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.datastructures import FormData, UploadFile
from starlette.responses import Response

from chassis.errors import Invalid
from chassis.identity import Actor

JSON = "application/json"


class Replayed(Exception):
    """This request was done before: answer what was answered then."""

    def __init__(self, response: Response) -> None:
        super().__init__("replayed")
        self.response = response


# Plain SQL on the transaction's own connection: through the ORM these two, which every write with
# a key begins with, cost a quarter of it.
_STAND_IN_LINE = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))"
_ANSWER = """
SELECT digest, answer FROM changes WHERE actor_id = $1 AND operation = $2 AND key = $3
"""


async def first_answer(
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


def digest_of(request: Request) -> bytes:
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
