"""The list of events as a file."""

from chassis.bulk import Sheet
from chassis.tables.columns import Column

SHEET = Sheet(
    "su-kien",
    (
        Column("title_vi", ("Tên sự kiện", "Title")),
        Column("title_en", ("Tên tiếng Anh", "English title")),
        Column("unit_code", ("Đơn vị", "Unit")),
        Column("kind", ("Loại", "Kind")),
        Column("status", ("Trạng thái", "Status")),
        Column("visibility", ("Phạm vi", "Visibility")),
        Column("precision", ("Độ chính xác", "Precision")),
        Column("starts_on", ("Từ ngày", "Starts on"), kind="date"),
        Column("ends_on", ("Đến ngày", "Ends on"), kind="date"),
        Column("starts_at", ("Bắt đầu lúc", "Starts at")),
        Column("ends_at", ("Kết thúc lúc", "Ends at")),
        Column("location", ("Địa điểm", "Place")),
        Column("countries", ("Quốc gia", "Countries")),
        Column("demo", ("Dữ liệu trình diễn", "Demonstration data")),
        Column("id", ("Id", "Id")),
    ),
)
