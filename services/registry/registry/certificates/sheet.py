"""The list of certificates as a file."""

from chassis.bulk import Sheet
from chassis.tables.columns import Column
from registry.certificates.rules import KIND_NAMES

SHEET = Sheet(
    "giay-dang-ky",
    (
        Column("ngo_name_vi", ("Tên tổ chức", "Organisation")),
        Column("ngo_public_id", ("Mã INGO", "INGO id")),
        Column("home_country_vi", ("Quốc gia", "Country")),
        Column(
            "kind",
            ("Loại giấy", "Kind of certificate"),
            kind="list",
            choices={kind.value: names for kind, names in KIND_NAMES.items()},
        ),
        Column("status", ("Trạng thái", "Status")),
        Column("number", ("Số giấy đăng ký", "Certificate number")),
        Column("issuer", ("Cơ quan cấp", "Issued by")),
        Column("issued_on", ("Ngày cấp", "Issued on"), kind="date"),
        Column("valid_from", ("Hiệu lực từ", "Valid from"), kind="date"),
        Column("valid_to", ("Hiệu lực đến", "Valid to"), kind="date"),
        Column("ended_on", ("Chấm dứt ngày", "Ended on"), kind="date"),
        Column("suspended_on", ("Đình chỉ từ ngày", "Suspended on"), kind="date"),
        Column("provinces", ("Địa bàn", "Provinces")),
        Column("sectors", ("Lĩnh vực", "Sectors")),
        Column("demo", ("Dữ liệu trình diễn", "Demonstration data")),
        Column("ngo_id", ("Id tổ chức", "Organisation id")),
        Column("id", ("Id", "Id")),
    ),
)
