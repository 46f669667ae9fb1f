"""How much of papers a unit may keep: counted, shown, given back, and never exceeded by a race."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest
from fastapi import FastAPI

from chassis.testing import Caller

Making = Callable[..., Awaitable[dict[str, Any]]]
MIB = 1 << 20


def a_paper(size: int, mark: int = 0) -> bytes:
    head, tail = f"%PDF-1.7\n%{mark}\n".encode(), b"\n%%EOF\n"
    return head + b" " * (size - len(head) - len(tail)) + tail


async def hand_in(caller: Caller, grant: str, content: bytes) -> httpx.Response:
    file = {"file": ("Văn kiện.pdf", content, "application/pdf")}
    url = f"/v1/grants/{grant}/documents"
    return await caller.post(url, files=file, data={"kind": "project_document"})


@pytest.fixture
def one_mib(app: FastAPI) -> None:
    app.state.settings = app.state.settings.model_copy(update={"files_mib": 1})


def kept(folder: Path) -> int:
    return sum(1 for path in folder.rglob("*") if path.is_file())


@pytest.mark.usefixtures("one_mib")
async def test_a_unit_is_told_what_it_uses_and_what_has_no_room_is_not_stored(
    client: Caller, a_grant: Making, tmp_path: Path
) -> None:
    first, second = (await a_grant())["id"], (await a_grant())["id"]
    officer = client.as_("officer")

    fits = await hand_in(officer, first, a_paper(MIB - 1000))
    before = kept(tmp_path)
    over = await hand_in(officer, second, a_paper(1001))
    exact = await hand_in(officer, second, a_paper(1000))
    shown = (await client.as_("viewer").get(f"/v1/grants/{second}/documents")).json()["room"]
    gone = await officer.delete(
        f"/v1/grants/{first}/documents/{fits.json()['id']}", headers={"If-Match": '"1"'}
    )
    again = await hand_in(officer, second, a_paper(MIB - 1000, 1))

    assert fits.status_code == 201, fits.text
    assert (over.status_code, over.json()["code"]) == (409, "files.no_room")
    assert over.json()["room"] == {"used": MIB - 1000, "allowed": MIB}
    assert "1.0 MB" in over.json()["detail"]
    assert (exact.status_code, shown) == (201, {"used": MIB, "allowed": MIB})
    assert kept(tmp_path) >= before
    assert (gone.status_code, again.status_code) == (204, 201)


@pytest.mark.usefixtures("one_mib")
async def test_a_refused_paper_leaves_nothing_in_the_store(
    client: Caller, a_grant: Making, tmp_path: Path
) -> None:
    grant = (await a_grant())["id"]
    await hand_in(client.as_("officer"), grant, a_paper(MIB - 1000))
    before = kept(tmp_path)

    over = await hand_in(client.as_("officer"), grant, a_paper(2000))

    assert (over.status_code, kept(tmp_path)) == (409, before)


@pytest.mark.usefixtures("one_mib")
async def test_of_many_uploads_at_once_only_those_that_fit_are_taken(
    client: Caller, a_grant: Making, db: asyncpg.Connection
) -> None:
    grants = [(await a_grant())["id"] for _ in range(6)]
    officer = client.as_("officer")

    answers = await asyncio.gather(
        *(hand_in(officer, grant, a_paper(MIB * 2 // 5, i)) for i, grant in enumerate(grants))
    )

    codes = sorted(answer.status_code for answer in answers)
    assert codes == [201, 201, 409, 409, 409, 409], [answer.text for answer in answers]
    counted = await db.fetchval("SELECT size FROM file_totals")
    assert counted == await db.fetchval("SELECT sum(size) FROM documents") <= MIB


@pytest.mark.usefixtures("one_mib")
async def test_units_do_not_share_their_room(client: Caller, a_grant: Making) -> None:
    mine, theirs = (await a_grant())["id"], (await a_grant(unit="HAIPHONG"))["id"]

    full = await hand_in(client.as_("officer"), mine, a_paper(MIB))
    other = await hand_in(client.as_("officer", "HAIPHONG"), theirs, a_paper(MIB))

    assert (full.status_code, other.status_code) == (201, 201)
