"""The published contract, with services there, away and gone."""

from pathlib import Path

import httpx
import orjson
import pytest

from gateway.contract import source
from gateway.running import Running
from gateway.testing import CONTRACT

URL = "/api/openapi.json"


async def test_the_house_publishes_one_document(client: httpx.AsyncClient) -> None:
    answer = await client.get(URL)

    body = answer.json()
    assert body["openapi"] == "3.1.0"
    assert [server["url"] for server in body["servers"]] == ["/"]
    assert {
        "/api/registry/v1/ngos",
        "/api/aid/v1/ngos",
        "/api/gateway/v1/sessions",
        "/oauth2/token",
        "/.well-known/jwks.json",
    } <= body["paths"].keys()
    assert "/livez" not in body["paths"]
    ids = [op["operationId"] for item in body["paths"].values() for op in item.values()]
    assert len(ids) == len(set(ids))
    assert "registry_list_ngos" in ids


async def test_every_reference_leads_somewhere(client: httpx.AsyncClient) -> None:
    text = (await client.get(URL)).text
    schemas = orjson.loads(text)["components"]["schemas"]

    named = {part.split('"')[0] for part in text.split('"#/components/schemas/')[1:]}

    assert named
    assert named <= schemas.keys()


async def test_a_known_document_is_not_sent_again(client: httpx.AsyncClient) -> None:
    etag = (await client.get(URL)).headers["etag"]

    again = await client.get(URL, headers={"If-None-Match": etag})

    assert (again.status_code, again.content) == (304, b"")


async def test_one_service_has_its_part_of_the_same_document(client: httpx.AsyncClient) -> None:
    body = (await client.get("/api/aid/openapi.json")).json()

    assert set(body["paths"]) == {"/api/aid/v1/ngos"}
    assert (await client.get("/api/gateway/openapi.json")).status_code == 200
    assert (await client.get("/api/unknown/openapi.json")).status_code == 404


async def test_a_service_that_is_away_is_described_by_its_committed_file(
    client: httpx.AsyncClient, tmp_path: Path
) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "openapi.json").write_bytes(orjson.dumps(CONTRACT))

    assert "/api/events/v1/ngos" in (await client.get(URL)).json()["paths"]


async def test_a_service_that_went_away_is_described_as_it_last_was(
    client: httpx.AsyncClient, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    await client.get(URL)
    monkeypatch.setattr(source, "FRESH_SECONDS", 0.0)
    running.proxy.ways["registry"].url = "http://127.0.0.1:9"

    assert "/api/registry/v1/ngos" in (await client.get(URL)).json()["paths"]


async def test_people_read_it_on_a_page_without_scripts_in_demonstration_only(
    client: httpx.AsyncClient,
) -> None:
    page = await client.get("/api/docs")

    assert page.headers["content-type"].startswith("text/html")
    assert "registry_list_ngos" in page.text
    assert "<script" not in page.text


async def test_in_production_there_is_no_such_page(
    client: httpx.AsyncClient, app: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = app.state  # type: ignore[attr-defined]
    monkeypatch.setattr(state, "settings", state.settings.model_copy(update={"mode": "production"}))

    assert (await client.get("/api/docs")).status_code == 404
