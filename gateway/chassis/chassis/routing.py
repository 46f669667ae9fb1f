"""The door of every operation, in one order: identity, role, query names, media type, body.

Authorisation stands before the body is read, so that a stranger learns nothing from our validation.
"""

import inspect
from collections.abc import Callable, Coroutine
from functools import cache
from operator import attrgetter
from typing import Any

from asyncpg import PostgresError
from fastapi import Request, Response
from fastapi.dependencies.models import Dependant
from fastapi.dependencies.utils import get_flat_params
from fastapi.params import ParamTypes
from fastapi.routing import APIRoute
from sqlalchemy.exc import DBAPIError
from starlette.routing import Match
from starlette.types import Scope

from chassis import authz, jsonbody
from chassis.changes.idempotency import Asked
from chassis.db import ended
from chassis.errors import FieldProblem, Invalid, Refusal, TooLarge, UnsupportedMedia
from chassis.identity import authenticate
from chassis.querying import read_at_once
from chassis.retiring import EXTENSION, telling
from chassis.wire import MERGE_PATCH_TYPE

MAX_JSON = 1024 * 1024
MAX_FORM = 25 * 1024 * 1024  # as the gateway's own limit for uploads
Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class Operation(APIRoute):
    """A route that authenticates, authorises and reads strictly before its handler runs."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **given: Any) -> None:
        # Its name in the contract is that of its function; FastAPI's own would repeat the address.
        given["generate_unique_id_function"] = attrgetter("name")
        super().__init__(path, endpoint, **given)
        self._stem = path.partition("{")[0]

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        # Routes are asked in turn: most are known not to be meant before their pattern is tried.
        if not scope["path"].startswith(self._stem):
            return Match.NONE, {}
        return super().matches(scope)

    def get_route_handler(self) -> Handler:
        published = self.dependant
        self.dependant = read_at_once(published)
        inner = super().get_route_handler()
        self.dependant = published
        block = (self.openapi_extra or {}).get("x-authz")
        if block is None:
            raise TypeError(f"{self.path}: an operation without allow(…) does not start")
        _refuse_threads(self.dependant, self.path)
        names = self._query_names()
        accepted = self._accepted()
        required = self.body_field is not None and self.body_field.field_info.is_required()

        @cache
        def needed(service: str, method: str) -> str:
            return authz.scope_of(service, self.path, self.name, method, block["action"])

        said: dict[str, str] = (self.openapi_extra or {}).get(EXTENSION, {})

        async def handle(request: Request) -> Response:
            actor = await authenticate(request)
            request.state.actor = actor
            request.state.operation = self.name
            settings = request.app.state.settings
            authz.check(actor, block, needed(settings.name, request.method))
            _check_query(request, names)
            await _read_body(request, accepted, required)
            try:
                async with ended(request):
                    return await inner(request)
            except (Refusal, DBAPIError, PostgresError):
                # a twin with the same key may have done it meanwhile: its answer is this one too
                asked: Asked | None = getattr(request.state, "asked", None)
                if asked:
                    await asked.raise_if_answered(request.app.state.reader)
                raise

        return telling(handle, said) if said else handle

    def _query_names(self) -> frozenset[str]:
        params = get_flat_params(self.dependant)  # a query model counts as its fields
        return frozenset(
            param.alias
            for param in params
            # the fields of a query model are plain fields; headers and paths say what they are
            if getattr(param.field_info, "in_", ParamTypes.query) is ParamTypes.query
        )

    def _accepted(self) -> str | None:
        """The one media type of the body; None when the operation takes none."""
        if self.body_field is None:
            return None
        return str(getattr(self.body_field.field_info, "media_type", "application/json"))


def _refuse_threads(dependant: Dependant, path: str) -> None:
    """A plain function would be run in a thread: measured at a fifth of a list page's cost."""
    for needed in dependant.dependencies:
        call = needed.call
        if not (inspect.iscoroutinefunction(call) or inspect.isasyncgenfunction(call)):
            raise TypeError(f"{path}: the dependency {call} is not async")
        _refuse_threads(needed, path)


def _check_query(request: Request, names: frozenset[str]) -> None:
    sent = [key for key, _ in request.query_params.multi_items()]
    if not sent:
        return
    problems = [FieldProblem("/query", "field.unknown") for key in sent if key not in names]
    problems += [
        FieldProblem(f"/query/{key}", "field.repeated") for key in names if sent.count(key) > 1
    ]
    if problems:
        raise Invalid("invalid", errors=problems[:20])


async def _read_body(request: Request, accepted: str | None, required: bool) -> None:
    if accepted is None:
        return
    given = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if not given and not required and request.headers.get("content-length", "0") == "0":
        return
    if given != accepted:
        header = "Accept-Patch" if accepted == MERGE_PATCH_TYPE else "Accept-Post"
        raise UnsupportedMedia("body.media_type", accepted=accepted, headers={header: accepted})
    if accepted.startswith("multipart/"):
        return await _bound_form(request)
    request._json = jsonbody.parse(await bounded(request, MAX_JSON))


async def _bound_form(request: Request) -> None:
    """Refuse a form that is too large; FastAPI then reads it in parts, to disk beyond 1 MiB."""
    declared = request.headers.get("content-length", "")
    if not declared.isdecimal():
        await bounded(request, MAX_FORM)  # its size is known only by counting
    elif int(declared) > MAX_FORM:
        raise TooLarge("body.too_large", limit=MAX_FORM)


async def bounded(request: Request, limit: int) -> bytes:
    """The body, refused as soon as it is known to exceed `limit` bytes."""
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > limit:
        raise TooLarge("body.too_large", limit=limit)
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > limit:
            raise TooLarge("body.too_large", limit=limit)
        parts.append(part)
    request._body = b"".join(parts)
    return request._body
