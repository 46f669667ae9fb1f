"""Why a file is not taken: code -> (Vietnamese, English). Parameters in braces."""

from collections.abc import Mapping

REFUSALS: Mapping[str, tuple[str, str]] = {
    "files.too_large": (
        "Tệp lớn hơn {limit} byte, vượt quá dung lượng cho phép.",
        "The file is larger than {limit} bytes, the most that is taken.",
    ),
    "files.no_room": (
        "Đơn vị đã dùng {used} MB trong {allowed} MB dành cho tệp; tệp này cần thêm {size} MB."
        " Hãy gỡ những tệp không còn cần, hoặc đề nghị quản trị viên toàn quốc nới dung lượng.",
        "The unit has used {used} of the {allowed} MB for its files; this one needs {size} MB."
        " Remove files that are not needed, or ask a national administrator for more room.",
    ),
    "files.empty": (
        "Tệp không có nội dung. Hãy kiểm tra và gửi lại.",
        "The file is empty. Check it and send it again.",
    ),
    "files.type_refused": (
        "Loại tệp này không được tiếp nhận. Các loại được nhận: {accepted}.",
        "Files of this type are not taken. Accepted types: {accepted}.",
    ),
    "files.type_mismatch": (
        "Nội dung tệp không phải là loại mà tên tệp hoặc khai báo nói tới. Hãy lưu lại đúng loại.",
        "The content is not of the type that its name or declaration says. Save it as that type.",
    ),
    "files.macros": (
        "Tệp có chứa macro. Hãy lưu lại ở định dạng không có macro rồi gửi lại.",
        "The file contains macros. Save it in a format without macros and send it again.",
    ),
    "files.encrypted": (
        "Tệp được đặt mật khẩu. Hãy gỡ mật khẩu rồi gửi lại.",
        "The file is protected by a password. Remove the password and send it again.",
    ),
    "files.archive_unsafe": (
        "Cấu trúc bên trong tệp bị hỏng hoặc không an toàn. Hãy mở, lưu lại rồi gửi lại.",
        "The inner structure is damaged or unsafe. Open it, save it and send it again.",
    ),
    "files.unknown_key": (
        "Không tìm thấy tệp này trong kho lưu trữ.",
        "There is no such file in the store.",
    ),
}
