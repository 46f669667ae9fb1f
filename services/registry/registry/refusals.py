"""What the registry refuses, in the words of the people who read it: code -> (vi, en)."""

from chassis.refusals import Catalogue

REFUSALS: Catalogue = {
    "registry.not_steward": (
        "Chỉ đơn vị quản lý hồ sơ này hoặc Liên hiệp Việt Nam được sửa.",
        "Only the unit that keeps this record, or the national union, may change it.",
    ),
    "registry.unknown_country": (
        "Mã quốc gia {value} không có trong danh mục.",
        "The country code {value} is not in the list.",
    ),
    "registry.unknown_sector": (
        "Mã lĩnh vực {value} không có trong danh mục.",
        "The sector code {value} is not in the list.",
    ),
    "registry.unknown_province": (
        "Mã tỉnh, thành {value} không có hiệu lực vào ngày {on}.",
        "The province code {value} was not in force on {on}.",
    ),
    "registry.unknown_unit": (
        "Không có đơn vị {value}.",
        "There is no unit {value}.",
    ),
    "registry.unknown_ngo": ("Không có tổ chức này.", "There is no such organisation."),
    "registry.dates_out_of_order": (
        "Các ngày mâu thuẫn nhau.",
        "The dates contradict each other.",
    ),
    "registry.certificate_taken": (
        "Số giấy đăng ký này đã có trong hệ thống với cùng loại giấy.",
        "A certificate of this kind with this number is already recorded.",
    ),
    "registry.id_taken": (
        "Mã định danh này đã được dùng.",
        "This id is already in use.",
    ),
}
