"""A person saw the warning and says "create it all the same": how that is told from not looking.

The token names nothing and is stored nowhere: it is a seal over who asked for what until when.
"""

import base64
import hashlib
import hmac
import time
from typing import Annotated

from fastapi import Depends, Header, Request

from chassis.identity import Actor, CurrentActor

LASTS = 15 * 60  # seconds


class Confirmation:
    """The seal of one caller in one operation; `given` is what came with the request."""

    def __init__(self, secret: str, actor: Actor, operation: str, given: str) -> None:
        self._key = hashlib.sha256(b"confirmation\0" + secret.encode()).digest()
        self._who, self._given = f"{actor.kind} {actor.id} {operation}", given

    def seal(self, body: str, now: float | None = None) -> str:
        """A token for this body, good for fifteen minutes."""
        return self._sealed(body, int(now or time.time()) + LASTS)

    def covers(self, body: str, now: float | None = None) -> bool:
        """Whether the token that came was given to this caller, for this body, not too long ago."""
        head = self._given.partition(".")[0]
        if not head.isascii() or not head.isdecimal() or len(head) > 12:
            return False
        fresh = int(head) >= (now or time.time())
        return fresh and hmac.compare_digest(self._given, self._sealed(body, int(head)))

    def _sealed(self, body: str, until: int) -> str:
        told = f"{until} {self._who} {hashlib.sha256(body.encode()).hexdigest()}"
        digest = hmac.digest(self._key, told.encode(), "sha256")
        return f"{until}.{base64.urlsafe_b64encode(digest).rstrip(b'=').decode()}"


async def confirmation(
    request: Request,
    actor: CurrentActor,
    given: Annotated[
        str,
        Header(
            alias="Confirmation",
            max_length=100,
            pattern="^[0-9A-Za-z_.-]*$",
            description="What a 409 `registry.possible_duplicates` gave, to create all the same.",
        ),
    ] = "",
) -> Confirmation:
    # The database's address holds its password: whoever knows that needs no token to write there.
    secret = request.app.state.settings.database_url
    return Confirmation(secret, actor, request.state.operation, given)


Confirmed = Annotated[Confirmation, Depends(confirmation)]
