"""The register as a file: the list's filters and order, all of it, and nothing in it runs."""

import csv
import io
import json

import asyncpg
import pytest
from python_calamine import CalamineWorkbook

from chassis.tables.write import XLSX_MEDIA_TYPE
from chassis.testing import Caller

from .making import an_ngo
from .test_large import MADE

URL = "/v1/ngos"
MEAN = ("=1+1", "+84 28 3822", "-5 + cmd", "@SUM(1)", "＝1+1", "＋1", "－1", "＠SUM(1)")


async def fetched(client: Caller, kind: str, **params: str) -> bytes:
    headers = {"Accept": kind, "Accept-Language": "vi"}
    answer = await client.as_("viewer", "CANTHO").get(URL, params=params, headers=headers)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].split(";")[0] == kind.split(";")[0]
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    return answer.content


async def test_more_than_one_portion_comes_whole_and_in_order(
    client: Caller, db: asyncpg.Connection
) -> None:
    await db.execute(MADE.replace("10000", "2345"))

    text = (await fetched(client, "text/csv", sort="-name")).decode("utf-8-sig")
    lines = (await fetched(client, "application/x-ndjson")).decode().splitlines()
    book = CalamineWorkbook.from_filelike(io.BytesIO(await fetched(client, XLSX_MEDIA_TYPE)))

    rows = list(csv.DictReader(io.StringIO(text)))
    names = [row["Tên tổ chức"] for row in rows]
    assert len(names) == len(set(names)) == 2345
    assert names == sorted(names, reverse=True)
    assert "\r\n" in text
    assert [json.loads(line)["name_vi"] for line in lines] == names[::-1]
    sheet = book.get_sheet_by_index(0).to_python()
    assert [row[1] for row in sheet[1:]] == names[::-1]


async def test_filters_and_search_hold_for_the_file(client: Caller) -> None:
    await an_ngo(client, name_vi="Quỹ Đường")
    await an_ngo(client, name_vi="Hội Khác", home_country="FR")

    lines = (await fetched(client, "application/x-ndjson", q="duong")).decode().splitlines()
    empty = (await fetched(client, "text/csv", home_country="DE")).decode("utf-8-sig")

    assert [json.loads(line)["name_vi"] for line in lines] == ["Quỹ Đường"]
    assert empty.splitlines()[0].startswith("Mã INGO,Tên tổ chức")
    assert len(empty.splitlines()) == 1


@pytest.mark.parametrize("name", MEAN)
async def test_what_a_spreadsheet_would_run_is_neutralised(client: Caller, name: str) -> None:
    await an_ngo(client, name_vi=name)

    text = (await fetched(client, "text/csv;delimiter=semicolon")).decode("utf-8-sig")
    book = CalamineWorkbook.from_filelike(io.BytesIO(await fetched(client, XLSX_MEDIA_TYPE)))

    (row,) = csv.DictReader(io.StringIO(text), delimiter=";")
    assert row["Tên tổ chức"] == "'" + name
    assert book.get_sheet_by_index(0).to_python()[1][1] == name


async def test_a_list_in_json_stays_a_page(client: Caller) -> None:
    await an_ngo(client)

    answer = await client.as_("viewer").get(URL, headers={"Accept": "application/json, text/csv"})

    assert answer.headers["content-type"] == "application/json"
    assert len(answer.json()["items"]) == 1
