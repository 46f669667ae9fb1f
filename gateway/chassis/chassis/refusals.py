"""The chassis's own sentences: code -> (Vietnamese, English). Parameters in braces."""

from collections.abc import Mapping

Catalogue = Mapping[str, tuple[str, str]]

REFUSALS: Catalogue = {
    "not_found": ("Không tìm thấy bản ghi này.", "There is no such record."),
    "wire.framing": (
        "Yêu cầu HTTP này có thể hiểu theo hai cách, nên không được nhận.",
        "This HTTP request can be read in two ways and is not taken.",
    ),
    "wire.headers_too_large": (
        "Phần tiêu đề của yêu cầu quá lớn.",
        "The request has too much header.",
    ),
    "changes.gone": (
        "Những thay đổi sau vị trí {after} đã quá hạn lưu trong luồng này ({days} ngày). Hãy chép"
        " lại từ các danh sách, rồi đọc tiếp từ vị trí mà changes/digest cho biết.",
        "The changes after position {after} are older than this feed keeps ({days} days). Take a"
        " new copy from the lists, then go on from the position that changes/digest names.",
    ),
    "changes.ahead": (
        "Luồng này mới đến vị trí {last}, chưa đến vị trí {after}: có thể dữ liệu đã được khôi phục"
        " từ bản sao lưu. Hãy chép lại từ vị trí 0.",
        "This feed has come to position {last} and not to {after}: it may have been restored from a"
        " backup. Take a new copy from position 0.",
    ),
    "clock.fixed": (
        "Ở đây không đổi được ngày: X-Test-Today chỉ dùng với các dịch vụ của bản minh họa.",
        "The day cannot be moved here: X-Test-Today is for the services of a demonstration.",
    ),
    "clock.no_day": (
        "X-Test-Today phải là một ngày dạng YYYY-MM-DD, từ 1900 đến 2200.",
        "X-Test-Today must be a day as YYYY-MM-DD, from 1900 to 2200.",
    ),
    "subjects.national": (
        "Chỉ đơn vị toàn quốc được xoá dấu vết của một tài khoản.",
        "Only national staff erase the traces of an account.",
    ),
    "subjects.reason_names": (
        "Lý do không được nhắc lại điều phải xoá.",
        "The reason may not repeat what is to be erased.",
    ),
    "route.unknown": ("Không có địa chỉ này.", "There is no such address."),
    "route.method": (
        "Địa chỉ này không nhận phương thức {method}.",
        "This address does not take the method {method}.",
    ),
    "identity.required": ("Hãy đăng nhập trước.", "Sign in first."),
    "identity.invalid": (
        "Thông tin xác thực không hợp lệ hoặc đã hết hạn.",
        "The credentials are not valid or have expired.",
    ),
    "identity.unverifiable": (
        "Chưa kiểm tra được danh tính, hãy thử lại sau ít giây.",
        "The identity cannot be checked right now; try again in a few seconds.",
    ),
    "identity.role": (
        "Vai trò của bạn không được làm việc này.",
        "Your role may not do this.",
    ),
    "identity.scope": (
        "Ứng dụng này không có phạm vi quyền {scope}.",
        "This client lacks the scope {scope}.",
    ),
    "identity.no_unit": (
        "Tài khoản không thuộc đơn vị nào nên không thể ghi hồ sơ.",
        "The account belongs to no unit, so it cannot own a record.",
    ),
    "body.malformed": ("Nội dung gửi lên không phải JSON hợp lệ.", "The body is not valid JSON."),
    "body.encoding": ("Nội dung gửi lên phải là UTF-8.", "The body must be UTF-8."),
    "body.duplicate_key": (
        "Có khóa xuất hiện hai lần trong cùng một đối tượng JSON.",
        "A key stands twice in one JSON object.",
    ),
    "body.too_deep": ("JSON lồng quá {limit} cấp.", "The JSON nests deeper than {limit} levels."),
    "body.too_large": (
        "Nội dung gửi lên lớn hơn {limit} byte.",
        "The body is larger than {limit} bytes.",
    ),
    "body.media_type": (
        "Thao tác này chỉ nhận {accepted}.",
        "This operation takes {accepted} only.",
    ),
    "invalid": ("Một số giá trị chưa hợp lệ.", "Some values are not valid."),
    "precondition.required": (
        "Hãy gửi If-Match với phiên bản bạn đang sửa.",
        "Send If-Match with the version you are changing.",
    ),
    "precondition.failed": (
        "Bản ghi đã được người khác thay đổi từ khi bạn mở. Hãy tải lại rồi sửa tiếp.",
        "Someone changed the record since you opened it. Load it again, then change it.",
    ),
    "idempotency.required": (
        "Phần mềm gửi POST phải kèm Idempotency-Key, để khi gửi lại không làm hai lần.",
        "A program sends an Idempotency-Key with each POST, so that a repeat does nothing twice.",
    ),
    "idempotency.key_invalid": (
        "Idempotency-Key phải dài 1–255 ký tự ASCII in được.",
        "Idempotency-Key must be 1–255 printable ASCII characters.",
    ),
    "idempotency.key_reused": (
        "Idempotency-Key này đã dùng cho một yêu cầu khác.",
        "This Idempotency-Key was used for a different request.",
    ),
    "conflict.unique": (
        "Đã có bản ghi khác mang giá trị này ({constraint}).",
        "Another record already has this value ({constraint}).",
    ),
    "conflict.reference": (
        "Bản ghi được tham chiếu không tồn tại hoặc đang được dùng ({constraint}).",
        "A referenced record does not exist or is still in use ({constraint}).",
    ),
    "conflict.rule": (
        "Dữ liệu trái với một quy tắc của cơ sở dữ liệu ({constraint}).",
        "The data breaks a rule of the database ({constraint}).",
    ),
    "conflict.busy": (
        "Người khác đang thay đổi cùng bản ghi, hãy thử lại.",
        "Somebody else is changing the same record; try again.",
    ),
    "data.out_of_range": (
        "Một giá trị nằm ngoài khoảng lưu trữ được.",
        "A value is outside what can be stored.",
    ),
    "cursor.invalid": (
        "Con trỏ trang không hợp lệ cho danh sách này.",
        "The page cursor does not fit this list.",
    ),
    "busy": (
        "Máy chủ đang bận, hãy thử lại sau ít giây.",
        "The server is busy; try again shortly.",
    ),
    "internal": (
        "Có lỗi ngoài dự kiến. Hãy báo kèm mã yêu cầu.",
        "Something unexpected went wrong. Report it with the request id.",
    ),
    # field problems
    "field.missing": ("Bắt buộc phải có.", "This is required."),
    "field.unknown": ("Không có trường này.", "There is no such field."),
    "field.repeated": ("Chỉ được gửi một lần.", "This may be sent once only."),
    "field.type": ("Sai kiểu giá trị.", "The value has the wrong type."),
    "field.too_short": ("Quá ngắn (tối thiểu {min}).", "Too short (at least {min})."),
    "field.too_long": ("Quá dài (tối đa {max}).", "Too long (at most {max})."),
    "field.too_small": ("Phải từ {min} trở lên.", "Must be {min} or more."),
    "field.too_big": ("Không được quá {max}.", "Must be {max} or less."),
    "field.pattern": ("Không đúng dạng quy định.", "Not of the required form."),
    "field.choice": ("Phải là một trong: {choices}.", "Must be one of: {choices}."),
    "field.date": (
        "Ngày phải có dạng NNNN-TT-NN, từ 1900 đến 2199.",
        "A date is YYYY-MM-DD, 1900 to 2199.",
    ),
    "field.instant": (
        "Thời điểm phải theo RFC 3339 và có múi giờ, từ 1900 đến 2199.",
        "A time is RFC 3339 with an offset, 1900 to 2199.",
    ),
    "field.text": (
        "Có ký tự điều khiển hoặc ký tự đảo chiều không được phép.",
        "Holds a control or direction-changing character that is not allowed.",
    ),
    "field.integer": ("Phải là số nguyên.", "Must be a whole number."),
    "field.uuid": ("Phải là một UUID.", "Must be a UUID."),
    "field.invalid": ("Giá trị không hợp lệ.", "The value is not valid."),
}
