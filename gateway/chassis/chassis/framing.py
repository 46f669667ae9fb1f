"""HTTP/1.1 as a service reads it: `uvicorn --http chassis.framing:ServiceHttp`.

The gateway refuses all this before it; a service that is reached some other way refuses it too.
What smuggles requests httptools refuses itself (two lengths, length and chunks, bare line feeds).
"""

import re
from collections.abc import Sequence
from http import HTTPStatus
from uuid import uuid4

import orjson

from chassis import problems
from chassis.errors import Refusal
from chassis.logs import request_id
from chassis.onewrite import OneWriteHttp

# What the gateway lets through (32 KiB, 100), and what it says itself beside that.
MOST_BYTES, MOST_COUNT = 40 * 1024, 120
_HOST = re.compile(rb"(?:\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9._-]{1,253})(?::[0-9]{1,5})?")
_SENTENCES = problems.Sentences()


class Unreadable(Refusal):
    status = 400


class HeadersTooLarge(Refusal):
    status = 431


def refusal(target: bytes, headers: Sequence[tuple[bytes, bytes]]) -> Refusal | None:
    """Why this head could be read in two ways; None when it cannot. Names in lower case."""
    hosts = [value for name, value in headers if name == b"host"]
    if len(hosts) != 1 or not _HOST.fullmatch(hosts[0]) or not target.startswith(b"/"):
        return Unreadable("wire.framing")
    # the parser tells of another coding only after the head has gone on
    if any(name == b"transfer-encoding" and value.lower() != b"chunked" for name, value in headers):
        return Unreadable("wire.framing")
    # `X_User` and `X-User` are one variable to CGI-like readers
    if any(b"_" in name for name, _ in headers):
        return Unreadable("wire.framing")
    return None


class ServiceHttp(OneWriteHttp):
    """uvicorn's httptools protocol, stricter, and refusing in the words of the house."""

    size = 0
    refused: Refusal | None = None

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.size = 0

    def on_header(self, name: bytes, value: bytes) -> None:
        super().on_header(name, value)
        self.size += len(name) + len(value) + 4
        if self.size > MOST_BYTES or len(self.headers) > MOST_COUNT:
            self._refuse(HeadersTooLarge("wire.headers_too_large"))

    def on_headers_complete(self) -> None:
        if found := refusal(self.url, self.headers):
            self._refuse(found)
        super().on_headers_complete()

    def _refuse(self, found: Refusal) -> None:
        self.refused = found
        raise ValueError(found.code)  # inside the parser: it then asks for the answer below

    def send_400_response(self, msg: str) -> None:
        """The refusal, and the end of the connection: what follows is not read."""
        found = self.refused or Unreadable("wire.framing")
        request_id.set(uuid4().hex)
        body = orjson.dumps(problems.body(_SENTENCES, found, 0))
        head = [
            f"HTTP/1.1 {found.status} {HTTPStatus(found.status).phrase}",
            f"content-type: {problems.MEDIA_TYPE}",
            f"content-length: {len(body)}",
            "cache-control: no-store",
            "connection: close",
        ]
        self.transport.write("\r\n".join([*head, "", ""]).encode() + body)
        self.transport.close()
