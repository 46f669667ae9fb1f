"""One JSON line per event, carrying the gateway's request id; never a header, a body or a query."""

import json
import logging
import time
from contextvars import ContextVar
from uuid import uuid4

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from chassis import querycount
from chassis.inert import address, inert, places

request_id: ContextVar[str] = ContextVar("request_id", default="-")
log = logging.getLogger("chassis.access")


def _trace(record: logging.LogRecord) -> str:
    error = record.exc_info[1] if record.exc_info else None
    return places(error) if error is not None else ""


class JsonLines(logging.Formatter):
    """Log records as JSON, a line each: no value can forge one, or move the terminal."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S") + f".{int(record.msecs):03d}",
            "level": record.levelname,
            "logger": record.name,
            "request_id": request_id.get(),
            "message": record.getMessage(),
        }
        line |= getattr(record, "fields", {})
        if record.exc_info:
            line["trace"] = _trace(record)
        return inert(json.dumps(line, ensure_ascii=False, default=str))


class PlainLines(logging.Formatter):
    """The same for a person at a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        fields = " ".join(f"{k}={v!r}" for k, v in getattr(record, "fields", {}).items())
        text = inert(f"{record.levelname:<7} {record.name}: {record.getMessage()} {fields}")
        # set in, so that no line of it can be taken for one of ours
        return "\n    ".join([text, *map(inert, _trace(record).splitlines())])


def configure(level: str, style: str = "json") -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if style == "json" else PlainLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # the client library says each request at INFO; ours are told by our own lines
    logging.getLogger("httpx").setLevel(logging.WARNING)
    # the server has handlers of its own, which would write out what an error says
    for name in ("uvicorn", "uvicorn.error"):
        server = logging.getLogger(name)
        server.handlers.clear()
        server.propagate = True


class RequestLog:
    """Takes the request id that the gateway set, and writes one line per answer.

    Only a process behind the gateway trusts the inbound id; it names a request, it proves nothing.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = next((v for k, v in scope["headers"] if k == b"x-request-id"), b"")
        text = given.decode("latin-1")
        rid = text if 8 <= len(text) <= 64 and text.replace("-", "").isalnum() else uuid4().hex
        request_id.set(rid)
        box, began, status = querycount.start(), time.perf_counter(), 0

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), (b"x-request-id", rid.encode())]
                scope.setdefault("state", {})["queries"] = box[0]
            await send(message)

        try:
            await self.app(scope, receive, answer)
        finally:
            log.info(
                "answered",
                extra={
                    "fields": {
                        "method": scope["method"],
                        "path": address(scope["path"]),
                        "status": status,
                        "ms": round((time.perf_counter() - began) * 1000, 1),
                        "queries": box[0],
                    }
                },
            )
