"""An operation that is going away says so in every answer (RFC 9745, RFC 8594).

@router.get("/old", **retired(since=…, until=…, successor="/v1/new", **allow(…)))
"""

from collections.abc import Callable, Coroutine, Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from chassis.errors import Refusal

EXTENSION = "x-retired"
Handler = Callable[[Request], Coroutine[Any, Any, Response]]


def retired(
    since: datetime, until: datetime, successor: str | None = None, **route: Any
) -> dict[str, Any]:
    """Route arguments of an operation that is deprecated since then and may be gone after `until`.

    successor: the address that does the same, where there is one. At least half a year lies
    between the two: whoever calls it must be able to notice.
    """
    if (until - since).days < 180:
        raise ValueError("between deprecation and sunset lies half a year at least")
    headers = {
        "Deprecation": f"@{int(since.timestamp())}",
        "Sunset": format_datetime(until.astimezone(UTC), usegmt=True),
    }
    if successor is not None:
        headers["Link"] = f'<{successor}>; rel="successor-version"'
    extra = {**route.pop("openapi_extra", {}), EXTENSION: headers}
    return {**route, "deprecated": True, "openapi_extra": extra}


def telling(handle: Handler, said: Mapping[str, str]) -> Handler:
    """The same, with these headers in every answer; also in a refusal, which many only log."""

    async def told(request: Request) -> Response:
        try:
            answer = await handle(request)
        except Refusal as refusal:
            refusal.headers = {**refusal.headers, **said}
            raise
        answer.headers.update(said)
        return answer

    return told
