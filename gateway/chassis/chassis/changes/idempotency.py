"""A write with a key happens once: who repeats it gets the first answer, whatever became of it."""

import hashlib
from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

import orjson
from fastapi import Header, Request
from sqlalchemy import text
from starlette.datastructures import FormData, UploadFile
from starlette.responses import Response

from chassis.errors import Invalid
from chassis.reader import Reader, Statement

JSON = "application/json"


class Replayed(Exception):
    """This request was done before: answer what was answered then."""

    def __init__(self, response: Response) -> None:
        super().__init__("replayed")
        self.response = response


# Kept apart from the transaction of the work: what is asked is what others have committed.
_ANSWER = Statement(
    text(
        "SELECT digest, answer FROM changes"
        " WHERE actor_id = :actor_id AND operation = :operation AND key = :key"
    )
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One write that may be a repetition: whose, of which operation, its key and what it asks."""

    actor_id: UUID | None
    operation: str
    key: str
    digest: bytes

    async def raise_if_answered(self, read: Reader) -> None:
        """Raises Replayed with the answer given before; 422 when the key came with another
        request.

        Asked before the work, and once more when the work fails: of two requests with one key that
        run at once, the second fails at what the first has done, at the latest at the unique index
        over the keys. By then the first has committed, and its answer is the second's.
        """
        found = await read.row(
            _ANSWER, {"actor_id": self.actor_id, "operation": self.operation, "key": self.key}
        )
        if found is None:
            return
        if found["digest"] != self.digest:
            raise Invalid("idempotency.key_reused")
        answer = found["answer"]
        headers = {**answer["headers"], "Idempotent-Replayed": "true"}
        raise Replayed(Response(answer["body"], answer["status"], headers, JSON))


Key = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=255,
        pattern="^[!-~]+$",
        description="Repeat a request safely: same key and same body get the first answer."
        " Required of a program's POST.",
    ),
]


def digest_of(request: Request) -> bytes:
    """What was asked for, so that a repeated key with something else is noticed."""
    told = f"{request.method} {request.scope['path']}\n{request.headers.get('if-match', '')}\n"
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
