"""Assemble one service: its routers in, an ASGI application out."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
from fastapi import APIRouter, FastAPI
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from chassis import clock, db, faults, health, identity, logs, openapi, problems, reader, settings
from chassis.changes import denials, feed, schemas, sequencer
from chassis.changes.history import Histories
from chassis.changes.idempotency import Replayed
from chassis.changes.table import ChangeRow
from chassis.errors import Refusal
from chassis.refusals import Catalogue
from chassis.subjects.routes import subjects_router

# A background duty of a process: it gets the settings and runs until `stop` is set.
Duty = Callable[[settings.Settings, asyncio.Event], Coroutine[Any, Any, None]]


class Head:
    """Answers HEAD like GET without the body, which RFC 9110 asks of every resource."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def headers_only(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self.app({**scope, "method": "GET"}, receive, headers_only)


def create(
    name: str,
    change: type[ChangeRow],
    refusals: Catalogue,
    *routers: APIRouter,
    readers: tuple[str, ...],
    auditors: tuple[str, ...],
    constraints: Mapping[str, str] | None = None,
    duties: Sequence[Duty] = (),
    keepers: tuple[str, ...] = (),
    told: schemas.Told | None = None,
    test_clock: bool = True,
) -> FastAPI:
    """One service. `readers` are the roles that may follow its change feed, `auditors` those that
    may see who made the changes; `constraints` give database constraints the service's own refusal
    codes; `duties` run beside the requests; `keepers` are the roles that answer a person who asks
    what is kept of him or her; `told` are the records, by table, that the contract has at no
    address of their own (`chassis.changes.schemas`); `test_clock`: whether a test may name the day
    (`chassis.clock`)."""
    app = FastAPI(
        title=f"Nhịp Cầu {name}",
        version="1.0.0",
        openapi_url="/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=_lifespan,
        # Nobody here reads it, and asking for each request whether somebody does costs 2 %.
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )
    app.state.name, app.state.change = name, change
    app.state.duties, app.state.constraints = tuple(duties), dict(constraints or {})
    app.state.sentences = problems.Sentences(refusals)
    app.state.histories = Histories(change)
    served = (health.router, *routers, feed.feed_router(change, readers, auditors, told or {}))
    if keepers:
        served += (subjects_router(keepers),)
    app.state.routes = [route for router in served for route in router.routes]
    # As they are: include_router would build each a second time at the first request, which
    # costs a third of the memory of a service and twice the search for the route of a request.
    app.router.routes.extend(app.state.routes)
    _handle(app)
    openapi.install(app)
    app.add_middleware(Head)
    app.add_middleware(clock.MovedDay, moves=test_clock)
    app.add_middleware(logs.RequestLog)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    state = app.state
    config: settings.Settings = getattr(state, "settings", None) or settings.load(state.name)
    state.settings = config
    config.refuse_test_switches()
    config.refuse_unsealed_files()
    logs.configure(config.log_level, config.log_format)
    if not hasattr(state, "verifier"):
        state.verifier = identity.verifier(config.issuer, config.name, config.jwks_url)
    engine = db.connect(config.database_url, config.write_pool, config.name)
    state.sessions = db.sessions(engine)
    state.reader = await reader.open_reader(config.database_url, config.read_pool, config.name)
    state.stop, state.bell = asyncio.Event(), sequencer.Bell()
    state.denials = denials.Denials(state.change)
    running = [asyncio.create_task(sequencer.run(config.database_url, state.stop, state.bell))]
    running += [asyncio.create_task(duty(config, state.stop)) for duty in state.duties]
    running += [asyncio.create_task(denials.run(state.denials, state.sessions, state.stop))]
    try:
        yield
    finally:
        state.stop.set()
        await asyncio.wait(running, timeout=5)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        await state.reader.pool.close()
        await engine.dispose()


def _handle(app: FastAPI) -> None:
    async def replay(_: Request, error: Exception) -> Response:
        assert isinstance(error, Replayed)
        return error.response

    async def fault(request: Request, error: Exception) -> Response:
        known = faults.refusal(error, request.app.state.constraints)
        return await problems.on_refusal(request, known or error)

    async def refused(request: Request, error: Exception) -> Response:
        if isinstance(error, HTTPException) and error.status_code == 405:
            error = _wrong_method(app, request)
        app.state.denials.tell_of(request, error)
        return await problems.on_refusal(request, error)

    app.add_exception_handler(Replayed, replay)
    driver = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)
    for expected in (DBAPIError, PoolTimeout, *driver, ConnectionError):
        app.add_exception_handler(expected, fault)
    for known in (Refusal, RequestValidationError, HTTPException, Exception):
        app.add_exception_handler(known, refused)


def _wrong_method(app: FastAPI, request: Request) -> Refusal:
    """405 whose Allow unites all routes of the path; Starlette names only the first one's."""
    allowed: set[str] = set()
    for route in app.state.routes:
        if route.path_regex.match(request.scope["path"]):
            allowed |= route.methods
    if "GET" in allowed:
        allowed.add("HEAD")
    refusal = Refusal(
        "route.method", method=request.method[:10], headers={"Allow": ", ".join(sorted(allowed))}
    )
    refusal.status = 405
    return refusal
