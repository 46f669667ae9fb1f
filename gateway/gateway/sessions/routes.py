"""Sign in, who am I, sign out."""

from http.cookies import SimpleCookie

from fastapi import APIRouter, Request
from starlette.responses import Response

from chassis.authz import allow
from chassis.errors import NotFound
from chassis.routing import Operation
from gateway import roles
from gateway.edge.caller import cookie
from gateway.edge.visit import AtDoor, Visit
from gateway.running import Here, Running
from gateway.sessions import queries, rules
from gateway.sessions.live import Found, digest
from gateway.sessions.schemas import PersonOut, SessionIn, SessionOut
from gateway.sessions.signing_in import Tried

router = APIRouter(prefix="/v1/sessions", tags=["sessions"], route_class=Operation)


def _cookie(here: Running, token: str, seconds: int) -> str:
    jar: SimpleCookie = SimpleCookie()
    jar[here.settings.cookie] = token
    morsel = jar[here.settings.cookie]
    morsel["path"], morsel["max-age"] = "/", seconds
    morsel["httponly"], morsel["samesite"] = True, "Lax"
    if here.settings.is_https:
        morsel["secure"] = True
    return morsel.OutputString()


def _token(here: Running, visit: Visit) -> str | None:
    return cookie(visit.inbound.get(b"cookie"), here.settings.cookie)


def _address(request: Request) -> str:
    """The other end of the connection: what a header claims, anybody can write."""
    return request.client.host if request.client else "unknown"


def _out(found: Found) -> SessionOut:
    caller = found.caller
    person = PersonOut(
        id=caller.id,
        username=found.username,
        name=caller.name,
        roles=list(caller.roles),
        unit_id=caller.unit_id,
        unit_code=caller.unit_code,
        national=caller.national,
    )
    return SessionOut(person=person, csrf_token=found.csrf, expires_at=found.expires_at)


async def _current(here: Running, visit: Visit) -> Found:
    """The session behind this request; 404 for a machine client, which has none."""
    token = _token(here, visit)
    found = await here.live_sessions.find(token, is_safe=True) if token else None
    if found is None:
        raise NotFound
    return found


@router.post(
    "",
    status_code=201,
    response_model=SessionOut,
    responses={
        401: {"description": "Name or password is wrong; which, is not said."},
        429: {"description": "Too many tries; Retry-After says when."},
    },
    **allow(roles.PUBLIC, scope="public"),
)
async def create_session(body: SessionIn, here: Here, visit: AtDoor, request: Request) -> Response:
    """Sign in. The answer sets the session cookie; an earlier session of this browser ends."""
    earlier = _token(here, visit)
    previous = digest(earlier) if earlier else None
    tried = Tried(body.username, body.password, _address(request))
    token, session, account = await here.proving.sign_in(tried, previous)
    if previous is not None:
        here.live_sessions.forget(previous)
    found = here.live_sessions.remember(session, account)
    seconds = int(rules.ABSOLUTE.total_seconds())
    return Response(
        _out(found).model_dump_json(),
        201,
        {
            "Set-Cookie": _cookie(here, token, seconds),
            "Location": "/api/gateway/v1/sessions/current",
        },
        "application/json",
    )


@router.get("/current", response_model=SessionOut, **allow(*roles.ALL, scope="own"))
async def get_session(here: Here, visit: AtDoor) -> SessionOut:
    """Who is signed in, and the CSRF token of this session."""
    return _out(await _current(here, visit))


@router.delete("/current", status_code=204, **allow(*roles.ALL, scope="own"))
async def end_session(here: Here, visit: AtDoor) -> Response:
    """Sign out: the cookie is dead with the next request."""
    found = await _current(here, visit)
    async with here.sessions.begin() as tx:
        await queries.end(tx, found.digest)
    here.live_sessions.forget(found.digest)
    return Response(status_code=204, headers={"Set-Cookie": _cookie(here, "", 0)})
