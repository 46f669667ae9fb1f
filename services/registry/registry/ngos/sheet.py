"""The list of NGOs as a file."""

from chassis.bulk import Sheet
from chassis.tables.columns import Column

SHEET = Sheet(
    "to-chuc-pcpnn",
    (
        Column("public_id", ("Mã INGO", "INGO id")),
        Column("name_vi", ("Tên tổ chức", "Organisation")),
        Column("name_en", ("Tên tiếng Anh", "English name")),
        Column("short_name", ("Tên viết tắt", "Short name")),
        Column("home_country", ("Quốc gia", "Country")),
        Column("region", ("Khu vực", "Region")),
        Column("sectors", ("Lĩnh vực", "Sectors")),
        Column("demo", ("Dữ liệu trình diễn", "Demonstration data")),
        Column("updated_at", ("Cập nhật lúc", "Updated at")),
        Column("id", ("Id", "Id")),
    ),
)
