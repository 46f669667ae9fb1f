"""Lists of invented organisations in the form that officers fill in."""

import io
from collections.abc import Iterator

import xlsxwriter

from registry.imports.schemas import COLUMNS

_COUNTRIES = ("Hoa Kỳ", "Nhật Bản", "Hàn Quốc", "Pháp", "Đức", "Cộng hòa Séc", "Ô-xtrây-li-a")
_SECTORS = ("Y tế", "Giáo dục", "Môi trường", "Bảo trợ xã hội", "Phát triển cộng đồng")
_PLACES = ("Thành phố Hồ Chí Minh", "TP.HCM; Tỉnh Tây Ninh", "Thành phố Cần Thơ")
TITLES = {column.key: column.title for column in COLUMNS}


def rows(count: int, issuer: str = "Bộ Ngoại giao") -> Iterator[dict[str, str]]:
    """Each a new organisation with its certificate."""
    for n in range(count):
        yield {
            "name_vi": f"Quỹ Hữu nghị Hư Cấu số {n:05} (demo)",
            "name_en": f"Fictional Friendship Fund {n:05} (demo)",
            "short_name": f"FFF-{n:05}",
            "home_country": _COUNTRIES[n % len(_COUNTRIES)],
            "sectors": "; ".join((_SECTORS[n % 5], _SECTORS[(n + 2) % 5])),
            "provinces": _PLACES[n % len(_PLACES)],
            "kind": "Giấy đăng ký hoạt động",
            "number": f"LON-{n:05}/2026/HĐ",
            "issuer": issuer,
            "issued_on": "05/01/2026",
            "valid_from": "05/01/2026",
            "valid_to": "04/01/2029",
        }


def workbook(count: int, issuer: str = "Bộ Ngoại giao") -> bytes:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"constant_memory": True})
    page = book.add_worksheet("Danh sách")
    for number, row in enumerate(rows(count, issuer), 1):
        if number == 1:
            page.write_row(0, 0, [TITLES[key] for key in row])
        page.write_row(number, 0, list(row.values()))
    book.close()
    return made.getvalue()
