"""The unions' lists as files: one vocabulary of titles, so that a field is called the same in all.

What no cell holds (clauses, credits, contacts) is in the same list as `application/x-ndjson`.
"""

from collections.abc import Callable, Mapping
from typing import Any

from chassis.bulk import Sheet
from chassis.tables.columns import Column, Kind

_TEXTS: Mapping[str, tuple[str, str]] = {
    "achievement": ("Thành tích", "Achievement"),
    "address": ("Địa chỉ", "Address"),
    "agreement_title_vi": ("Thỏa thuận", "Agreement"),
    "aliases": ("Tên gọi khác", "Also called"),
    "answer": ("Trả lời", "Answer"),
    "bank": ("Ngân hàng", "Bank"),
    "branch": ("Chi nhánh", "Branch"),
    "certificate_number": ("Số giấy đăng ký", "Certificate number"),
    "channel": ("Hình thức", "Channel"),
    "clause": ("Điều khoản", "Clause"),
    "code": ("Mã", "Code"),
    "code3": ("Mã ba chữ", "Three-letter code"),
    "confidence": ("Độ tin cậy", "Confidence"),
    "concurrent": ("Kiêm nhiệm", "Concurrent posts"),
    "congress": ("Đại hội", "Congress"),
    "congress_held": ("Đại hội đã tổ chức", "Congress held"),
    "congress_planned": ("Đại hội dự kiến", "Congress planned"),
    "country": ("Quốc gia", "Country"),
    "currency": ("Loại tiền", "Currency"),
    "dac_code": ("Mã DAC", "DAC code"),
    "dac_codes": ("Các mã mục đích DAC", "DAC purpose codes"),
    "decided": ("Ngày quyết định", "Decided"),
    "decision_number": ("Số quyết định", "Decision number"),
    "demo": ("Dữ liệu trình diễn", "Demonstration data"),
    "description": ("Mô tả", "Description"),
    "dossier": ("Hồ sơ", "Dossier"),
    "email": ("Thư điện tử", "E-mail"),
    "ends": ("Kết thúc", "Ends"),
    "evidence": ("Văn bản chứng minh", "Evidence"),
    "fax": ("Fax", "Fax"),
    "founded": ("Thành lập", "Founded"),
    "giver": ("Bên trao", "Given by"),
    "guided": ("Hướng dẫn", "Guided"),
    "holder": ("Chủ tài khoản", "Holder"),
    "host": ("Cơ quan chủ quản", "Host"),
    "id": ("Id", "Id"),
    "joined": ("Gia nhập", "Joined"),
    "kind": ("Loại", "Kind"),
    "leader": ("Người đứng đầu", "Leader"),
    "left": ("Ra khỏi", "Left"),
    "letter": ("Công văn giới thiệu", "Letter"),
    "level": ("Cấp", "Level"),
    "name_en": ("Tên tiếng Anh", "English name"),
    "name_vi": ("Tên", "Name"),
    "nationality": ("Quốc tịch", "Nationality"),
    "next_step": ("Việc tiếp theo", "Next step"),
    "ngo_id": ("Id tổ chức", "Organisation id"),
    "ngo_name": ("Tổ chức", "Organisation"),
    "ngo_name_vi": ("Tên tổ chức", "Organisation"),
    "note": ("Ghi chú", "Note"),
    "number_masked": ("Số tài khoản (che)", "Account number (masked)"),
    "ours": ("Người của liên hiệp", "For the union"),
    "outcome": ("Kết quả", "Outcome"),
    "parent": ("Thuộc lĩnh vực", "Parent"),
    "person": ("Họ tên", "Person"),
    "phone": ("Điện thoại", "Telephone"),
    "post": ("Chức vụ", "Post"),
    "presenter": ("Bên trao thay", "Presented by"),
    "procedure_kind": ("Thủ tục", "Procedure"),
    "province_code": ("Tỉnh, thành", "Province"),
    "reason": ("Lý do", "Reason"),
    "recipient": ("Bên nhận", "Recipient"),
    "recipient_type": ("Loại bên nhận", "Kind of recipient"),
    "region": ("Khu vực", "Region"),
    "result": ("Kết quả đạt được", "Result"),
    "rule": ("Quy định", "Rule"),
    "sectors": ("Lĩnh vực", "Sectors"),
    "short_name": ("Tên viết tắt", "Short name"),
    "signed": ("Ký", "Signed"),
    "source": ("Nguồn", "Source"),
    "starts": ("Bắt đầu", "Starts"),
    "status": ("Trạng thái", "Status"),
    "statute": ("Điều lệ", "Statute"),
    "successor_code": ("Sáp nhập vào", "Successor"),
    "summary": ("Nội dung", "Summary"),
    "taxonomy": ("Bảng phân loại", "Taxonomy"),
    "theirs": ("Người của tổ chức", "For the organisation"),
    "title": ("Danh xưng", "Title"),
    "title_en": ("Tên tiếng Anh", "English title"),
    "title_vi": ("Tên", "Title"),
    "to_unit_id": ("Id liên hiệp nhận", "To union (id)"),
    "unit_id": ("Id liên hiệp", "Union (id)"),
    "urgency": ("Mức khẩn", "Urgency"),
    "verified": ("Đã kiểm chứng", "Verified"),
    "website": ("Trang thông tin điện tử", "Website"),
    "what": ("Loại hạn", "What is due"),
}
_DAYS: Mapping[str, tuple[str, str]] = {
    "accepted_on": ("Ngày tiếp nhận", "Accepted on"),
    "closed_on": ("Ngày đóng", "Closed on"),
    "concluded_on": ("Ngày kết thúc", "Concluded on"),
    "day": ("Ngày", "Day"),
    "declined_on": ("Từ chối ngày", "Declined on"),
    "done_on": ("Hoàn thành ngày", "Done on"),
    "due_on": ("Hạn", "Due on"),
    "ended_on": ("Chấm dứt ngày", "Ended on"),
    "held_on": ("Ngày tiếp xúc", "Held on"),
    "introduced_on": ("Ngày giới thiệu", "Introduced on"),
    "known_on": ("Biết tại ngày", "Known on"),
    "next_done_on": ("Đã làm ngày", "Done on"),
    "next_due_on": ("Hạn việc tiếp theo", "Next step due on"),
    "notified_on": ("Ngày thông báo", "Notified on"),
    "open_from": ("Mở từ ngày", "Open from"),
    "opened_on": ("Ngày mở", "Opened on"),
    "overall_due_on": ("Hạn chung", "Due as a whole"),
    "people_on": ("Số người tại ngày", "People on"),
    "period_from": ("Thành tích từ", "Achieved from"),
    "period_to": ("Thành tích đến", "Achieved to"),
    "proposed_on": ("Đề xuất ngày", "Proposed on"),
    "since": ("Tính từ ngày", "Counted since"),
    "step_due_on": ("Hạn bước", "Step due on"),
    "stopped_on": ("Dừng ngày", "Stopped on"),
    "revoked_on": ("Thu hồi ngày", "Revoked on"),
    "successor_from": ("Sáp nhập từ ngày", "Succeeded from"),
    "valid_from": ("Hiệu lực từ", "Valid from"),
    "valid_to": ("Hiệu lực đến", "Valid to"),
    "visited_on": ("Ngày làm việc", "Visited on"),
}
_COUNTS: Mapping[str, tuple[str, str]] = {
    "beneficiaries": ("Số người hưởng lợi", "Beneficiaries"),
    "congress_ordinal": ("Đại hội lần thứ", "Congress number"),
    "count": ("Số tổ chức", "Organisations"),
    "days_left": ("Còn số ngày", "Days left"),
    "ordinal": ("Nhiệm kỳ thứ", "Term number"),
    "people": ("Số người", "People"),
    "working_days_left": ("Còn số ngày làm việc", "Working days left"),
    "year": ("Năm", "Year"),
}
_TITLES: Mapping[str, tuple[Kind, tuple[str, str]]] = {
    **{key: ("text", titles) for key, titles in _TEXTS.items()},
    **{key: ("date", titles) for key, titles in _DAYS.items()},
    **{key: ("integer", titles) for key, titles in _COUNTS.items()},
}
_IMPRECISE = (
    *("starts", "ends", "signed", "joined", "left", "decided", "guided", "dossier", "congress"),
    *("congress_planned", "congress_held", "founded"),
)


def sheet(name: str, *keys: str) -> Sheet:
    """A list's columns by the names of their fields; the id comes last."""
    columns = [Column(key, titles, kind=kind) for key in keys for kind, titles in [_TITLES[key]]]
    columns.append(Column("id", _TEXTS["id"]))
    return Sheet(name, columns, {key: _day(key) for key in keys if key in _IMPRECISE})


def _day(key: str) -> Callable[[dict[str, Any]], Any]:
    return lambda row: as_known(row[key])


def as_known(value: Any) -> Any:
    """A day as precisely as it is known: 05/02/2018, 02/2018, quý I/2018, 2018."""
    if not isinstance(value, dict):
        return value
    year, month, day = value["date"].split("-")
    quarter = ("I", "II", "III", "IV")[(int(month) - 1) // 3]
    written = {"month": f"{month}/{year}", "quarter": f"quý {quarter}/{year}", "year": year}
    return written.get(value["precision"], f"{day}/{month}/{year}")
