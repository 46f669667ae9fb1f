import pytest

from chassis.tables.columns import Column
from chassis.tables.read import read_table

from .building import sheet_xml, workbook_bytes


@pytest.fixture
def workbook():
    return workbook_bytes


@pytest.fixture
def worksheet():
    return sheet_xml


@pytest.fixture
def columns():
    return [
        Column("name", ("Tên tổ chức", "Organisation name", "Tên"), required=True),
        Column("code", ("Mã số", "Code")),
        Column("issued", ("Ngày cấp", "Issued on"), kind="date"),
        Column("count", ("Số lượng", "Count"), kind="integer"),
        Column("amount", ("Giá trị", "Amount"), kind="decimal"),
        Column(
            "state",
            ("Tình trạng", "State"),
            kind="list",
            choices={"active": ("Đang hoạt động", "Active"), "closed": ("Đã đóng",)},
        ),
    ]


@pytest.fixture
def read(columns):
    """Reads a file with the columns of these tests, in the child process."""

    async def call(data, name="bảng.xlsx", wanted=None, limits=None):
        return await read_table(data, name, wanted or columns, limits)

    return call


@pytest.fixture
def values(read):
    """The values of the given columns, row by row."""

    async def call(data, *keys, name="bảng.xlsx"):
        table = await read(data, name)
        return [tuple(row.values[key] for key in keys) for row in table.rows]

    return call
