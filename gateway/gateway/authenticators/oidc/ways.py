"""A way to the provider and back: begun in one browser, ended once, in the same one."""

import hmac
from datetime import timedelta

from fastapi import Request
from starlette.responses import Response

from chassis.db import now
from chassis.errors import Refusal, RuleViolation
from gateway.authenticators.oidc import rules
from gateway.authenticators.oidc.provider import Provider
from gateway.authenticators.oidc.rules import Said
from gateway.authenticators.oidc.schemas import ReturnIn, WayOut
from gateway.authenticators.passkeys import queries as challenges
from gateway.authenticators.passkeys.rules import decoded, encoded, is_good, new_challenge
from gateway.edge.caller import cookie
from gateway.edge.errors import TooManyTries
from gateway.edge.visit import Visit
from gateway.running import Running
from gateway.sessions.cookies import set_cookie
from gateway.sessions.signing_in import where
from gateway.throttles import queries as throttles
from gateway.throttles.rules import Bucket, of_address


def provider(here: Running) -> Provider:
    if here.oidc is None:
        raise RuleViolation("sessions.oidc_off")
    return here.oidc


async def begin(here: Running, purpose: str, *, fresh: bool) -> Response:
    """Where the browser goes, and the cookie by which it is known when it comes back."""
    challenge = new_challenge(here.oidc_key, purpose, now(), rules.LIFE)
    way = rules.way(here.oidc_key, challenge)
    address = await provider(here).address(way, fresh=fresh)
    out = WayOut(address=address, expires_at=now() + rules.LIFE)
    headers = {"Set-Cookie": kept(here, encoded(challenge), rules.LIFE)}
    return Response(out.model_dump_json(), 201, headers, "application/json")


async def end(
    here: Running, visit: Visit, body: ReturnIn, request: Request, purpose: str
) -> Said | str:
    """What the provider says of who came back, or the code of a refusal. The state is used up
    before anybody is asked: whatever comes of it, it opens nothing a second time."""
    asked = provider(here)
    challenge = decoded(said(here, visit))
    way = rules.way(here.oidc_key, challenge)
    is_ours = is_good(here.oidc_key, purpose, challenge, now())
    is_ours = is_ours and hmac.compare_digest(way.state, body.state)
    async with here.sessions.begin() as tx:
        await refuse_tired(tx, here, request)
        if not is_ours or not await challenges.answer(tx, challenge, now()):
            return "sessions.oidc_stale"
    return await asked.said(body.code, way, body.iss) or "sessions.oidc_refused"


def buckets(here: Running, request: Request) -> tuple[Bucket, Bucket]:
    """Failures count by address and in all, never by name: see adr/0015."""
    return of_address(where(request).address, here.proving.per_address), here.proving.all


async def refuse_tired(tx: object, here: Running, request: Request) -> None:
    both = buckets(here, request)
    await throttles.lock(tx, both[0])  # type: ignore[arg-type]
    if seconds := await throttles.wait(tx, both, now()):  # type: ignore[arg-type]
        raise TooManyTries("sessions.too_many_tries", seconds)


def said(here: Running, visit: Visit) -> str:
    return cookie(visit.inbound.get(b"cookie"), here.settings.way_cookie) or ""


def kept(here: Running, value: str, life: timedelta) -> str:
    return set_cookie(here, value, int(life.total_seconds()), here.settings.way_cookie)


def over(here: Running, answer: Response) -> Response:
    """The answer that ends a way takes its cookie away."""
    answer.headers.append("Set-Cookie", kept(here, "", timedelta()))
    return answer


def carrying(refusal: Refusal, cookie_: str) -> Refusal:
    refusal.headers = {**refusal.headers, "Set-Cookie": cookie_}
    return refusal
