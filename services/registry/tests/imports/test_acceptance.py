"""What the standard asks of spreadsheets, each by its number; XLS-4 is in test_round_trip.py."""

import csv
import io
import re
import resource
import time
import unicodedata
import zipfile
from collections.abc import Callable
from typing import Any

import asyncpg
import httpx
import pytest
import xlsxwriter
from python_calamine import CalamineSheet, CalamineWorkbook

from chassis.tables.write import XLSX_MEDIA_TYPE
from chassis.testing import Caller
from registry.demo.load import Loaded

from .conftest import as_xlsx

URL = "/v1/imports"
MIB = 1 << 20
Staff = Callable[..., Caller]


async def hand_in(caller: Caller, content: bytes, name: str = "a.xlsx") -> httpx.Response:
    return await caller.post(URL, files={"file": (name, content)})


async def reasons(caller: Caller, record: dict[str, Any]) -> list[tuple[str, str]]:
    rows = (await caller.get(f"{URL}/{record['id']}/rows?outcome=error")).json()["items"]
    return [(reason["field"], reason["code"]) for row in rows for reason in row["reasons"]]


def first_sheet(content: bytes) -> CalamineSheet:
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)


def filled(template: bytes, sample: bytes) -> bytes:
    """The template's own titles, a row typed below them; the other sheets stay away."""
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(template)).get_sheet_by_name("Dữ liệu")
    titles = [str(cell) for cell in sheet.to_python()[0]]
    row = next(csv.DictReader(io.StringIO(sample.decode("utf-8-sig"))))
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        page = book.add_worksheet("Dữ liệu")
        page.write_row(0, 0, titles)
        page.write_row(1, 0, [row.get(title.removesuffix(" *"), "") for title in titles])
    return made.getvalue()


async def test_xls_1_a_filled_template_is_taken_in_one_go(staff: Staff, sample: bytes) -> None:
    officer = staff("officer")
    template = (await officer.get(f"{URL}/template")).content
    with zipfile.ZipFile(io.BytesIO(template)) as parts:
        book = parts.read("xl/workbook.xml").decode()
        page = parts.read("xl/worksheets/sheet1.xml").decode()

    answer = await hand_in(officer, filled(template, sample))

    assert "Hướng dẫn" in book
    assert 'name="Danh mục"' in book
    assert "<dataValidation " in page, "a list to choose the kind from"
    assert answer.json()["counts"] == {"add": 1, "change": 0, "same": 0, "error": 0}


async def test_xls_2_a_dry_run_tells_all_and_a_repeated_file_makes_nothing_twice(
    staff: Staff, demo: Loaded, db: asyncpg.Connection, sample: bytes
) -> None:
    officer = staff("officer")
    before = await db.fetchval("SELECT count(*) FROM ngos")

    first = (await hand_in(officer, sample, "a.csv")).json()
    dry = await db.fetchval("SELECT count(*) FROM ngos")
    errors = (await officer.get(f"{URL}/{first['id']}/errors")).content
    path = f"{URL}/{first['id']}/commit"
    whole = await officer.act(path, first["version"], json={})
    row_wise = await officer.act(path, first["version"], json={"skip_errors": True})
    again = (await hand_in(officer, sample, "a.csv")).json()

    titles, *lines = first_sheet(errors).to_python()
    assert dry == before
    assert titles[-1] == "Lỗi"
    assert "Ngày này không có trong lịch." in str(lines[0][-1])
    assert (whole.status_code, row_wise.status_code) == (409, 200)
    assert (again["counts"]["add"], again["counts"]["change"]) == (0, 0)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("12/31/2026", "tables.cell.date_month_first"),
        ("1/2/26", "tables.cell.date_short_year"),
        ("tháng 3/2026", "tables.cell.date_incomplete"),
    ],
)
async def test_xls_3_a_doubtful_date_is_refused_never_guessed(
    staff: Staff, a_list: Callable[..., bytes], day: str, code: str
) -> None:
    officer = staff("officer")

    record = (await hand_in(officer, a_list({"Ngày cấp": day}), "a.csv")).json()

    assert await reasons(officer, record) == [("issued_on", code)]


async def test_xls_5_an_exported_workbook_runs_nothing_and_keeps_its_types(
    staff: Staff, demo: Loaded
) -> None:
    officer = staff("officer")
    answer = await officer.get("/v1/certificates", headers={"Accept": XLSX_MEDIA_TYPE})

    with zipfile.ZipFile(io.BytesIO(answer.content)) as parts:
        page = parts.read("xl/worksheets/sheet1.xml").decode()
        styles = parts.read("xl/styles.xml").decode()
    titles, first, *_ = first_sheet(answer.content).to_python()
    row = dict(zip(map(str, titles), first, strict=True))
    assert "<f>" not in page
    assert "hyperlink" not in page
    assert "dd/mm/yyyy" in styles
    assert hasattr(row["Ngày cấp"], "year"), "a real date"
    assert isinstance(row["Số giấy đăng ký"], str), "a code is text"


async def test_xls_6_csv_is_as_excel_in_vietnam_reads_it(staff: Staff, demo: Loaded) -> None:
    accept = {"Accept": "text/csv;delimiter=semicolon"}

    answer = await staff("officer").get("/v1/certificates", headers=accept)

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "filename*=UTF-8''" in answer.headers["content-disposition"]
    assert answer.content.startswith(b"\xef\xbb\xbf")
    lines = answer.content.decode("utf-8-sig").split("\r\n")
    assert lines[-1] == ""
    assert len(lines[0].split(";")) == len(next(csv.reader([lines[1]], delimiter=";")))
    assert re.search(r";\d\d/\d\d/\d{4};", lines[1])


def bomb() -> bytes:
    """A good workbook with a part that unpacks to more than it may."""
    made = io.BytesIO(as_xlsx("Tên tổ chức\nx\n"))
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/media/1.bin", b"\0" * (201 * MIB))
    return made.getvalue()


TOO_MANY = "Tên tổ chức,Quốc gia\n".encode() + b"a,US\n" * 50_001


@pytest.mark.parametrize(
    ("content", "name", "status", "code"),
    [
        (b"x" * (20 * MIB + 1), "a.csv", 413, "tables.too_large"),
        (bomb(), "a.xlsx", 422, "tables.unsafe"),
        (
            TOO_MANY,
            "a.csv",
            422,
            "tables.too_many_rows",
        ),
    ],
    ids=["20 MB", "unpacked", "rows"],
)
async def test_xls_7_beyond_the_limits_a_file_is_refused_at_little_cost(
    staff: Staff, content: bytes, name: str, status: int, code: str
) -> None:
    before, most = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    answer = await hand_in(staff("officer"), content, name)

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert time.process_time() - before < 2, "processor time of the service itself"
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - most
    assert grown < 300 * 1024, "kilobytes; the reader's own memory is bounded by the system"


async def test_xls_8_what_is_stored_is_composed_and_titles_are_found_however_written(
    staff: Staff, demo: Loaded, sample: bytes
) -> None:
    officer = staff("officer")
    apart = unicodedata.normalize("NFD", sample.decode("utf-8-sig"))
    title = unicodedata.normalize("NFD", "Tên tổ chức")
    written = apart.replace(title, "TEN_TO\u00a0CHU\u200bC", 1)

    record = (await hand_in(officer, written.encode(), "a.csv")).json()
    path = f"{URL}/{record['id']}/commit"
    done = await officer.act(path, record["version"], json={"skip_errors": True})

    assert done.status_code == 200, done.text
    kept = (await officer.get("/v1/ngos", headers={"Accept": "application/x-ndjson"})).text
    assert "số 201" in kept
    assert unicodedata.is_normalized("NFC", kept)
