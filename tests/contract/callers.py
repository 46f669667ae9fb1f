"""Everybody who can call the house: each demonstration account signed in once, machine clients, and
nobody. Found by HOUSE_URL and DATA_DIR, which `python -m deploy.with_house` gives."""

import asyncio
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

ROLES = ("officer", "appraiser", "approver", "admin", "viewer", "auditor", "integrator")
NATIONAL = "VUFO"
SIGN_IN = "/api/gateway/v1/sessions"


class Caller(httpx.AsyncClient):
    """One caller of the house. `role` is empty for nobody and for a program."""

    def __init__(self, url: str, role: str = "", unit: str = "", **headers: str) -> None:
        # Idle connections are left before the gateway, which waits five seconds, closes them.
        limits = httpx.Limits(keepalive_expiry=2)
        super().__init__(base_url=url, timeout=30, headers=headers, limits=limits)
        self.role, self.unit = role, unit

    async def change(
        self, method: str, url: str, body: Any, version: int | str | None
    ) -> httpx.Response:
        """A JSON change made on `version`; a PATCH is a merge patch."""
        kind = "merge-patch+json" if method == "PATCH" else "json"
        headers = {"Content-Type": f"application/{kind}"}
        if version is not None:
            headers["If-Match"] = "*" if version == "*" else f'"{version}"'
        return await self.request(method, url, content=json.dumps(body), headers=headers)


@dataclass
class Callers:
    """Sign-ins are kept: the house slows down whoever tries too many."""

    url: str
    accounts: dict[str, Any]
    known: dict[tuple[str, ...], Caller] = field(default_factory=dict)
    opened: list[Caller] = field(default_factory=list)
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    signing: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def nobody(self) -> Caller:
        if ("nobody",) not in self.known:
            self.known["nobody",] = self._open()
        return self.known["nobody",]

    async def as_(self, role: str, unit: str = "HUFO", *, second: bool = False) -> Caller:
        """The account of this role in this unit, with its session and CSRF token."""
        who = (role, unit, "second") if second else (role, unit)
        async with self.lock:
            if who not in self.known:
                self.known[who] = await self.sign_in(role, unit, second=second)
        return self.known[who]

    async def sign_in(self, role: str, unit: str, *, second: bool = False) -> Caller:
        """A session of its own, for whoever is going to end it."""
        person = self.person(role, unit, second=second)
        return await self.sign_in_with(person["username"], person["password"], role, unit)

    async def sign_in_with(self, username: str, password: str, role: str, unit: str) -> Caller:
        said = {"username": username, "password": password}
        # One at a time: passwords are slow to check on purpose, and few may wait for that.
        async with self.signing:
            answer = await self.nobody.post(SIGN_IN, json=said)
            self.nobody.cookies.clear()
        assert answer.status_code == 201, f"{username} cannot sign in: {answer.text}"
        name, value = next(iter(answer.cookies.items()))
        csrf = answer.json()["csrf_token"]
        say_in_secret(password, value, csrf)
        return self._open(role, unit, **{"Cookie": f"{name}={value}", "X-CSRF-Token": csrf})

    async def machine(self, unit: str, scope: str | None = None) -> Caller:
        """The program of this unit, with all its scopes or with one."""
        async with self.lock:
            if ("machine", unit, scope or "") not in self.known:
                form = {"grant_type": "client_credentials"} | ({"scope": scope} if scope else {})
                answer = await self.nobody.post("/oauth2/token", data=form, auth=self.basic(unit))
                assert answer.status_code == 200, answer.text
                token = answer.json()["access_token"]
                say_in_secret(token)
                opened = self._open(unit=unit, Authorization=f"Bearer {token}")
                self.known["machine", unit, scope or ""] = opened
        return self.known["machine", unit, scope or ""]

    def basic(self, unit: str) -> tuple[str, str]:
        """Id and secret of this unit's program; the first program for a unit without one."""
        clients: list[dict[str, str]] = self.accounts["clients"]
        client = next((c for c in clients if c["unit_code"] == unit), clients[0])
        return client["client_id"], client["client_secret"]

    def person(self, role: str, unit: str, *, second: bool = False) -> dict[str, Any]:
        people: list[dict[str, Any]] = self.accounts["people"]
        found = [p for p in people if p["unit_code"] == unit and p["roles"] == [role]]
        return found[1 if second else 0]

    def unit_id(self, unit: str) -> str:
        return str(self.person("officer", unit)["unit_id"])

    async def close(self) -> None:
        for caller in self.opened:
            await caller.aclose()

    def _open(self, role: str = "", unit: str = "", **headers: str) -> Caller:
        self.opened.append(Caller(self.url, role, unit, **headers))
        return self.opened[-1]


def say_in_secret(*values: str) -> None:
    """What the house must not write into its log: looked for when the suite has ended."""
    if told := os.environ.get("SAID_IN_SECRET"):
        with Path(told).open("a", encoding="utf-8") as file:
            file.writelines(f"{value}\n" for value in values)


def house() -> Callers:
    """The house of this run. Without one we fail: a check that does not run proves nothing."""
    url, data = os.environ.get("HOUSE_URL"), os.environ.get("DATA_DIR")
    if not url or not data:
        pytest.fail("HOUSE_URL and DATA_DIR are not set: run this with `make test`.")
    return Callers(url, json.loads((Path(data) / "demo-accounts.json").read_text()))
