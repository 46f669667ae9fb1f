"""Sign in, who am I, prove it again, sign out here or elsewhere."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from chassis.authz import allow
from chassis.db import Tx, now
from chassis.errors import NotFound
from chassis.identity import CurrentActor
from chassis.routing import Operation
from gateway import roles
from gateway.edge.visit import AtDoor, Visit
from gateway.running import Here, Running
from gateway.sessions import cookies, queries, rules
from gateway.sessions.live import Found
from gateway.sessions.schemas import ListedSessionOut, ProofIn, SessionIn, SessionOut, SessionsOut
from gateway.sessions.signing_in import tried
from gateway.sessions.tokens import digest

router = APIRouter(prefix="/v1/sessions", tags=["sessions"], route_class=Operation)
_REFUSED: dict[int | str, dict[str, Any]] = {
    401: {"description": "Name, password or code is wrong."},
    429: {"description": "Too many tries; Retry-After says when."},
}


async def current(here: Running, visit: Visit) -> Found:
    """The session behind this request; 404 for a machine client, which has none."""
    token = cookies.token(here, visit)
    found = await here.live_sessions.find(token, is_safe=True) if token else None
    if found is None:
        raise NotFound
    return found


@router.post(
    "",
    status_code=201,
    response_model=SessionOut,
    responses=_REFUSED,
    **allow(roles.PUBLIC, scope="public"),
)
async def create_session(body: SessionIn, here: Here, visit: AtDoor, request: Request) -> Response:
    """Sign in. The answer sets the session cookie; an earlier session of this browser ends."""
    earlier = cookies.token(here, visit)
    previous = digest(earlier) if earlier else None
    new = await here.proving.sign_in(tried(body.username, body, request), previous)
    return cookies.answer(*await cookies.begun(here, new, previous), 201)


@router.get("", response_model=SessionsOut, **allow(*roles.ALL, scope="own"))
async def list_sessions(here: Here, visit: AtDoor, tx: Tx) -> SessionsOut:
    """Where the caller is signed in, the session used last first."""
    mine = await current(here, visit)
    found = await queries.alive(tx, mine.caller.id, now())
    return SessionsOut(
        items=[
            ListedSessionOut(
                id=one.id,
                created_at=one.created_at,
                seen_at=one.seen_at,
                expires_at=one.created_at + rules.ABSOLUTE,
                has_otp=one.has_otp,
                agent=one.agent,
                is_current=one.id == mine.id,
            )
            for one in found
        ]
    )


@router.get("/current", response_model=SessionOut, **allow(*roles.ALL, scope="own"))
async def get_session(here: Here, visit: AtDoor) -> SessionOut:
    """Who is signed in, and the CSRF token of this session."""
    return await cookies.shown(here, await current(here, visit))


@router.post(
    "/current/confirm",
    response_model=SessionOut,
    responses=_REFUSED,
    **allow(*roles.ALL, scope="own"),
)
async def confirm_session(body: ProofIn, here: Here, visit: AtDoor, request: Request) -> Response:
    """Prove again who is sitting here. The session goes on under a new cookie and token."""
    mine = await current(here, visit)
    new = await here.proving.renew(tried(mine.username, body, request), mine.digest)
    return cookies.answer(*await cookies.begun(here, new, mine.digest), 200)


@router.delete("/current", status_code=204, **allow(*roles.ALL, scope="own"))
async def end_session(here: Here, visit: AtDoor) -> Response:
    """Sign out: the cookie is dead with the next request."""
    found = await current(here, visit)
    async with here.sessions.begin() as tx:
        await queries.end(tx, found.digest)
    here.live_sessions.forget(found.digest)
    return Response(status_code=204, headers={"Set-Cookie": cookies.set_cookie(here, "", 0)})


@router.delete(
    "/{session_id:uuid}", status_code=204, **allow(*roles.ALL, scope="self", obj="session_id")
)
async def revoke_session(session_id: UUID, tx: Tx, actor: CurrentActor, here: Here) -> Response:
    """End one of the caller's own sessions: at once here, within seconds on other replicas."""
    if actor.id is None:
        raise NotFound
    here.live_sessions.forget(await queries.end_one(tx, session_id, actor.id))
    return Response(status_code=204)
