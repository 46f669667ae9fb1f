"""One program's view of a house, and the list of scenarios. Needs httpx only."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx

RECIPIENTS = "/api/aid/v1/recipients"
MERGE = "application/merge-patch+json"


class Unmet(Exception):
    """What the house did instead."""


def expect(holds: object, otherwise: str, answer: httpx.Response | None = None) -> None:
    if not holds:
        seen = f"; {answer.status_code} {answer.text[:200]}" if answer is not None else ""
        raise Unmet(otherwise + seen)


@dataclass(frozen=True, slots=True)
class Scenario:
    group: str
    name: str
    run: Callable[["House"], None]


SCENARIOS: list[Scenario] = []


def scenario(name: str) -> Callable[[Callable[["House"], None]], Callable[["House"], None]]:
    """Adds a scenario under the name of its module."""

    def add(run: Callable[["House"], None]) -> Callable[["House"], None]:
        SCENARIOS.append(Scenario(run.__module__.rsplit(".", 1)[-1], name, run))
        return run

    return add


@dataclass
class House:
    """`client` may read everything of its unit and write recipients of aid (`aid:recipients:*`)."""

    url: str
    client: str
    secret: str
    made: list[str] = field(default_factory=list)
    token: str = ""

    def __post_init__(self) -> None:
        self.http = httpx.Client(base_url=self.url, timeout=40)

    def ask_token(self, **form: str) -> httpx.Response:
        body = {"grant_type": "client_credentials", **form}
        return self.http.post("/oauth2/token", data=body, auth=(self.client, self.secret))

    def call(
        self, method: str, path: str, *, anonymous: bool = False, **request: Any
    ) -> httpx.Response:
        """With the token; waits as the house asks while it is busy."""
        headers = dict(request.pop("headers", {}))
        if method == "POST":
            headers.setdefault("Idempotency-Key", uuid4().hex)
        if not anonymous and "Authorization" not in headers:
            if not self.token:
                self.token = str(self.ask_token().json()["access_token"])
            headers["Authorization"] = f"Bearer {self.token}"
        while True:
            answer = self.http.request(method, path, headers=headers, **request)
            if answer.status_code not in (429, 503):
                return answer
            time.sleep(float(answer.headers.get("Retry-After", "1")))

    def get(self, path: str, **params: Any) -> httpx.Response:
        return self.call("GET", path, params=params)

    def recipient(self, name: str = "") -> dict[str, str]:
        """The body of a new recipient, plainly fictional."""
        label = name or f"Trường Kiểm thử {uuid4().hex[:8]} (demo)"
        return {"kind": "public_unit", "name_vi": label, "province": "VN-79"}

    def create(self, name: str = "", **headers: str) -> httpx.Response:
        answer = self.call("POST", RECIPIENTS, json=self.recipient(name), headers=headers)
        if answer.status_code == 201:
            self.made.append(f"{RECIPIENTS}/{answer.json()['id']}")
        return answer

    def patch(self, path: str, body: str, etag: str | None) -> httpx.Response:
        headers = {"Content-Type": MERGE} | ({"If-Match": etag} if etag else {})
        return self.call("PATCH", path, content=body, headers=headers)

    def tidy(self) -> None:
        """Take away what the scenarios made."""
        for path in self.made:
            seen = self.call("GET", path)
            if seen.status_code == 200:
                self.call("DELETE", path, headers={"If-Match": seen.headers["etag"]})
        self.made.clear()

    def problem(self, answer: httpx.Response, status: int, code: str = "") -> dict[str, Any]:
        """The refusal that was expected, as problem+json."""
        expect(answer.status_code == status, f"{status} was expected", answer)
        kind = answer.headers.get("content-type", "")
        expect(kind.startswith("application/problem+json"), f"a refusal came as {kind}", answer)
        said: dict[str, Any] = answer.json()
        expect(not code or said["code"] == code, f"the code {code} was expected", answer)
        return said
