"""Aid under test: its own database, callers by role, and dossiers at any stage."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import asyncpg
import pytest

if TYPE_CHECKING:  # imported for real by pytest, which rewrites its asserts first
    from chassis.testing import Caller

pytest_plugins = ["chassis.testing"]

Making = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture(scope="session")
def service() -> str:
    return "aid"


async def _created(client: Caller, url: str, body: dict[str, Any]) -> dict[str, Any]:
    answer = await client.post(url, json=body)
    assert answer.status_code == 201, answer.text
    return answer.json()


@pytest.fixture
def a_donor(client: Caller) -> Making:
    async def make(unit: str = "HUFO", **fields: Any) -> dict[str, Any]:
        body = {"kind": "enterprise", "name_vi": "Công ty Giả Định", "home_country": "KR"}
        return await _created(client.as_("officer", unit), "/v1/donors", body | fields)

    return make


@pytest.fixture
def a_recipient(client: Caller) -> Making:
    async def make(unit: str = "HUFO", **fields: Any) -> dict[str, Any]:
        body = {"kind": "public_unit", "name_vi": "Bệnh viện Giả Định", "province": "VN-79"}
        return await _created(client.as_("officer", unit), "/v1/recipients", body | fields)

    return make


# who takes which step, with what words, to bring a dossier to a status
PATHS: dict[str, list[tuple[str, str, dict[str, Any] | None]]] = {
    "draft": [],
    "submitted": [("officer", "submit", None)],
    "appraised": [("officer", "submit", None), ("appraiser", "appraise", {"opinion": "Phù hợp."})],
}
PATHS["supplement_requested"] = [
    *PATHS["submitted"],
    ("appraiser", "return", {"reason": "Thiếu dự toán."}),
]
PATHS["approved"] = [
    *PATHS["appraised"],
    (
        "approver",
        "approve",
        {"decision_number": "12/QĐ-UBND", "decided_on": "2021-11-30", "authority": "UBND TP"},
    ),
]
PATHS["rejected"] = [*PATHS["appraised"], ("approver", "reject", {"reason": "Không phù hợp."})]
PATHS["withdrawn"] = [*PATHS["submitted"], ("officer", "withdraw", {"reason": "Bên tài trợ rút."})]


@pytest.fixture
def a_grant(client: Caller, a_donor: Making, a_recipient: Making) -> Making:
    """A complete dossier of a unit, brought to `status` by an officer, appraiser and approver."""

    async def make(status: str = "draft", unit: str = "HUFO", **fields: Any) -> dict[str, Any]:
        body: dict[str, Any] = {
            "title_vi": "Phòng đọc cho học sinh",
            "form": "non_project",
            "managing_agency": "UBND TP",
            "purpose": "Giúp học sinh đọc sách.",
            "sectors": [{"code": "education", "percentage": "100"}],
            "provinces": ["VN-79"],
            "amount": {"amount": "5000000000", "currency": "VND"},
            "starts_on": "2021-12-01",
            "ends_on": "2022-11-30",
        }
        if "donor_id" not in fields:
            body["donor_id"] = (await a_donor(unit))["id"]
        if "recipient_id" not in fields:
            body["recipient_id"] = (await a_recipient(unit))["id"]
        grant = await _created(client.as_("officer", unit), "/v1/grants", body | fields)
        for role, verb, words in PATHS[status]:
            answer = await client.as_(role, unit).act(
                f"/v1/grants/{grant['id']}/{verb}", grant["version"], words
            )
            assert answer.status_code == 200, answer.text
            grant = answer.json()
        return grant

    return make


@pytest.fixture
async def as_service(database: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection with the rights that the service itself has, and no rule of ours in between."""
    from chassis.testing import PASSWORD, ROLE, with_database

    name = urlsplit(database).path.lstrip("/")
    connection = await asyncpg.connect(with_database(database, name, ROLE, PASSWORD))
    yield connection
    await connection.close()
