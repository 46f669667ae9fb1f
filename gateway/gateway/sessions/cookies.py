"""The session's cookie, and the one answer that sets it."""

from http.cookies import SimpleCookie

from starlette.responses import Response

from gateway.accounts.models import Account
from gateway.edge.caller import cookie
from gateway.edge.visit import Visit
from gateway.running import Running
from gateway.sessions import rules
from gateway.sessions.live import Found
from gateway.sessions.models import Session
from gateway.sessions.schemas import PersonOut, SessionOut


def set_cookie(here: Running, token: str, seconds: int, name: str = "") -> str:
    """The value of Set-Cookie, the session's unless named; zero seconds take the cookie away."""
    jar: SimpleCookie = SimpleCookie()
    name = name or here.settings.cookie
    jar[name] = token
    morsel = jar[name]
    morsel["path"], morsel["max-age"] = "/", seconds
    morsel["httponly"], morsel["samesite"] = True, "Lax"
    if here.settings.is_https:
        morsel["secure"] = True
    return morsel.OutputString()


def token(here: Running, visit: Visit) -> str | None:
    return cookie(visit.inbound.get(b"cookie"), here.settings.cookie)


async def shown(here: Running, found: Found) -> SessionOut:
    """A session as its own person sees it."""
    caller = found.caller
    person = PersonOut(
        id=caller.id,
        username=found.username,
        name=caller.name,
        roles=list(caller.roles),
        unit_id=caller.unit_id,
        unit_code=caller.unit_code,
        national=caller.national,
        predecessors=list(await here.lineage.of(caller.unit_id)),
    )
    return SessionOut(
        id=found.id,
        person=person,
        csrf_token=found.csrf,
        expires_at=found.expires_at,
        authenticated_at=found.authenticated_at,
        has_otp=caller.has_otp,
        must_enrol=here.guard.must_enrol(caller),
    )


async def begun(
    here: Running, new: tuple[str, Session, Account], previous: bytes | None
) -> tuple[SessionOut, str]:
    """What a new session shows, and its Set-Cookie; the previous one is forgotten here."""
    said, session, account = new
    if previous is not None:
        here.live_sessions.forget(previous)
    found = await here.live_sessions.admit(session, account)
    age = int((found.expires_at - session.seen_at).total_seconds())
    seconds = max(1, min(age, int(rules.ABSOLUTE.total_seconds())))
    return await shown(here, found), set_cookie(here, said, seconds)


def answer(out: SessionOut, cookie_: str, status: int) -> Response:
    headers = {"Set-Cookie": cookie_, "Location": "/api/gateway/v1/sessions/current"}
    return Response(out.model_dump_json(), status, headers, "application/json")
