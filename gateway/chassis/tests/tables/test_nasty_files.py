"""Every nasty file and layout of the standard, and what becomes of it: names read, or `!why`.

After the names stand the notes that the person is given. Cells are in test_nasty_cells.py; what a
file may cost, in test_limits.py.
"""

import datetime as dt
import unicodedata
import zipfile
from io import BytesIO

import pytest

from chassis.files.names import clean_name
from chassis.tables.child import read
from chassis.tables.columns import Column, Limits
from chassis.tables.faults import Refused

from .building import sheet_xml, workbook_bytes

COLUMNS = [
    Column("name", ("Tên tổ chức", "Organisation", "Tên"), required=True),
    Column("code", ("Mã số", "Code")),
    Column("day", ("Địa bàn", "Area")),
]
HEAD = ["Tên tổ chức", "Mã số"]
ROW = ["Hội Hữu nghị", "001"]
TEXT = "Tên tổ chức,Mã số\r\nHội Hữu nghị,001\r\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
BOOK = workbook_bytes({"A": [HEAD, ROW]})
TCVN3 = "Tªn tæ chøc,M· sè\r\nHéi ®ång thµnh phè ViÖt Nam, §oµn thÓ\r\n"
VNI = "Teân toå chöùc,Maõ soá\r\nHoäi ñoàng thaønh phoá Vieät Nam, Ñoaøn theå\r\n"
DTD = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>'
ROWS = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Tên</t></is></c></row>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def cp1258(text):
    """Letters composed, tones apart: the code page knows no other way."""
    letters = []
    for char in text:
        base, *marks = unicodedata.normalize("NFD", char)
        own = "".join(mark for mark in marks if mark in "\u0302\u0306\u031b")
        tones = "".join(mark for mark in marks if mark not in own)
        letters.append(unicodedata.normalize("NFC", base + own) + tones)
    return "".join(letters).encode("cp1258")


def packed(**entries):
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return made.getvalue()


def book(*rows, **more):
    return workbook_bytes({"A": list(rows)}, **more)


def headed(title):
    return book([title, "Mã số"], ROW)


BOMB = book(HEAD, extra={"xl/media/1.bin": b"\0" * (200 << 20)})
MILLION = (
    f'<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/>{ROWS}'
    + "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in (2, 3, 4))
    + '<row r="1048576"><c r="A1048576" s="1"/></row></sheetData></worksheet>'
)
MERGED = '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>'
FILTER = '<autoFilter ref="A1:B3"/>'
RICH = '<c t="inlineStr"><is><r><t>Hội</t></r><r><t xml:space="preserve"> A</t></r></is></c>'
GOOD = ["Hội Hữu nghị"]
FILES = [
    ("empty", b"", "a.csv", "!empty"),
    ("header only", TEXT[:19].encode(), "a.csv", "!no_rows"),
    ("with mark", TEXT.encode("utf-8-sig"), "a.csv", GOOD),
    ("without mark", TEXT.encode(), "a.csv", GOOD),
    ("UTF-16LE with mark", ("\ufeff" + TEXT).encode("utf-16-le"), "a.csv", GOOD),
    ("cp1258", cp1258(TEXT), "a.csv", GOOD),
    ("TCVN3", TCVN3.encode("latin-1"), "a.csv", "!legacy_font"),
    ("VNI", VNI.encode("latin-1"), "a.csv", "!legacy_font"),
    ("BIFF", OLE + "Workbook\0".encode("utf-16-le"), "a.xls", "!xls"),
    ("macros", book(HEAD, ROW, content_type="x.macroEnabled.main+xml"), "a.xlsm", "!xlsm"),
    ("password", OLE + "EncryptedPackage\0".encode("utf-16-le"), "a.xlsx", "!password"),
    ("ODS", packed(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "a.ods", "!ods"),
    ("CSV as xlsx", TEXT.encode(), "a.xlsx", "!renamed"),
    ("HTML as xls", b"<html><table><tr><td>x", "a.xls", "!html"),
    ("truncated", BOOK[: len(BOOK) // 2], "a.xlsx", "!truncated"),
    ("zip bomb", BOMB, "a.xlsx", "!unsafe"),
    ("a million rows said", workbook_bytes({"A": MILLION}), "a.xlsx", ["2", "3", "4"]),
    ("DTD", workbook_bytes({"A": DTD}), "a.xlsx", ("!damaged", "!unsafe")),
    (
        "external links",
        book(HEAD, ROW, extra={"xl/externalLinks/externalLink1.xml": "<externalLink/>"}),
        *("a.xlsx", GOOD),
    ),
    ("NFD name", BOOK, unicodedata.normalize("NFD", "Danh sách.xlsx"), GOOD),
    ("long name with paths", BOOK, clean_name("../" * 70 + "x" * 200 + ".xlsx"), GOOD),
    ("titles above", book(["DANH SÁCH"], [], ["Năm 2026"], HEAD, ROW), "a.xlsx", GOOD),
    ("header in two rows", book(["Tên", "Chung"], [None, "Mã số", "Địa bàn"], ROW), "a.xlsx",
     "!columns_missing"),
    ("merged", workbook_bytes({"A": sheet_xml([HEAD, ["A", "1"], [None, "2"]], after=MERGED)}),
     "a.xlsx", ["A", "!merged"]),
    ("hidden row", workbook_bytes({"A": sheet_xml([HEAD, ROW], hidden=(2,))}), "a.xlsx",
     [*GOOD, "hidden_rows"]),
    ("filter on", workbook_bytes({"A": sheet_xml([HEAD, ROW, ["B"]], FILTER, (3,))}), "a.xlsx",
     [*GOOD, "B", "hidden_rows"]),
    ("hidden sheet", workbook_bytes({"A": [HEAD, ["x"]], "B": [HEAD, ROW]}, states={"A": "hidden"}),
     "a.xlsx", GOOD),
    ("several sheets", workbook_bytes({"A": [["Bìa"]], "B": [HEAD, ROW]}), "a.xlsx",
     [*GOOD, "other_sheets"]),
    ("order changed", book(HEAD[::-1], ROW[::-1]), "a.xlsx", GOOD),
    ("column missing", book(["Mã số"], ["001"]), "a.xlsx", "!columns_missing"),
    ("column twice", book(["Tên", "ten"], ["a", "b"]), "a.xlsx", "!columns_twice"),
    ("unknown column", book([*HEAD, "Lạ"], ROW), "a.xlsx", [*GOOD, "unknown_columns"]),
    ("other case", headed("TÊN TỔ CHỨC"), "a.xlsx", GOOD),
    ("without marks", headed("ten to chuc"), "a.xlsx", GOOD),
    ("line break in title", headed("Tên\ntổ chức"), "a.xlsx", GOOD),
    ("NBSP in title", headed("Tên\u00a0tổ chức"), "a.xlsx", GOOD),
    ("U+200B in title", headed("T\u200bên tổ chức"), "a.xlsx", GOOD),
    ("ETH in title", book([*HEAD, "Ðịa bàn"], ROW), "a.xlsx", GOOD),
    ("total row", book(HEAD, ROW, ["Tổng cộng", 1]), "a.xlsx", [*GOOD, "total_rows"]),
    ("empty row between", book(HEAD, ROW, [], ["B"]), "a.xlsx", [*GOOD, "B", "empty_rows"]),
    ("trailing empty columns", book([*HEAD, None, " "], [*ROW, None, ""]), "a.xlsx", GOOD),
    ("rich text", book(HEAD, [RICH]),
     "a.xlsx", ["Hội A"]),
    ("formula never calculated", book(HEAD, ["A", "<c><f>1+1</f></c>"]), "a.xlsx",
     ["A", "!formula_without_value"]),
    ("1904 file", book(HEAD, ["A", dt.date(2026, 1, 2)], is_1904=True), "a.xlsx",
     ["A", "!date_in_text"]),
]  # fmt: skip


def outcome(data, name):
    lines = []
    try:
        read(data, name, COLUMNS, Limits(), lines.append)
    except Refused as refused:
        return "!" + refused.code.removeprefix("tables.")
    told = []
    for _, values, problems in lines[1:-1]:
        told += [values[0]] if values[0] else []
        told += ["!" + problem[2].removeprefix("tables.cell.") for problem in problems]
    notes = [code.removeprefix("tables.note.") for code, _ in lines[-1]["notes"]]
    return told + [note for note in notes if note != "missing_columns"]


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [case[1:] for case in FILES],
    ids=[case[0] for case in FILES],
)
def test_a_nasty_file_becomes(data, name, expected):
    found = outcome(data, name)

    assert found in expected if isinstance(expected, tuple) else found == expected
