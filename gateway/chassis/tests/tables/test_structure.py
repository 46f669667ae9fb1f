"""Where the table stands in its file, and what is told about what was left out."""

import datetime as dt
import unicodedata

import pytest

from chassis.errors import Invalid

HEAD = ["Tên tổ chức", "Mã số", "Ngày cấp"]


def codes(table):
    return [(p.row, p.cell, p.column, p.code.removeprefix("tables.cell.")) for p in table.problems]


def notes(table):
    return {note.code.removeprefix("tables.note."): note.vi for note in table.notes}


async def test_titles_above_the_header_are_skipped_and_rows_keep_their_numbers(read, workbook):
    rows = [["DANH SÁCH"], [], ["Năm 2026", None, "x"], HEAD, ["A", "1"], ["B", "2"]]

    table = await read(workbook({"Trang 1": rows}))

    assert (table.sheet, table.header_row) == ("Trang 1", 4)
    assert [(row.number, row.values["name"]) for row in table.rows] == [(5, "A"), (6, "B")]


async def test_a_header_below_the_tenth_row_is_not_found(read, workbook):
    with pytest.raises(Invalid, match="no_header"):
        await read(workbook({"A": [*[["x"]] * 10, HEAD, ["A"]]}))


@pytest.mark.parametrize(
    "title",
    [
        "TÊN TỔ CHỨC",
        "ten_to_chuc",
        "Tên\ntổ chức",
        "Tên\u00a0tổ  chức",
        "T\u200bên tổ chức *",
        "Tên tổ chức:",
        unicodedata.normalize("NFD", "Tên tổ chức"),
        "Organisation name",
        "Tên",
    ],
)
async def test_a_title_is_found_however_it_is_written(read, workbook, title):
    table = await read(workbook({"A": [["Mã số", title], ["1", "A"]]}))

    assert table.found == {"code": "A", "name": "B"}
    assert table.rows[0].values["name"] == "A"


async def test_of_a_header_in_two_rows_the_one_with_more_titles_counts(read, workbook):
    rows = [["Tên", "Thông tin chung", None], [None, "Mã số", "Ngày cấp"]]

    with pytest.raises(Invalid, match="columns_missing") as refused:
        await read(workbook({"A": [*rows, ["A", "1"]]}))
    assert refused.value.params == {"titles": "Tên tổ chức"}


async def test_unknown_and_missing_columns_are_told(read, workbook):
    table = await read(workbook({"A": [["Tên", "Ghi chú", "Mã số"], ["A", "x", "1"]]}))

    assert table.unknown == ("Ghi chú",)
    told = notes(table)
    assert "Ghi chú" in told["unknown_columns"]
    assert "Ngày cấp" in told["missing_columns"]


async def test_empty_rows_and_the_total_row_are_left_out_and_told(read, workbook):
    rows = [HEAD, ["A"], [], [None, "\u00a0 "], ["B"], ["Tổng cộng:", 2], [], []]

    table = await read(workbook({"A": rows}))

    assert [row.number for row in table.rows] == [2, 5]
    assert notes(table)["empty_rows"].endswith("3, 4.")
    assert notes(table)["total_rows"].endswith("6.")


async def test_trailing_empty_columns_are_nothing(read, workbook):
    table = await read(workbook({"A": [[*HEAD, None, " ", ""], ["A", "1", None, None, " "]]}))

    assert table.unknown == ()


async def test_a_table_may_begin_right_and_below(read, workbook):
    rows = [[], [None, None, "Tên", "Mã số"], [None, None, "A", "<c t='e'><v>#N/A</v></c>"]]

    table = await read(workbook({"A": rows}))

    assert table.found == {"name": "C", "code": "D"}
    assert codes(table) == [(3, "D3", "code", "error")]


async def test_the_first_visible_sheet_that_fits_is_read(read, workbook):
    sheets = {
        "Ẩn": [HEAD, ["hidden"]],
        "Rất ẩn": [HEAD, ["very hidden"]],
        "Hướng dẫn": [["Điền vào"]],
        "Bìa": [["Bìa"]],
        "Dữ liệu": [HEAD, ["A"]],
        "Khác": [HEAD, ["other"]],
    }

    table = await read(workbook(sheets, states={"Ẩn": "hidden", "Rất ẩn": "veryHidden"}))

    assert (table.sheet, table.rows[0].values["name"]) == ("Dữ liệu", "A")
    assert "chưa đọc: Bìa, Khác." in notes(table)["other_sheets"]


async def test_hidden_rows_are_read_and_told(read, workbook, worksheet):
    table = await read(workbook({"A": worksheet([HEAD, ["A"], ["B"]], hidden=(3,))}))

    assert len(table.rows) == 2
    assert "(1 dòng)" in notes(table)["hidden_rows"]


async def test_cells_that_failed_are_reported_not_taken_for_empty(read, workbook):
    rows = [
        [*HEAD, "Số lượng"],
        ["A", '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', "<c><f>TODAY()</f></c>", 1],
        [
            "B",
            '<c t="str"><f>A9</f><v></v></c>',
            "<c><f>B1</f><v></v></c>",
            "<c><f>1+1</f><v/></c>",
        ],
        ["<c><f>1+1</f></c>"],
        ["C", "<c><f>1+1</f><v>2</v></c>", None, '<c t="e"><v>#N/A</v></c>'],
    ]

    table = await read(workbook({"A": rows}))

    assert codes(table) == [
        (2, "B2", "code", "error"),
        (2, "C2", "issued", "formula_without_value"),
        (3, "C3", "issued", "formula_without_value"),
        (3, "D3", "count", "formula_without_value"),
        (4, "A4", "name", "formula_without_value"),
        (5, "D5", "count", "error"),
    ]
    assert "#DIV/0!" in table.problems[0].vi
    assert table.rows[3].values["code"] == "2"


async def test_what_a_merged_range_hides_is_reported(read, workbook, worksheet):
    merged = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="D1:E9"/></mergeCells>'
    data = workbook({"A": worksheet([HEAD, ["A", "1"], [None, "2"]], after=merged)})

    assert codes(await read(data)) == [(3, "A3", "name", "merged")]


async def test_a_required_cell_without_value_is_reported(read, workbook):
    table = await read(workbook({"A": [HEAD, [" ", "1"]]}))

    assert codes(table) == [(2, "A2", "name", "required")]
    assert table.rows[0].values["name"] is None


async def test_every_problem_of_a_row_is_reported_with_its_good_values(read, workbook):
    head = ["Tên", "Ngày cấp", "Số lượng", "Giá trị", "Tình trạng"]
    bad = ["A\x0b", "30/02/2026", "1,5", "1.234", "lạ"]
    bad[0] = '<c t="inlineStr"><is><t>A_x000B_</t></is></c>'

    table = await read(workbook({"A": [head, bad, ["B", dt.date(2026, 1, 2), 3, 4.5, "Đã đóng"]]}))

    assert [code[3] for code in codes(table)] == [
        *("control", "date_impossible", "not_integer", "ambiguous_number", "not_choice")
    ]
    assert all(problem.vi and problem.en for problem in table.problems)
    assert table.rows[1].values["issued"] == dt.date(2026, 1, 2)
    assert table.rows[1].values["state"] == "closed"


async def test_days_follow_the_workbooks_epoch(values, workbook):
    rows = [["Tên", "Ngày cấp"], ["A", 44_925]]

    assert await values(workbook({"A": rows}, is_1904=True), "issued") == [(dt.date(2026, 12, 31),)]


async def test_rich_text_and_line_breaks_are_kept(values, workbook):
    rich = '<c t="inlineStr"><is><r><t xml:space="preserve">Hội </t></r><r><t>A\nB</t></r></is></c>'

    assert await values(workbook({"A": [["Tên"], [rich]]}), "name") == [("Hội A\nB",)]
