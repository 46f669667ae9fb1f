"""Main job 1, an officer's list becomes the register: dry run, commit, again, by hand, counted."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
import xlsxwriter

from tests.contract.callers import Caller, Callers

pytestmark = pytest.mark.asyncio(loop_scope="session")
SAMPLE = Path("services/registry/registry/demo/import_sample.csv")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
IMPORTS, NGOS = "/api/registry/v1/imports", "/api/registry/v1/ngos"
NEW, FIRST = {"add": 8, "change": 1, "same": 2, "error": 1}, "Quỹ Vầng Trăng Hư Cấu số 201 (demo)"


@pytest_asyncio.fixture(loop_scope="session")
async def officer(callers: Callers) -> Caller:
    return await callers.as_("officer")


def _workbook(text: str) -> bytes:
    """The same rows as Excel would save them."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(csv.reader(io.StringIO(text))):
            sheet.write_row(number, 0, row)
    return made.getvalue()


async def _hand_in(who: Caller, name: str, content: bytes, kind: str) -> dict[str, Any]:
    answer = await who.post(IMPORTS, files={"file": (name, content, kind)})
    assert answer.status_code == 201, answer.text
    record: dict[str, Any] = answer.json()
    assert record["status"] == "checked"
    return record


async def _called(who: Caller, name: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await who.get(NGOS, params={"q": name})).json()["items"]
    return items


async def test_a_list_is_checked_committed_and_repeated_without_effect(officer: Caller) -> None:
    text = SAMPLE.read_text(encoding="utf-8-sig")
    as_csv = text.encode()

    checked = await _hand_in(officer, "danh-sach.csv", as_csv, "text/csv")
    assert checked["counts"] == NEW
    wrong = await officer.get(f"{IMPORTS}/{checked['id']}/rows", params={"outcome": "error"})
    (row,) = wrong.json()["items"]
    assert {"home_country", "issued_on"} <= {reason["field"] for reason in row["reasons"]}
    assert await _called(officer, FIRST) == [], "a dry run enters nothing"

    from_excel = await _hand_in(officer, "danh-sach.xlsx", _workbook(text), XLSX)
    assert from_excel["counts"] == NEW, "Excel and CSV say the same"

    commit = f"{IMPORTS}/{from_excel['id']}/commit"
    refused = await officer.change("POST", commit, {"skip_errors": False}, 1)
    assert (refused.status_code, refused.json()["code"]) == (409, "registry.import_has_errors")
    entered = await officer.change("POST", commit, {"skip_errors": True}, 1)
    assert (entered.status_code, entered.json()["status"]) == (200, "committed")
    (ngo,) = await _called(officer, FIRST)

    again = await _hand_in(officer, "danh-sach.csv", as_csv, "text/csv")
    assert again["counts"] == {"add": 0, "change": 0, "same": 11, "error": 1}
    repeat = f"{IMPORTS}/{again['id']}/commit"
    assert (await officer.change("POST", repeat, {"skip_errors": True}, 1)).status_code == 200
    assert await _called(officer, FIRST) == [ngo], "a repeated list changes nothing"


async def test_a_record_is_corrected_by_hand_with_its_certificate(officer: Caller) -> None:
    said = {"name_vi": "Quỹ Sửa Tay (demo)", "home_country": "SE", "sectors": ["health"]}
    made = (await officer.post(NGOS, json=said)).json()
    url = f"{NGOS}/{made['id']}"

    assert (await officer.change("PATCH", url, {"note": "x"}, None)).status_code == 428
    edited = await officer.change("PATCH", url, {"short_name": "QST"}, made["version"])
    assert (edited.status_code, edited.json()["version"]) == (200, 2)
    stale = await officer.change("PATCH", url, {"short_name": "CŨ"}, made["version"])
    assert (stale.status_code, stale.json()["version"]) == (412, 2)

    certificate = {
        "ngo_id": made["id"], "kind": "operation", "number": "SỬA-TAY-1/2026/HĐ",
        "issuer": "Bộ Ngoại giao", "issued_on": "2026-02-03", "valid_from": "2026-02-03",
        "valid_to": "2029-02-02", "provinces": ["VN-79"], "sectors": ["health"],
    }  # fmt: skip
    recorded = await officer.post("/api/registry/v1/certificates", json=certificate)
    assert recorded.status_code == 201, recorded.text
    on_the_day = {"q": "Quỹ Sửa Tay", "unit": "HUFO", "as_of": "2026-02-03"}
    assert [n["id"] for n in (await officer.get(NGOS, params=on_the_day)).json()["items"]] == [
        made["id"]
    ]
    history = (await officer.get(f"{url}/history")).json()["items"]
    assert [(entry["version"], entry["action"]) for entry in history] == [
        (2, "update"),
        (1, "create"),
    ]
    assert history[0]["fields"] == [{"field": "short_name", "before": None, "after": "QST"}]


async def test_129_are_47_and_50_and_32(officer: Caller) -> None:
    asked = {"by": "region", "unit": "HUFO", "as_of": "2021-11-11"}
    body = (await officer.get("/api/registry/v1/statistics/ngos", params=asked)).json()
    assert body["total"]["count"] == 129
    counted = {row["key"]["region"]: row["count"] for row in body["rows"]}
    assert counted == {"americas": 47, "europe": 50, "asia_pacific": 32}
