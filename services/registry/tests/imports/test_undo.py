"""An import taken back, its bad rows handed back, and its warnings."""

import io
from collections.abc import Callable
from typing import Any

import asyncpg
import httpx
import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.testing import Caller
from registry.demo.load import Loaded
from registry.ngos.duplicates import queries as duplicates
from registry.ngos.duplicates.rules import LIKE, Candidate

URL = "/v1/imports"
Staff = Callable[..., Caller]
STATE = """
SELECT jsonb_agg(to_jsonb(n) - 'version' - 'updated_at' ORDER BY id)::text AS ngos,
  (SELECT jsonb_agg(to_jsonb(c) - 'version' - 'updated_at' ORDER BY id)::text
   FROM certificates c) AS papers
FROM ngos n
"""


async def hand_in(caller: Caller, content: bytes, name: str = "danh-sách.csv") -> httpx.Response:
    return await caller.post(URL, files={"file": (name, content)})


async def checked(caller: Caller, content: bytes) -> dict[str, Any]:
    answer = await hand_in(caller, content)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def commit(caller: Caller, record: dict[str, Any], **body: bool) -> httpx.Response:
    return await caller.act(f"{URL}/{record['id']}/commit", record["version"], json=body)


async def rows(caller: Caller, record: dict[str, Any]) -> list[dict[str, Any]]:
    return (await caller.get(f"{URL}/{record['id']}/rows")).json()["items"]


def counts(record: dict[str, Any]) -> tuple[int, ...]:
    return tuple(record["counts"][name] for name in ("add", "change", "same", "error"))


async def undo(caller: Caller, record: dict[str, Any]) -> Any:
    return await caller.act(f"{URL}/{record['id']}/undo", record["version"])


async def test_an_undone_import_leaves_everything_as_it_was(
    staff: Staff, demo: Loaded, db: asyncpg.Connection, sample: bytes
) -> None:
    officer = staff("officer")
    before = await db.fetchrow(STATE)
    done = (await commit(officer, await checked(officer, sample), skip_errors=True)).json()
    assert tuple(await db.fetchrow(STATE)) != tuple(before)

    undone = await undo(officer, done)

    assert (undone.status_code, undone.json()["status"]) == (200, "undone"), undone.text
    assert undone.json()["allowed_actions"] == []
    assert tuple(await db.fetchrow(STATE)) == tuple(before)
    gone = await db.fetchval("SELECT count(*) FROM changes WHERE action = 'delete'")
    assert gone == 16, "a tombstone for each record that was made"
    again = await checked(officer, sample)
    assert counts(again) == counts(done)


async def test_what_somebody_touched_since_is_not_undone(
    staff: Staff, demo: Loaded, db: asyncpg.Connection, sample: bytes
) -> None:
    officer = staff("officer")
    done = (await commit(officer, await checked(officer, sample), skip_errors=True)).json()
    made = await db.fetchval("SELECT id FROM ngos ORDER BY created_at DESC LIMIT 1")
    await officer.merge(f"/v1/ngos/{made}", {"note": "x"}, 1)
    total = await db.fetchval("SELECT count(*) FROM ngos")

    refused = await undo(officer, done)

    assert (refused.status_code, refused.json()["code"]) == (409, "registry.import_changed_since")
    assert await db.fetchval("SELECT count(*) FROM ngos") == total


async def test_bad_rows_come_back_with_their_reasons_and_can_be_sent_again(
    staff: Staff, demo: Loaded, a_list: Callable[..., bytes]
) -> None:
    officer = staff("officer")
    record = await checked(
        officer,
        a_list(
            {},
            {"Số giấy đăng ký": "2", "Quốc gia": "Nước Lạ"},
            {"Số giấy đăng ký": "3", "Ngày cấp": "31/02/2026"},
        ),
    )

    answer = await officer.get(f"{URL}/{record['id']}/errors")

    head, *lines = (
        CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    )
    bad = [dict(zip(head, line, strict=True)) for line in lines]
    assert [line["Số giấy đăng ký"] for line in bad] == ["2", "3"]
    assert (bad[0]["Quốc gia"], bad[1]["Ngày cấp"]) == ("Nước Lạ", "31/02/2026")
    assert bad[0]["Lỗi"].startswith("Quốc gia: ")
    assert bad[1]["Lỗi"].startswith("Ngày cấp: ")
    taken = await staff("auditor").get("/v1/changes/entries", params={"resource": "exports"})
    assert [one["operation"] for one in taken.json()["items"]] == ["get_import_errors"]
    again = await hand_in(officer, answer.content, "dong-loi.xlsx")
    assert counts(again.json()) == (0, 0, 0, 2)


async def test_a_new_organisation_like_one_on_record_is_told(
    staff: Staff, demo: Loaded, db: asyncpg.Connection, a_list: Callable[..., bytes]
) -> None:
    officer = staff("officer")
    there = await db.fetchrow("SELECT name_vi, public_id, home_country FROM ngos LIMIT 1")
    country = await db.fetchval("SELECT name_vi FROM countries WHERE code = $1", there[2])
    name = f"{there['name_vi']} Quốc tế"

    record = await checked(
        officer, a_list({"Tên tổ chức": name, "Quốc gia": country, "Số giấy đăng ký": "X/1"})
    )

    (row,) = await rows(officer, record)
    assert row["outcome"] == "add", row
    assert [reason["code"] for reason in row["reasons"]] == ["registry.import_like"]
    assert there["public_id"] in row["reasons"][0]["vi"]


async def test_a_comparison_that_takes_too_long_is_broken_off_and_the_list_is_still_checked(
    staff: Staff, demo: Loaded, a_list: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def slow(tx: AsyncSession, *_: object) -> dict[int, list[Candidate]]:
        await tx.execute(text("SELECT pg_sleep(5)"))
        return {}

    assert f"similarity_threshold = {LIKE};" in duplicates.COMPARING
    soon = duplicates.COMPARING.replace("5s", "50ms")
    monkeypatch.setattr(duplicates, "COMPARING", soon)
    monkeypatch.setattr(duplicates, "like_each", slow)
    officer = staff("officer")

    record = await checked(
        officer, a_list({"Tên tổ chức": "Quỹ Chưa Từng Có", "Số giấy đăng ký": "X-1"})
    )

    assert counts(record) == (1, 0, 0, 0)
    (row,) = await rows(officer, record)
    assert [reason["code"] for reason in row["reasons"]] == ["registry.import_unchecked"]
    assert (await commit(officer, record)).status_code == 200
