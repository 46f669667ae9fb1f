"""People with one-time codes, for tests: the app on their telephone and the codes on paper."""

from dataclasses import dataclass

import httpx
from pyotp import TOTP

from chassis.db import now

URL = "/api/gateway/v1/authenticators"


@dataclass
class Enrolled:
    """A signed-in person, their authenticator app and their recovery codes."""

    client: httpx.AsyncClient
    username: str
    app: TOTP
    codes: list[str]

    def next_code(self) -> str:
        """The code after the one of the set-up: good already, and for another half a minute."""
        return self.app.at(now(), counter_offset=1)


async def enrol(client: httpx.AsyncClient, username: str) -> Enrolled:
    """Set one-time codes up for whoever is signed in."""
    begun = await client.post(f"{URL}/otp")
    assert begun.status_code == 201, begun.text
    app = TOTP(begun.json()["secret"])
    done = await client.post(f"{URL}/otp/confirm", json={"otp": app.at(now())})
    assert done.status_code == 200, done.text
    client.headers["X-CSRF-Token"] = done.json()["session"]["csrf_token"]
    return Enrolled(client, username, app, done.json()["codes"])
