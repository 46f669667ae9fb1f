"""A clock that a test moves: in a demonstration `X-Test-Today` names the day of one request.

One request and not the house: two who test at once do not move each other's day, and nothing has to
be set back. Only what is reckoned by days follows (expiry, deadlines, what has begun); sessions,
tokens, the change log and what is kept for a while go by the real time.
"""

from datetime import date

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from chassis import problems
from chassis.days import named
from chassis.errors import BadRequest, Refusal

HEADER = b"x-test-today"
FIRST, LAST = date(1900, 1, 1), date(2200, 12, 31)


class MovedDay:
    """`moves`: whether this service has such a clock at all; in production none has."""

    def __init__(self, app: ASGIApp, *, moves: bool) -> None:
        self.app, self.moves = app, moves

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            for name, value in scope["headers"]:
                if name == HEADER:
                    await self._moved(value, scope, receive, send)
                    return
        await self.app(scope, receive, send)

    async def _moved(self, value: bytes, scope: Scope, receive: Receive, send: Send) -> None:
        """Refused rather than ignored: who moves the day must not take the real one for it."""
        try:
            if not (self.moves and scope["app"].state.settings.moves_clock):
                raise BadRequest("clock.fixed")
            day = _day(value)
        except Refusal as refusal:
            answer = await problems.on_refusal(Request(scope), refusal)
            await answer(scope, receive, send)
            return

        async def telling(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = [*message["headers"], (HEADER, day.isoformat().encode())]
                message = {**message, "headers": said}
            await send(message)

        before = named.set(day)
        try:
            await self.app(scope, receive, telling)
        finally:
            named.reset(before)


def _day(value: bytes) -> date:
    try:
        day = date.fromisoformat(value.decode("ascii"))
    except ValueError:
        raise BadRequest("clock.no_day") from None
    if len(value) != 10 or not FIRST <= day <= LAST:
        raise BadRequest("clock.no_day")
    return day
