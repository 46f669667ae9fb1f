"""Fixtures of procedures: an NGO and a certificate to open them on, and steps by their verb."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from chassis.days import today as vietnam_today
from registry.procedures.law import Law

if TYPE_CHECKING:
    from chassis.testing import Caller

SAID: list[str] = []
Making = Callable[..., Awaitable[dict[str, Any]]]
URL = "/v1/procedures"


@pytest.fixture(scope="session")
def said() -> list[str]:
    """Lines that the run ends with, so that its size can be read."""
    return SAID


def pytest_terminal_summary(terminalreporter: Any) -> None:
    for line in SAID:
        terminalreporter.write_line(line)


@pytest.fixture
async def ngo(client: "Caller") -> str:
    """The id of an NGO whose record HUFO keeps."""
    body = {"name_vi": "Quỹ Hữu nghị Giả Định", "home_country": "US", "sectors": ["education"]}
    answer = await client.as_("officer").post("/v1/ngos", json=body)
    return str(answer.json()["id"])


@pytest.fixture
def a_certificate(client: "Caller", ngo: str) -> Making:
    """A certificate of HUFO's, active today and for a year."""

    async def make(**fields: Any) -> dict[str, Any]:
        today = vietnam_today()
        body = {
            "ngo_id": ngo,
            "kind": "operation",
            "number": "01/GĐ/HĐ",
            "issuer": "Bộ Ngoại giao",
            "issued_on": str(today - timedelta(days=700)),
            "valid_from": str(today - timedelta(days=700)),
            "valid_to": str(today + timedelta(days=365)),
            "provinces": ["VN-79"],
            "sectors": ["education"],
            **fields,
        }
        answer = await client.as_("officer").post("/v1/certificates", json=body)
        assert answer.status_code == 201, answer.text
        made: dict[str, Any] = answer.json()
        return made

    return make


@pytest.fixture
def a_procedure(client: "Caller", a_certificate: Making, ngo: str) -> Making:
    """A procedure of HUFO's, opened a while ago so that its steps may lie in the past."""

    async def make(kind: str, **fields: Any) -> dict[str, Any]:
        body: dict[str, Any] = {"kind": kind, "opened_on": "2026-03-02", **fields}
        if kind == "grant":
            body |= {"ngo_id": ngo}
        elif "certificate_id" not in body:
            body["certificate_id"] = (await a_certificate())["id"]
        answer = await client.as_("officer").post(URL, json=body)
        assert answer.status_code == 201, answer.text
        made: dict[str, Any] = answer.json()
        return made

    return make


@pytest.fixture
def step(client: "Caller") -> Making:
    """Take a step that must succeed, on the version that the record in hand shows."""

    async def take(record: dict[str, Any], verb: str, on: str, **body: Any) -> dict[str, Any]:
        paper = {"number": "12", "dated": on, "issuer": "COMINGO", "summary": "Công văn giả định"}
        sent = {"on": on, "paper": paper, "reason": "Lý do giả định", **body}
        url = f"{URL}/{record['id']}/{verb}"
        answer = await client.as_("officer").act(url, record["version"], sent)
        assert answer.status_code == 200, answer.text
        done: dict[str, Any] = answer.json()
        return done

    return take


@pytest.fixture
def ticked(client: "Caller") -> Making:
    """Tick every paper that the decree asks for."""

    async def tick(record: dict[str, Any]) -> dict[str, Any]:
        law = Law(record["kind"], record["certificate_kind"], date.fromisoformat("2026-03-02"))
        for item in law.required:
            sent = {"item": item, "note": "Bản giấy, tủ 1 (giả định)"}
            url = f"{URL}/{record['id']}/tick"
            answer = await client.as_("officer").act(url, record["version"], sent)
            assert answer.status_code == 200, answer.text
            record = answer.json()
        return record

    return tick


async def certificate_of(client: "Caller", record: dict[str, Any]) -> dict[str, Any]:
    """The certificate of a procedure, as an officer of HUFO sees it."""
    answer = await client.as_("officer").get(f"/v1/certificates/{record['certificate_id']}")
    found: dict[str, Any] = answer.json()
    return found
