"""What is written is read back whole, and nothing of it runs."""

import csv
import io
import re
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from chassis.errors import Invalid
from chassis.tables.body import _TOTALS
from chassis.tables.cells import clean
from chassis.tables.child import read as read_here
from chassis.tables.columns import Column, Limits
from chassis.tables.csvout import neutralise, write_csv
from chassis.tables.faults import Fault
from chassis.tables.template import template_xlsx
from chassis.tables.write import write_xlsx

FORMULAS = ["=1+1", '=HYPERLINK("http://x","y")', "@SUM(1)", "+84 28 3829", "-1+1", "＝1+1", "＠x"]
FORMULAS += ["'=1+1", "''@x", "=cmd|'/c calc'!A0", "http://example.org", "mailto:a@b", "00123"]

COLUMNS = [
    Column("name", ("Tên tổ chức", "Name")),
    Column("note", ("Ghi chú", "Note")),
    Column("on", ("Ngày", "Day"), kind="date"),
    Column("count", ("Số lượng", "Count"), kind="integer"),
    Column("amount", ("Giá trị", "Amount"), kind="decimal"),
    Column("state", ("Tình trạng",), kind="list", choices={"a": ("Đang mở",), "b": ("Đã đóng",)}),
]


def is_clean(text):
    """Text as it is stored: what the reader would keep of it, so that nothing may get lost."""
    try:
        return clean(text) == text and not re.match("'+[=+\\-@\t\r\n＝＋－＠]", text)
    except Fault:
        return False


TEXTS = st.one_of(
    st.sampled_from(FORMULAS),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=40).filter(is_clean),
)
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "name": TEXTS,
            "note": TEXTS,
            "on": st.none() | st.dates(date(1900, 3, 1), date(2199, 12, 31)),
            "count": st.none() | st.integers(-(10**18) + 1, 10**18 - 1),
            "amount": st.none() | st.decimals(-(10**13), 10**13, places=4),
            "state": st.sampled_from([None, "a", "b"]),
        }
    ),
    min_size=1,
    max_size=6,
)


def read_back(data, name, columns=COLUMNS):
    lines = []
    read_here(data, name, columns, Limits(), lines.append)
    keys = [column.key for column in columns]
    assert [line[2] for line in lines[1:-1]] == [[]] * (len(lines) - 2)
    return [dict(zip(keys, line[1], strict=True)) for line in lines[1:-1]]


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def kept(rows):
    return [{key: None if value == "" else value for key, value in row.items()} for row in rows]


def with_a_name(rows):
    """A row needs something that is neither empty nor the word for a total in its first cell."""
    for row in rows:
        assume(row["name"].strip("'\u200b\ufeff ") and row["name"].lower().strip(" :") != "")
        assume(not any(total in row["name"].casefold() for total in (*_TOTALS, "ng")))
    return rows


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])
@given(ROWS)
def test_a_workbook_comes_back_whole(rows):
    rows = with_a_name(rows)

    assert read_back(write_xlsx(rows, COLUMNS), "a.xlsx") == kept(rows)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])
@given(ROWS, st.sampled_from(",;\t"))
def test_csv_comes_back_whole(rows, delimiter):
    rows = with_a_name(rows)
    data = b"".join(write_csv(rows, COLUMNS, delimiter=delimiter))

    assert read_back(data, "a.csv") == kept(rows)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula_or_a_link_in_a_workbook(text):
    data = write_xlsx([{"name": text}], COLUMNS[:1])

    sheet = parts(data)["xl/worksheets/sheet1.xml"]
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert 't="inlineStr"' in sheet
    assert read_back(data, "a.xlsx", COLUMNS[:1]) == [{"name": text}]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+84 28", "'+84 28"),
        ("-1+1", "'-1+1"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠1", "'＠1"),
        ("'=1", "''=1"),
        ("-5", "-5"),
        ("-1.234,5", "-1.234,5"),
        ("it's", "it's"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_a_csv_cell_that_would_run_is_neutralised(text, cell):
    assert neutralise(text) == cell


def test_a_title_that_would_run_is_neutralised():
    head = next(write_csv([], [Column("k", ("=1+1",))]))

    assert head == b"\xef\xbb\xbf'=1+1\r\n"


def test_csv_has_its_mark_crlf_quotes_and_decimal_commas():
    rows = [{"name": 'Hội "A", B\nC', "on": date(2026, 1, 2), "amount": Decimal("1234.5")}]

    data = b"".join(write_csv(rows, COLUMNS))

    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert text.endswith('"Hội ""A"", B\nC",,02/01/2026,,"1234,5",\r\n')
    assert len(list(csv.reader(io.StringIO(text, newline="")))) == 2


@pytest.mark.parametrize("number", ["1.234", "-12.345", "999.000", "0.123", "1234.567"])
def test_three_decimals_are_written_so_that_they_are_not_thousands(number):
    data = b"".join(write_csv([{"amount": Decimal(number)}], COLUMNS, delimiter=";"))

    assert read_back(data, "a.csv")[0]["amount"] == Decimal(number)


def test_numbers_are_numbers_and_days_are_days_in_a_workbook():
    rows = [{"name": "00123", "on": date(2026, 12, 31), "count": 5, "amount": Decimal("1.5")}]

    content = parts(write_xlsx(rows, COLUMNS))

    sheet = content["xl/worksheets/sheet1.xml"]
    assert re.search(r'<c r="C2" s="\d+"><v>46387</v></c>', sheet)
    assert re.search(r'<c r="D2" s="\d+"><v>5</v></c>', sheet)
    assert re.search(r'<c r="E2" s="\d+"><v>1.5</v></c>', sheet)
    assert re.search(r'<c r="A2" s="\d+" t="inlineStr"><is><t>00123</t></is></c>', sheet)
    assert "dd/mm/yyyy" in content["xl/styles.xml"]


def test_digits_beyond_what_excel_holds_are_kept_as_text():
    rows = [{"count": 123456789012345678, "amount": Decimal("12345678901234567.25")}]

    assert read_back(write_xlsx(rows, COLUMNS), "a.xlsx")[0]["count"] == rows[0]["count"]
    assert read_back(write_xlsx(rows, COLUMNS), "a.xlsx")[0]["amount"] == rows[0]["amount"]


def test_a_text_that_no_cell_holds_is_refused_not_lost():
    with pytest.raises(Invalid, match="cell_too_long") as refused:
        write_xlsx([{"name": "ok"}, {"name": "x" * 32_768}], COLUMNS)

    assert refused.value.params == {"row": 3, "column": "Tên tổ chức"}


def test_a_lone_surrogate_does_not_break_an_export():
    rows = [{"name": "a\ud800b"}]

    assert read_back(write_xlsx(rows, COLUMNS), "a.xlsx")[0]["name"] == "a?b"
    assert read_back(b"".join(write_csv(rows, COLUMNS)), "a.csv")[0]["name"] == "a?b"


def test_titles_are_english_on_request():
    sheet = parts(write_xlsx([], COLUMNS, language="en"))["xl/worksheets/sheet1.xml"]

    assert "<t>Name</t>" in sheet
    assert "<t>Tình trạng</t>" in sheet


def test_a_template_has_instructions_lists_and_text_columns():
    columns = [Column("code", ("Mã số",), required=True), COLUMNS[-1]]
    content = parts(template_xlsx(columns, ["Điền từ dòng 2.", "=1+1"]))

    assert "Hướng dẫn" in content["xl/workbook.xml"]
    assert 'name="Danh mục" sheetId="3" state="hidden"' in content["xl/workbook.xml"]
    sheet = content["xl/worksheets/sheet1.xml"]
    assert "<formula1>'Danh mục'!$B$1:$B$2</formula1>" in sheet
    assert "Mã số *" in sheet
    assert "<f>" not in content["xl/worksheets/sheet2.xml"]
    assert "Đã đóng" in content["xl/worksheets/sheet3.xml"]


async def test_a_template_is_found_to_be_without_rows(read):
    with pytest.raises(Invalid, match="no_rows"):
        await read(template_xlsx(COLUMNS, ["Điền"]), "a.xlsx", COLUMNS)
