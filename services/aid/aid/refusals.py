"""What aid refuses, in the words of the people who read it: code -> (vi, en)."""

from chassis.files.refusals import REFUSALS as FILES
from chassis.refusals import Catalogue

REFUSALS: Catalogue = {
    **FILES,
    "aid.wrong_role": (
        "Vai trò của bạn không được thực hiện bước này.",
        "Your role may not take this step.",
    ),
    "aid.wrong_status": (
        "Hồ sơ không ở bước cho phép thao tác này; có thể người khác vừa xử lý. Hãy tải lại hồ sơ.",
        "The dossier is in status {status}, so the step {action} cannot be taken.",
    ),
    "aid.not_left": (
        "Chỉ tiếp nhận được hồ sơ mà một đơn vị đã hợp nhất vào đơn vị của bạn để lại.",
        "Only what a unit that has merged into yours left open is taken over.",
    ),
    "aid.four_eyes": (
        "Bạn đã tham gia hồ sơ này ở khâu khác. Người lập, người thẩm định và người quyết định"
        " phải là ba người khác nhau.",
        "You already took another part in this dossier. Those who prepare it, who appraise it and"
        " who decide on it must be different people.",
    ),
    "aid.incomplete": (
        "Hồ sơ chưa đầy đủ. Hãy bổ sung các mục được liệt kê rồi trình lại.",
        "The dossier is not complete. Add what is listed, then submit it again.",
    ),
    "aid.missing": ("Mục này chưa có.", "This is missing."),
    "aid.amount_zero": ("Giá trị khoản viện trợ phải lớn hơn 0.", "The amount must exceed zero."),
    "aid.sectors_not_whole": (
        "Tỷ lệ các lĩnh vực cộng lại là {sum}%, phải đúng bằng 100%.",
        "The sectors' percentages add up to {sum}, not to exactly 100.",
    ),
    "aid.sector_repeated": (
        "Mỗi lĩnh vực chỉ được nêu một lần.",
        "Each sector may be named once.",
    ),
    "aid.dong_has_no_parts": (
        "Số tiền bằng đồng Việt Nam không có phần thập phân.",
        "An amount in Vietnamese dong has no decimals.",
    ),
    "aid.dates_out_of_order": (
        "Ngày kết thúc sớm hơn ngày bắt đầu.",
        "The last day is before the first.",
    ),
    "aid.day_to_come": (
        "Ngày này chưa tới. Hãy nhập ngày hôm nay hoặc ngày đã qua.",
        "This day is yet to come. Enter today or a day in the past.",
    ),
    "aid.unknown_donor": ("Không có bên cung cấp viện trợ này.", "There is no such donor."),
    "aid.donor_is_a_copy": (
        "Bên cung cấp này là tổ chức phi chính phủ nước ngoài: hãy sửa tại danh bạ tổ chức.",
        "This donor is a foreign NGO: correct it in the registry.",
    ),
    "aid.unknown_recipient": (
        "Đơn vị không có bên tiếp nhận viện trợ này.",
        "The unit keeps no such recipient.",
    ),
    "aid.recipient_in_use": (
        "Bên tiếp nhận này đang có khoản viện trợ nên không thể xóa.",
        "Grants name this recipient, so it cannot be removed.",
    ),
    "aid.unknown_unit": (
        "Không có đơn vị {value}, hoặc đơn vị này nằm ngoài phạm vi của bạn.",
        "There is no unit {value}, or it is outside what you may see.",
    ),
    "aid.id_taken": ("Mã định danh này đã được dùng.", "This id is already in use."),
}
