"""The tour's way to the provider and back: it goes as a browser does, and keeps its cookie."""

import os
import secrets
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx

from gateway.testing_oidc import SIGN_IN
from tests.contract.steps.step import Given

COOKIE = "oidc"
# Whose body holds what a provider gives once and to one browser: no generator can make it up.
ONCE = frozenset(
    {"gateway_add_identity", "gateway_create_oidc_session", "gateway_prove_oidc_session"}
)


class Elsewhere:
    """The account that was linked last, and the cookie of the way begun last."""

    def __init__(self) -> None:
        self.person, self.cookie, self.otp = "", "", ""

    def heard(self, answer: httpx.Response) -> None:
        self.cookie = answer.cookies.get(COOKIE, self.cookie)

    def code(self, answer: Any) -> str:
        """A recovery code of the newcomer who set codes up last, and links an account next."""
        self.otp = str(answer["codes"][0])
        return self.otp

    def link(self, given: Given) -> object:
        self.person = f"tour-{secrets.token_hex(6)}"
        return self._back(given)

    def enter(self, given: Given) -> object:
        return self._back(given, "&amr=mfa")

    def second(self, given: Given) -> object:
        """The provider vouches for this person by a password alone; then the code of the house."""
        url = os.environ["HOUSE_URL"] + SIGN_IN
        cookie = {"Cookie": f"{COOKIE}={self.cookie}"}
        first = httpx.post(url, json=self._back(given), headers=cookie)
        assert first.json()["code"] == "sessions.otp_required", first.text
        self.heard(first)
        return {"otp": self.otp}

    def _back(self, given: Given, more: str = "") -> dict[str, str]:
        sent = httpx.get(f"{given.refs['address']}&as={self.person}{more}")
        query = parse_qs(urlsplit(sent.headers["location"]).query)
        return {name: query[name][0] for name in ("code", "state")}


ELSEWHERE = Elsewhere()
