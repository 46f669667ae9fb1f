"""What people send instead of a table: each is refused by its own name."""

import io
import zipfile

import pytest

from chassis.errors import Invalid, Refusal
from chassis.tables.refusals import REFUSALS

HEAD = "Tên tổ chức,Mã số\r\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
# "Hội đồng thành phố Việt Nam" as typed with a TCVN3 and with a VNI font.
TCVN3 = "Héi ®ång thµnh phè ViÖt Nam, §oµn thÓ, tæ chøc ph¸p luËt, v¨n ho¸"
VNI = "Hoäi ñoàng thaønh phoá Vieät Nam, Ñoaøn theå, toå chöùc phaùp luaät"


def packed(entries):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return made.getvalue()


def utf16(text):
    return text.encode("utf-16-le")


ODS = packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"})
DOCX = packed({"[Content_Types].xml": "<Types a='x.wordprocessingml.document.main+xml'/>"})
XLSB = packed({"[Content_Types].xml": "<Types a='x.ms-excel.sheet.binary.macroEnabled.main'/>"})


async def refusal(read, data, name, **more):
    with pytest.raises(Refusal) as refused:
        await read(data, name, **more)
    vi, en = REFUSALS[refused.value.code]
    assert vi.format(**refused.value.params)
    assert en.format(**refused.value.params)
    return refused.value


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.xlsx", "empty"),
        (b"\xef\xbb\xbf\r\n  ", "a.csv", "empty"),
        (b"\xff\xfe\r\0\n\0", "a.csv", "empty"),
        (OLE + utf16("Workbook\0"), "a.xls", "xls"),
        (OLE + utf16("Workbook\0"), "a.xlsx", "xls"),
        (OLE + utf16("EncryptionInfo\0EncryptedPackage\0"), "a.xlsx", "password"),
        (OLE + utf16("WordDocument"), "a.xls", "not_a_table"),
        (ODS, "a.ods", "ods"),
        (DOCX, "a.docx", "not_a_table"),
        (b"%PDF-1.7", "a.pdf", "not_a_table"),
        (b"\x89PNG\r\n", "a.xlsx", "not_a_table"),
        (b"\x00\x01\x02\x03" * 90, "a.csv", "not_a_table"),
        (b"<html><table><tr><td>x", "a.xls", "html"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html>", "a.csv", "html"),
        (b'<?xml version="1.0"?><Workbook>', "a.xls", "html"),
        (HEAD.encode(), "a.xlsx", "renamed"),
        (HEAD.encode(), "a.xls", "renamed"),
        (b"PK\x03\x04" + b"\0" * 50, "a.xlsx", "truncated"),
        (HEAD.encode(), "a.csv", "no_rows"),
        (b"a,b\r\n1,2\r\n", "a.csv", "no_header"),
        (("Mã số\r\n" + "1\r\n").encode(), "a.csv", "columns_missing"),
        (("Tên,ten,Mã số\r\na,b,c\r\n").encode(), "a.csv", "columns_twice"),
        ((HEAD + 'a,"b\r\nc,d\r\n').encode(), "a.csv", "csv_quotes"),
        (b"T\x81n,\x8f\x90\r\n" * 5, "a.csv", "encoding"),
        (b"Z\xecrich,b\r\n", "a.csv", "encoding"),
        (b"\xff\xfea", "a.csv", "encoding"),
        (b"\xef\xbb\xbfab\xff", "a.csv", "encoding"),
        ((HEAD + TCVN3).encode("latin-1", "replace"), "a.csv", "legacy_font"),
        ((HEAD + TCVN3).encode(), "a.csv", "legacy_font"),
        (VNI.encode("latin-1"), "a.csv", "legacy_font"),
        (VNI.encode(), "a.csv", "legacy_font"),
    ],
)
async def test_a_file_is_refused_as(read, data, name, code):
    refused = await refusal(read, data, name)

    assert refused.code == f"tables.{code}"
    assert isinstance(refused, Invalid)


async def test_xlsb_and_macros_are_refused(read, workbook):
    macros = workbook({"A": [["Tên"]]}, content_type="application/sheet.macroEnabled.main+xml")

    assert (await refusal(read, macros, "a.xlsm")).code == "tables.xlsm"
    assert (await refusal(read, XLSB, "a.xlsb")).code in ("tables.xlsb", "tables.xlsm")


async def test_a_workbook_renamed_csv_is_refused(read, workbook):
    refused = await refusal(read, workbook({"A": [["Tên"]]}), "a.csv")

    assert refused.params == {"extension": "csv", "content": "xlsx"}


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95, 0.99])
async def test_a_truncated_workbook_is_refused(read, workbook, share):
    whole = workbook({"A": [["Tên"], *([f"tổ chức {n}"] for n in range(50))]})

    refused = await refusal(read, whole[: int(len(whole) * share)], "a.xlsx")

    assert refused.code == "tables.truncated"


@pytest.mark.parametrize(
    "sheet",
    [
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>',
        "<worksheet><sheetData><row",
        "",
        "\0\0\0\0",
    ],
)
async def test_a_damaged_or_hostile_sheet_is_refused(read, workbook, sheet):
    refused = await refusal(read, workbook({"A": sheet}), "a.xlsx")

    assert refused.code in ("tables.damaged", "tables.unsafe", "tables.no_header")


async def test_a_dtd_is_refused_wherever_it_stands(read, workbook):
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><workbook>&b;</workbook>'
    data = workbook({"A": [["Tên"], ["x"]]}, extra={"xl/workbook.xml": bomb})

    assert (await refusal(read, data, "a.xlsx")).code in ("tables.unsafe", "tables.damaged")


@pytest.mark.parametrize("missing", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
async def test_a_workbook_without_a_part_is_refused(read, workbook, missing):
    data = workbook({"A": [["Tên"], ["x"]]}, extra={missing: "<a/>"})

    assert (await refusal(read, data, "a.xlsx")).code in ("tables.damaged", "tables.not_a_table")


async def test_old_fonts_in_a_workbook_are_refused_with_advice(read, workbook):
    data = workbook({"A": [["Tªn tæ chøc"], [TCVN3]]})

    refused = await refusal(read, data, "a.xlsx")

    assert refused.code == "tables.legacy_font"
    assert refused.params == {"encoding": "TCVN3 (ABC)"}


async def test_proper_vietnamese_and_french_are_not_taken_for_an_old_font(values):
    rows = "Hoà Bình,naïve\r\nĐoàn Trường Sơn,où\r\nkhuấy động,Noël garçon\r\nxoã,Zoë Ünlü\r\n"

    assert len(await values((HEAD + rows).encode(), "name", name="a.csv")) == 4


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16-le", "\ufeff"),
        ("utf-16-be", "\ufeff"),
        ("utf-16-le", ""),
        ("utf-16-be", ""),
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
async def test_csv_is_read_in_any_unicode_and_delimiter(values, encoding, mark, delimiter):
    text = f"Mã số{delimiter}Tên tổ chức\r\n001{delimiter}Hội Hữu nghị\r\n"

    rows = await values((mark + text).encode(encoding), "code", "name", name="a.csv")

    assert rows == [("001", "Hội Hữu nghị")]


async def test_cp1258_is_read_and_composed(values):
    # cp1258 has no letter with a tone but those of Latin-1: letter and tone stand apart.
    tones = str.maketrans({"ổ": "ô\u0309", "ứ": "ư\u0301", "ộ": "ô\u0323", "ữ": "ư\u0303"})
    more = str.maketrans({"ị": "i\u0323", "ã": "a\u0303"})
    text = "Tên tổ chức,Mã số\r\nHội Hữu nghị,1\r\n".translate(tones).translate(more)
    apart = text.replace("ố", "ô\u0301").encode("cp1258")

    assert await values(apart, "name", name="a.csv") == [("Hội Hữu nghị",)]


async def test_a_sep_line_names_the_delimiter_and_keeps_row_numbers(read):
    table = await read("sep=;\r\nTên;Mã số\r\nA;1\r\n".encode(), "a.csv")

    assert (table.header_row, table.rows[0].number) == (2, 3)


async def test_decimals_in_comma_csv_are_quoted(values):
    data = 'Tên,Giá trị\r\n"Hội ""A"", B","1.234,5"\r\n'.encode()

    assert [str(v) for v in (await values(data, "name", "amount", name="a.csv"))[0]] == [
        *('Hội "A", B', "1234.5")
    ]
