"""Documents over HTTP: what is taken, what is refused, how it comes back."""

import hashlib
from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg
import httpx
import pytest

from chassis.testing import Caller

Making = Callable[..., Awaitable[dict[str, Any]]]
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


async def hand_in(
    caller: Caller,
    grant: str,
    content: bytes = PDF,
    name: str = "Văn kiện.pdf",
    media_type: str = "application/pdf",
    **form: Any,
) -> httpx.Response:
    return await caller.post(
        f"/v1/grants/{grant}/documents",
        files={"file": (name, content, media_type)},
        data={"kind": "project_document", **form},
    )


async def test_a_paper_comes_back_as_it_was_and_nothing_runs_it(
    client: Caller, a_grant: Making
) -> None:
    grant = (await a_grant())["id"]

    made = await hand_in(client.as_("officer"), grant, title="Văn kiện dự án")
    url = f"/v1/grants/{grant}/documents/{made.json()['id']}"
    back = await client.as_("viewer").get(f"{url}/content")

    digest = hashlib.sha256(PDF).hexdigest()
    assert made.status_code == 201, made.text
    assert made.headers["location"] == url
    assert (made.json()["sha256"], made.json()["size"]) == (digest, len(PDF))
    assert made.json()["title"] == "Văn kiện dự án"
    assert back.content == PDF
    assert back.headers["etag"] == f'"{digest}"'
    assert back.headers["content-type"] == "application/pdf"
    assert back.headers["content-disposition"].startswith("attachment;")
    assert "V%C4%83n%20ki%E1%BB%87n.pdf" in back.headers["content-disposition"]
    assert back.headers["x-content-type-options"] == "nosniff"
    assert back.headers["content-security-policy"] == "sandbox"


async def test_who_has_the_content_is_told_so(client: Caller, a_grant: Making) -> None:
    grant = (await a_grant())["id"]
    made = (await hand_in(client.as_("officer"), grant)).json()
    url = f"/v1/grants/{grant}/documents/{made['id']}/content"

    same = await client.as_("viewer").get(url, headers={"If-None-Match": f'"{made["sha256"]}"'})
    other = await client.as_("viewer").get(url, headers={"If-None-Match": '"x"'})

    assert (same.status_code, same.content) == (304, b"")
    assert other.status_code == 200


@pytest.mark.parametrize(
    ("content", "name", "media_type", "status", "code"),
    [
        (b"", "a.pdf", "application/pdf", 422, "files.empty"),
        (b"<html><script>alert(1)</script>", "a.pdf", "application/pdf", 415, None),
        (b"MZ\x90\x00" + b"\0" * 100, "a.pdf", "application/pdf", 415, None),
        (PDF, "a.exe", "application/pdf", 415, None),
        (PDF, "a.pdf", "text/html", 415, "files.type_mismatch"),
        (b"<svg onload=alert(1)>", "a.svg", "image/svg+xml", 415, None),
        (b"#!/bin/sh\nrm -rf /\n", "a.txt", "text/plain", 415, None),
        (PDF, "", "application/pdf", 422, None),
        (PDF + b"0" * (20 * 1024 * 1024), "a.pdf", "application/pdf", 413, "files.too_large"),
        (PDF + b"0" * (26 * 1024 * 1024), "a.pdf", "application/pdf", 413, "body.too_large"),
    ],
)
async def test_what_is_no_paper_is_refused_and_leaves_nothing(
    client: Caller, a_grant: Making, db: asyncpg.Connection,
    content: bytes, name: str, media_type: str, status: int, code: str | None,
) -> None:  # fmt: skip
    grant = (await a_grant())["id"]

    answer = await hand_in(client.as_("officer"), grant, content, name, media_type)

    assert answer.status_code == status, answer.text
    assert code in (None, answer.json()["code"])
    assert await db.fetchval("SELECT count(*) FROM documents") == 0


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.pdf", "C:\\x\\a.pdf", "a\u202efdp.pdf", "…" * 300 + ".pdf"]
)
async def test_a_nasty_name_is_made_harmless(client: Caller, a_grant: Making, name: str) -> None:
    grant = (await a_grant())["id"]

    made = await hand_in(client.as_("officer"), grant, name=name)

    kept = made.json()["file_name"]
    assert made.status_code == 201, made.text
    assert len(kept) <= 200
    assert not set("/\\\u202e") & set(kept)
    assert kept.endswith(".pdf")


@pytest.mark.parametrize(
    ("form", "pointer"),
    [
        ({"kind": "love_letter"}, "/body/kind"),
        ({"title": "a\u0000b"}, "/body/title"),
        ({"title": "  "}, "/body/title"),
        ({"title": ""}, "/body/title"),
        ({"unit_id": "x"}, "/body"),
        ({"title": ["one", "two"]}, "/body/title"),
    ],
)
async def test_a_part_that_means_nothing_is_refused(
    client: Caller, a_grant: Making, form: dict[str, Any], pointer: str
) -> None:
    grant = (await a_grant())["id"]

    answer = await hand_in(client.as_("officer"), grant, **form)

    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer)


async def test_a_form_without_a_file_is_refused(client: Caller, a_grant: Making) -> None:
    grant = (await a_grant())["id"]
    url, officer = f"/v1/grants/{grant}/documents", client.as_("officer")

    missing = await officer.post(url, files={"kind": (None, "request")})
    as_json = await officer.post(url, json={"kind": "request"})

    assert missing.status_code == 422
    assert "/body/file" in [error["pointer"] for error in missing.json()["errors"]]
    assert (as_json.status_code, as_json.headers["accept-post"]) == (415, "multipart/form-data")


async def test_a_submitted_dossier_takes_and_loses_no_paper(
    client: Caller, a_grant: Making
) -> None:
    grant = await a_grant()
    officer, url = client.as_("officer"), f"/v1/grants/{grant['id']}"
    paper = (await hand_in(officer, grant["id"])).json()
    await officer.act(f"{url}/submit", 1)

    added = await hand_in(officer, grant["id"])
    removed = await officer.delete(f"{url}/documents/{paper['id']}", headers={"If-Match": '"1"'})

    assert (added.status_code, added.json()["code"]) == (409, "aid.wrong_status")
    assert (removed.status_code, removed.json()["code"]) == (409, "aid.wrong_status")
    listed = (await client.as_("appraiser").get(f"{url}/documents")).json()["items"]
    assert [item["id"] for item in listed] == [paper["id"]]


async def test_whoever_handed_a_paper_in_is_an_editor(client: Caller, a_grant: Making) -> None:
    grant = await a_grant()
    url = f"/v1/grants/{grant['id']}"
    await hand_in(client.as_("officer", name="clerk@HUFO"), grant["id"])
    submitted = (await client.as_("officer").act(f"{url}/submit", 1)).json()

    answer = await client.as_("appraiser", name="clerk@HUFO").act(
        f"{url}/appraise", submitted["version"], {"opinion": "x"}
    )

    assert (answer.status_code, answer.json()["code"]) == (403, "aid.four_eyes")


async def test_a_paper_is_found_under_its_own_dossier_only(client: Caller, a_grant: Making) -> None:
    one, other = (await a_grant())["id"], (await a_grant())["id"]
    officer = client.as_("officer")
    paper = (await hand_in(officer, one)).json()["id"]

    for path in ("", "/content"):
        answer = await officer.get(f"/v1/grants/{other}/documents/{paper}{path}")
        assert answer.status_code == 404
    removed = await officer.delete(
        f"/v1/grants/{other}/documents/{paper}", headers={"If-Match": '"1"'}
    )
    assert removed.status_code == 404
    there = await officer.get(f"/v1/grants/{one}/documents/{paper}")
    assert there.status_code == 200


async def test_another_unit_hands_nothing_in(client: Caller, a_grant: Making) -> None:
    grant = (await a_grant())["id"]

    answer = await hand_in(client.as_("officer", "CANTHO"), grant)

    assert answer.status_code == 404


async def test_a_paper_taken_out_leaves_its_trace(
    client: Caller, a_grant: Making, db: asyncpg.Connection
) -> None:
    grant = (await a_grant())["id"]
    officer = client.as_("officer")
    paper = (await hand_in(officer, grant)).json()["id"]

    removed = await officer.delete(
        f"/v1/grants/{grant}/documents/{paper}", headers={"If-Match": '"1"'}
    )

    assert removed.status_code == 204
    log = await db.fetch("SELECT action FROM changes WHERE record_id = $1 ORDER BY id", paper)
    assert [row["action"] for row in log] == ["create", "delete"]


async def test_who_takes_a_paper_stands_in_the_log_and_who_has_it_already_does_not(
    client: Caller, a_grant: Making, sequenced: Callable[[], Awaitable[None]]
) -> None:
    grant = (await a_grant())["id"]
    made = (await hand_in(client.as_("officer"), grant)).json()
    url = f"/v1/grants/{grant}/documents/{made['id']}/content"
    taker = client.as_("viewer", "VUFO", name="Người xem", address="203.0.113.7")

    await taker.get(url)
    await taker.get(url, headers={"If-None-Match": f'"{made["sha256"]}"'})
    await client.as_("officer", "HAIPHONG").get(url)
    await sequenced()

    auditor = client.as_("auditor")
    found = await auditor.get("/v1/changes/entries", params={"action": "download"})
    feed = await client.as_("officer").get("/v1/changes")
    (entry,) = found.json()["items"]
    told = (entry["resource"], entry["record_id"], entry["actor"]["name"], entry["address"])
    assert told == ("documents", made["id"], "Người xem", "203.0.113.7")
    assert (entry["operation"], entry["fields"]) == ("get_document_content", [])
    assert "download" not in feed.text
