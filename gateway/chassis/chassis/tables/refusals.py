"""Why a table is not read at all: code -> (Vietnamese, English). Parameters in braces."""

from collections.abc import Mapping

from chassis.tables.problems import PROBLEMS

_ADVICE_VI = "Hãy mở tệp bằng Excel và lưu thành “Excel Workbook (.xlsx)”."
_ADVICE_EN = "Open it in Excel and save it as “Excel Workbook (.xlsx)”."

REFUSALS: Mapping[str, tuple[str, str]] = {
    "tables.too_large": (
        "Tệp lớn hơn {limit} byte. Hãy tách thành nhiều tệp nhỏ hơn.",
        "The file is larger than {limit} bytes. Split it into smaller ones.",
    ),
    "tables.empty": ("Tệp không có nội dung.", "The file is empty."),
    "tables.truncated": (
        "Tệp bị hỏng hoặc chưa tải lên trọn vẹn. Hãy gửi lại.",
        "The file is damaged or was not sent completely. Send it again.",
    ),
    "tables.damaged": (
        f"Không đọc được cấu trúc của tệp. {_ADVICE_VI}",
        f"The structure of the file cannot be read. {_ADVICE_EN}",
    ),
    "tables.unsafe": (
        f"Tệp có cấu trúc nén không an toàn nên không được mở. {_ADVICE_VI}",
        f"The file is packed in an unsafe way and was not opened. {_ADVICE_EN}",
    ),
    "tables.too_costly": (
        "Tệp quá lớn hoặc quá phức tạp để xử lý. Hãy chỉ giữ lại bảng dữ liệu cần nhập.",
        "The file is too large or too complex. Keep nothing but the table to be imported.",
    ),
    "tables.xls": (
        f"Tệp ở định dạng Excel cũ (.xls). {_ADVICE_VI}",
        f"The file is in the old Excel format (.xls). {_ADVICE_EN}",
    ),
    "tables.xlsb": (
        f"Tệp ở định dạng nhị phân của Excel (.xlsb). {_ADVICE_VI}",
        f"The file is in Excel's binary format (.xlsb). {_ADVICE_EN}",
    ),
    "tables.xlsm": (
        f"Tệp có macro (.xlsm). {_ADVICE_VI}",
        f"The file contains macros (.xlsm). {_ADVICE_EN}",
    ),
    "tables.ods": (
        f"Tệp ở định dạng OpenDocument (.ods). {_ADVICE_VI}",
        f"The file is in the OpenDocument format (.ods). {_ADVICE_EN}",
    ),
    "tables.password": (
        "Tệp được đặt mật khẩu. Hãy gỡ mật khẩu rồi gửi lại.",
        "The file is protected by a password. Remove the password and send it again.",
    ),
    "tables.html": (
        f"Tệp là trang web hoặc XML mang tên tệp bảng tính. {_ADVICE_VI}",
        f"The file is a web page or XML named as a spreadsheet. {_ADVICE_EN}",
    ),
    "tables.renamed": (
        "Phần mở rộng .{extension} không đúng với nội dung ({content}). Hãy lưu đúng định dạng.",
        "The extension .{extension} does not fit the content ({content}). Save it in one format.",
    ),
    "tables.not_a_table": (
        "Tệp không phải là bảng tính Excel (.xlsx) hoặc CSV.",
        "The file is neither an Excel workbook (.xlsx) nor CSV.",
    ),
    "tables.encoding": (
        "Không nhận ra bảng mã chữ. Hãy lưu thành “CSV UTF-8” hoặc .xlsx.",
        "The character encoding is not recognised. Save it as “CSV UTF-8” or .xlsx.",
    ),
    "tables.legacy_font": (
        "Chữ trong tệp dùng bảng mã cũ {encoding}. Hãy chuyển sang Unicode (ví dụ bằng công cụ "
        "chuyển mã của UniKey) rồi gửi lại.",
        "The text is in the old encoding {encoding}. Convert it to Unicode (for example with "
        "UniKey's converter) and send it again.",
    ),
    "tables.csv_quotes": (
        "Dấu ngoặc kép không khép kín ở gần dòng {line}.",
        "A quotation mark is not closed near line {line}.",
    ),
    "tables.no_header": (
        "Không tìm thấy dòng tiêu đề trong 10 dòng đầu. Cần có các cột: {titles}.",
        "No header row was found in the first 10 rows. Columns needed: {titles}.",
    ),
    "tables.columns_missing": (
        "Thiếu các cột bắt buộc: {titles}.",
        "Required columns are missing: {titles}.",
    ),
    "tables.columns_twice": (
        "Có nhiều cột cùng nghĩa: {titles}. Hãy giữ lại một cột.",
        "Several columns mean the same: {titles}. Keep one of them.",
    ),
    "tables.no_rows": (
        "Tệp chỉ có dòng tiêu đề, chưa có dòng dữ liệu nào.",
        "The file has a header but no row of data.",
    ),
    "tables.too_many_rows": (
        "Bảng vượt quá {limit} dòng (có dữ liệu đến dòng {last}).",
        "The table has more than {limit} rows (there is data down to row {last}).",
    ),
    "tables.too_many_columns": (
        "Bảng vượt quá {limit} cột.",
        "The table has more than {limit} columns.",
    ),
    "tables.cell_too_long": (
        "Ô ở dòng {row}, cột “{column}” dài hơn mức Excel lưu được. Hãy xuất ra CSV.",
        "The cell in row {row}, column “{column}” is longer than Excel can hold. Export CSV.",
    ),
    "tables.unreadable": (
        "Không đọc được tệp này. Hãy báo cho quản trị viên kèm mã yêu cầu.",
        "This file could not be read. Tell the administrator, with the request id.",
    ),
    **PROBLEMS,
}
