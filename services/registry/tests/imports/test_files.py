"""What is handed in: lists that contradict themselves, files that are no lists, the template."""

from collections.abc import Callable
from typing import Any

import asyncpg
import httpx
import pytest

from chassis.testing import Caller
from registry.demo.load import Loaded

URL = "/v1/imports"
Staff = Callable[..., Caller]


async def hand_in(caller: Caller, content: bytes, name: str = "danh-sách.csv") -> httpx.Response:
    return await caller.post(URL, files={"file": (name, content)})


async def checked(caller: Caller, content: bytes, name: str = "danh-sách.csv") -> dict[str, Any]:
    answer = await hand_in(caller, content, name)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def commit(caller: Caller, record: dict[str, Any], **body: bool) -> httpx.Response:
    return await caller.act(f"{URL}/{record['id']}/commit", record["version"], json=body)


async def rows(caller: Caller, record: dict[str, Any], **params: str) -> list[dict[str, Any]]:
    answer = await caller.get(f"{URL}/{record['id']}/rows", params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


def counts(record: dict[str, Any]) -> tuple[int, ...]:
    return tuple(record["counts"][name] for name in ("add", "change", "same", "error"))


async def test_rows_that_repeat_or_contradict_each_other_are_found(
    staff: Staff, demo: Loaded, a_list: Callable[..., bytes]
) -> None:
    officer = staff("officer")
    content = a_list(
        {},
        {},  # the same certificate again
        {"Hiệu lực đến": "01/01/2027"},  # the same number, written differently
        {"Số giấy đăng ký": "2", "Loại giấy": "VPĐD", "Tên viết tắt": "X"},  # another short name
        {"Số giấy đăng ký": "3", "Loại giấy": "Văn phòng đại diện"},
    )

    record = await checked(officer, content)

    assert counts(record) == (2, 0, 0, 3)
    codes = [row["reasons"][0]["code"] for row in await rows(officer, record, outcome="error")]
    assert codes == [
        "registry.row_repeated",
        "registry.row_contradicts",
        "registry.row_contradicts",
    ]
    done = await commit(officer, record, skip_errors=True)
    assert done.status_code == 200, done.text


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", b"", "tables.empty"),
        ("a.csv", "Cột lạ,Cột khác\n1,2\n".encode(), "tables.no_header"),
        ("a.pdf", b"%PDF-1.7\n", "tables.not_a_table"),
        ("a.xls", b"<html><table></table></html>", "tables.html"),
        ("a.xlsx", b"Ten,So\n1,2\n", "tables.renamed"),
    ],
)
async def test_what_is_no_list_is_refused_whole(
    staff: Staff, db: asyncpg.Connection, name: str, content: bytes, code: str
) -> None:
    answer = await hand_in(staff("officer"), content, name)

    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert await db.fetchval("SELECT count(*) FROM imports") == 0


async def test_a_missing_required_column_is_named(staff: Staff, sample: bytes) -> None:
    answer = await hand_in(staff("officer"), sample.replace("Quốc gia".encode(), b"X", 1))

    assert (answer.status_code, answer.json()["code"]) == (422, "tables.columns_missing")
    assert "Quốc gia" in answer.json()["detail"]


async def test_a_form_without_a_file_is_refused(staff: Staff) -> None:
    answer = await staff("officer").post(URL, files={"other": ("a.csv", b"x")})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/body/file"


async def test_an_unknown_column_is_noted(staff: Staff, demo: Loaded, sample: bytes) -> None:
    record = await checked(
        staff("officer"), sample.replace(b"\n", b",x\n").replace(b",x", ",Người lập".encode(), 1)
    )

    note = record["notes"][0]
    assert note["code"] == "tables.note.unknown_columns"
    assert "Người lập" in note["vi"]


async def test_a_repeated_request_does_not_check_twice(
    staff: Staff, demo: Loaded, db: asyncpg.Connection, sample: bytes
) -> None:
    officer, key = staff("officer"), {"Idempotency-Key": "handed-in-once"}

    answers = [
        await officer.post(URL, files={"file": ("a.csv", sample)}, headers=key) for _ in range(2)
    ]

    assert answers[0].content == answers[1].content
    assert await db.fetchval("SELECT count(*) FROM imports") == 1


async def test_the_rows_are_forgotten_thirty_days_after_the_end(
    staff: Staff, demo: Loaded, db: asyncpg.Connection, sample: bytes
) -> None:
    officer = staff("officer")
    old, open_one = await checked(officer, sample), await checked(officer, sample)
    await commit(officer, old, skip_errors=True)
    await db.execute("UPDATE imports SET finished_at = finished_at - interval '31 days'")

    await checked(officer, sample)

    assert await rows(officer, old) == []
    assert len(await rows(officer, open_one)) == 12
    assert (await officer.get(f"{URL}/{old['id']}")).json()["counts"]["add"] == 8


async def test_the_titles_of_the_template_are_understood(staff: Staff) -> None:
    answer = await staff("viewer").get(f"{URL}/template")

    assert answer.headers["content-type"].endswith("spreadsheetml.sheet")
    assert answer.content.startswith(b"PK\x03\x04")
    empty = await hand_in(staff("officer"), answer.content, "mau.xlsx")
    assert empty.json()["code"] == "tables.no_rows", "its titles are understood, it has no rows"
