"""The list of NGOs as a file, in the titles of the list that is handed in."""

from collections.abc import Callable
from typing import Any

from chassis.bulk import Sheet
from chassis.tables.columns import Column
from registry.ngos.lines import PARTS, written


def _lines(part: str) -> Callable[[dict[str, Any]], str]:
    return lambda ngo: written(part, ngo[part])


SHEET = Sheet(
    "to-chuc-pcpnn",
    (
        Column("public_id", ("Mã INGO", "INGO id")),
        Column("name_vi", ("Tên tổ chức", "Organisation")),
        Column("name_en", ("Tên tiếng Anh", "English name")),
        Column("short_name", ("Tên viết tắt", "Short name")),
        # its name, because a bare "MY" may be meant for Mỹ
        Column("home_country_vi", ("Quốc gia", "Country")),
        Column("region", ("Khu vực", "Region")),
        Column("sectors", ("Lĩnh vực", "Sectors")),
        Column("website", ("Trang thông tin điện tử", "Website")),
        Column("founded_year", ("Năm thành lập", "Founded in"), kind="integer"),
        Column("note", ("Ghi chú", "Note")),
        Column("names", ("Tên khác", "Other names")),
        Column("identifiers", ("Mã số khác", "Identifiers")),
        Column("demo", ("Dữ liệu trình diễn", "Demonstration data")),
        Column("updated_at", ("Cập nhật lúc", "Updated at")),
        Column("id", ("Id", "Id")),
    ),
    {part: _lines(part) for part in PARTS},
)
