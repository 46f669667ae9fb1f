"""The list of grants as a file. Amounts are numbers, each with its currency beside it."""

from decimal import Decimal
from typing import Any

from chassis.bulk import Sheet
from chassis.tables.columns import Column


def _amount(grant: dict[str, Any]) -> str | None:
    """Two decimals in every row, as a column of numbers wants them."""
    money = grant["amount"]
    return money and f"{Decimal(money['amount']):.2f}"


def _currency(grant: dict[str, Any]) -> str | None:
    return grant["amount"] and str(grant["amount"]["currency"])


SHEET = Sheet(
    "khoan-vien-tro",
    (
        Column("code", ("Mã khoản viện trợ", "Code")),
        Column("title_vi", ("Tên khoản viện trợ", "Title")),
        Column("title_en", ("Tên tiếng Anh", "English title")),
        Column("form", ("Hình thức", "Form")),
        Column("status", ("Trạng thái", "Status")),
        Column("donor_name", ("Bên tài trợ", "Donor")),
        Column("recipient_name", ("Bên tiếp nhận", "Recipient")),
        Column("authority", ("Cơ quan phê duyệt", "Approving authority")),
        Column("provinces", ("Địa bàn", "Provinces")),
        Column("amount", ("Giá trị cam kết", "Committed value"), kind="decimal"),
        Column("currency", ("Loại tiền", "Currency")),
        Column("submitted_on", ("Ngày trình", "Submitted on"), kind="date"),
        Column("approved_on", ("Ngày phê duyệt", "Approved on"), kind="date"),
        Column("demo", ("Dữ liệu trình diễn", "Demonstration data")),
        Column("id", ("Id", "Id")),
    ),
    {"amount": _amount, "currency": _currency},
)
