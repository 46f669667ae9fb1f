"""A program tries itself out in a union of its own, which nobody else sees into."""

from uuid import uuid4

import httpx
import pytest

from tests.contract.callers import Callers

pytestmark = pytest.mark.asyncio(loop_scope="session")
RECIPIENTS = "/api/aid/v1/recipients"
SCOPES = ["aid:recipients:read", "aid:recipients:write", "registry:units:read"]


def key() -> dict[str, str]:
    return {"Idempotency-Key": uuid4().hex}


async def program(callers: Callers, name: str) -> tuple[httpx.AsyncClient, dict[str, str]]:
    """The client of a new sandbox, and what was said of it."""
    maker = await callers.machine("HUFO")
    body = {"name": name, "scopes": SCOPES}
    made = await maker.post("/api/gateway/v1/sandboxes", json=body, headers=key())
    assert made.status_code == 201, made.text
    said = made.json()
    http = httpx.AsyncClient(base_url=callers.url, timeout=30)
    token = await http.post(
        "/oauth2/token",
        data={"grant_type": "client_credentials"},
        auth=(said["client_id"], said["client_secret"]),
    )
    http.headers["Authorization"] = f"Bearer {token.json()['access_token']}"
    return http, said


async def test_a_sandbox_is_empty_and_its_records_are_its_own(callers: Callers) -> None:
    first, said = await program(callers, "Thử một")
    second, _ = await program(callers, "Thử hai")
    new = {"kind": "public_unit", "name_vi": "Trường Thử nghiệm (demo)", "province": "VN-79"}

    made = await first.post(RECIPIENTS, json=new, headers=key())

    assert made.status_code == 201, made.text
    assert made.json()["unit_id"] == said["unit_id"]
    mine, theirs = [(await who.get(RECIPIENTS)).json()["items"] for who in (first, second)]
    assert [one["id"] for one in mine] == [made.json()["id"]]
    assert theirs == []
    for stranger in (second, await callers.machine("HUFO")):
        assert (await stranger.get(f"{RECIPIENTS}/{made.json()['id']}")).status_code == 404
    unit = await first.get(f"/api/registry/v1/units/{said['unit_id']}")
    assert unit.json()["code"] == said["unit_code"]
    for one in (first, second):
        await one.aclose()
