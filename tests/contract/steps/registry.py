"""The registry's operations, with valid data. What all units see carries no canary."""

from datetime import date, timedelta

from tests.contract.steps.step import ERASE, FIND, READ, SCHEMA, Given, Step, after

_NGO, _CERTIFICATE = "registry_create_ngo", "registry_create_certificate"


def _ngo(given: Given) -> object:
    return {
        "name_vi": f"Quỹ Chuyến Đi số {given.number} (demo)",
        "name_en": f"Tour Fund {given.number} (demo)",
        "home_country": "US",
        "sectors": ["education"],
    }


def _merge(given: Given) -> object:
    return {**given.refs, "reason": "Trùng hồ sơ"}


def _certificate(given: Given) -> dict[str, object]:
    return {
        **given.refs,
        "kind": "operation",
        "number": f"TOUR-{given.unit}-{given.number}/2029/HĐ",
        "issuer": "Bộ Ngoại giao",
        "issued_on": "2026-01-05",
        "valid_from": "2026-01-05",
        "valid_to": "2029-01-04",
        "provinces": ["VN-79"],
        "sectors": ["education"],
    }


_COLUMNS = (
    "Tên tổ chức,Quốc gia,Lĩnh vực,Địa bàn,Loại giấy,Số giấy đăng ký,Cơ quan cấp,Ngày cấp,"
    "Hiệu lực từ,Hiệu lực đến"
)
_IMPORT = "registry_create_import"


def _list(given: Given) -> dict[str, tuple[str, bytes, str]]:
    row = (
        f"Hội Chuyến Đi số {given.number} (demo),Hoa Kỳ,Giáo dục,TP.HCM,Giấy đăng ký hoạt động,"
        f"TOUR-{given.unit}-{given.number}/2026/HĐ,Bộ Ngoại giao,05/01/2026,05/01/2026,04/01/2029"
    )
    return {"file": (f"{given.canary}.csv", f"{_COLUMNS}\n{row}\n".encode(), "text/csv")}


_DAY = "registry_create_day_exception"


def _day(given: Given) -> object:
    """A day of its own for each number, in years that no other test counts in."""
    day = date(2036, 1, 1) + timedelta(days=given.number % 19_000)
    return {
        "day": str(day),
        "kind": "off",
        "name_vi": f"Ngày nghỉ chuyến đi số {given.number} (demo)",
        "source": "Thông báo giả định (demo)",
    }


STEPS = {
    "registry_find_subject": FIND,
    "registry_erase_subject": ERASE,
    "registry_list_regions": READ,
    "registry_list_countries": Step(query={"q": "nuoc"}),
    "registry_list_provinces": Step(query={"as_of": "2021-11-11"}),
    "registry_list_sectors": READ,
    "registry_list_units": READ,
    "registry_get_unit": Step(known=lambda given: given.unit_id),
    "registry_list_ngos": Step(query={"q": "demo", "sort": "-name", "count": "true"}),
    "registry_count_ngo_facets": Step(query={"region": "europe"}),
    "registry_create_ngo": Step(body=_ngo),
    "registry_get_ngo": after(_NGO),
    "registry_update_ngo": Step(after=(_NGO,), body=lambda _: {"note": "Đã gọi điện kiểm tra"}),
    "registry_list_ngo_duplicates": after(_NGO),
    "registry_get_ngo_conformity": Step(after=(_NGO,), query={"on": "2026-03-02"}),
    "registry_merge_ngo": Step(after=(_NGO,), body=_merge, refs={"into": _NGO}),
    "registry_unmerge_ngo": Step(
        after=(_NGO, "registry_merge_ngo"), body=lambda _: {"reason": "Gộp nhầm"}
    ),
    "registry_get_ngo_history": after(_NGO, "registry_update_ngo"),
    "registry_list_certificates": Step(query={"expiring_within": "120"}),
    "registry_create_certificate": Step(body=_certificate, refs={"ngo_id": _NGO}),
    # tracked from the day on which it had been suspended already
    "registry_create_certificate:suspended": Step(
        body=lambda given: {**_certificate(given), "suspended_on": "2026-02-02"},
        refs={"ngo_id": _NGO},
    ),
    "registry_get_certificate": after(_CERTIFICATE),
    "registry_correct_certificate_past": Step(
        after=("registry_create_certificate",),
        body=lambda _: {"former": [], "reason": "Đối chiếu (demo)"},
    ),
    "registry_update_certificate": Step(
        after=(_CERTIFICATE,), body=lambda _: {"ended_on": "2028-02-01"}
    ),
    "registry_get_certificate_history": after(_CERTIFICATE),
    "registry_get_import_template": READ,
    "registry_list_imports": READ,
    "registry_create_import": Step(files=_list),
    "registry_get_import": after(_IMPORT),
    "registry_get_import_history": after(_IMPORT),
    "registry_get_import_progress": after(_IMPORT),
    "registry_list_import_rows": after(_IMPORT),
    "registry_commit_import": Step(after=(_IMPORT,), body=lambda _: {"skip_errors": False}),
    "registry_cancel_import": after(_IMPORT),
    "registry_get_import_errors": after(_IMPORT),
    "registry_undo_import": after(_IMPORT, "registry_commit_import"),
    "registry_ngo_statistics": Step(query={"by": "region", "unit": "HUFO", "as_of": "2021-11-11"}),
    "registry_count_working_days": Step(query={"from": "2026-11-20", "days": "10"}),
    "registry_get_working_year": Step(query={"year": "2026"}),
    "registry_list_day_exceptions": READ,
    "registry_create_day_exception": Step(body=_day, national=True),
    "registry_get_day_exception": after(_DAY),
    "registry_get_day_exception_history": after(_DAY),
    "registry_update_day_exception": Step(
        after=(_DAY,), body=lambda _: {"verified": True}, national=True
    ),
    "registry_delete_day_exception": Step(after=(_DAY,), national=True),
    "registry_list_changes": Step(query={"after": "0", "limit": "500"}),
    "registry_digest_changes": READ,
    "registry_get_change_schema": SCHEMA,
    "registry_list_entries": Step(query={"q": "demo"}),
}
