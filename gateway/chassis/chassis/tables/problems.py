"""What can be wrong with one cell, and what is worth a note: code -> (Vietnamese, English)."""

from collections.abc import Mapping

PROBLEMS: Mapping[str, tuple[str, str]] = {
    "tables.cell.required": ("Ô này bắt buộc phải có giá trị.", "This cell must have a value."),
    "tables.cell.error": (
        "Ô đang báo lỗi {error}. Hãy sửa công thức hoặc nhập giá trị.",
        "The cell shows the error {error}. Mend the formula or enter a value.",
    ),
    "tables.cell.formula_without_value": (
        "Ô có công thức nhưng chưa có kết quả. Hãy mở và lưu lại bằng Excel, hoặc nhập giá trị.",
        "The formula has no computed value. Open and save the file in Excel, or enter the value.",
    ),
    "tables.cell.merged": (
        "Ô nằm trong vùng gộp ô. Hãy bỏ gộp và điền đủ từng dòng.",
        "The cell is part of a merged range. Unmerge it and fill in every row.",
    ),
    "tables.cell.control": (
        "Ô có ký tự điều khiển hoặc ký tự không hợp lệ. Hãy xóa và gõ lại.",
        "The cell holds a control or invalid character. Clear it and type it again.",
    ),
    "tables.cell.too_long": (
        "Nội dung dài quá {max} ký tự.",
        "The text is longer than {max} characters.",
    ),
    "tables.cell.wrong_type": (
        "Kiểu dữ liệu của ô không đúng với cột này.",
        "The cell's type of data does not fit this column.",
    ),
    "tables.cell.date_in_text": (
        "Excel đã tự đổi ô này thành ngày hoặc giờ. Hãy định dạng cột là Text rồi nhập lại.",
        "Excel turned this cell into a date or time. Format the column as Text and enter it again.",
    ),
    "tables.cell.date_in_number": (
        "Ô chứa ngày trong khi cột này cần một con số.",
        "The cell holds a date where a number is needed.",
    ),
    "tables.cell.precision": (
        "Số có hơn 15 chữ số nên Excel đã làm tròn. Hãy định dạng cột là Text rồi nhập lại.",
        "Excel rounds numbers of more than 15 digits. Format the column as Text, enter it again.",
    ),
    "tables.cell.not_number": ("Ô phải là một con số.", "The cell must be a number."),
    "tables.cell.not_integer": ("Ô phải là số nguyên.", "The cell must be a whole number."),
    "tables.cell.number_with_unit": (
        "Chỉ ghi con số, không ghi kèm đơn vị, ký hiệu tiền hay phần trăm.",
        "Enter the number alone, without a unit, a currency or a percent sign.",
    ),
    "tables.cell.ambiguous_number": (
        "Không rõ dấu chấm, phẩy là phần nghìn hay phần thập phân. "
        "Hãy viết {thousands} (phần nghìn) hoặc {decimal} (thập phân).",
        "The separator may group thousands or begin decimals. "
        "Write {thousands} (thousands) or {decimal} (decimals).",
    ),
    "tables.cell.number_too_big": ("Con số quá lớn.", "The number is too large."),
    "tables.cell.not_date": (
        "Ngày phải viết theo dạng ngày/tháng/năm, ví dụ 31/12/2026.",
        "Write the date as day/month/year, for example 31/12/2026.",
    ),
    "tables.cell.date_month_first": (
        "Tháng không thể lớn hơn 12. Ngày phải viết theo thứ tự ngày/tháng/năm.",
        "There is no such month. Write the day first: day/month/year.",
    ),
    "tables.cell.date_impossible": (
        "Ngày này không có trong lịch.",
        "There is no such day in the calendar.",
    ),
    "tables.cell.date_short_year": (
        "Năm phải viết đủ bốn chữ số.",
        "Write the year with four digits.",
    ),
    "tables.cell.date_incomplete": (
        "Ngày chưa đủ: cần cả ngày, tháng và năm.",
        "The date is incomplete: day, month and year are needed.",
    ),
    "tables.cell.date_range": (
        "Ngày phải từ 01/03/1900 đến 31/12/2199.",
        "The date must be from 1 March 1900 to 31 December 2199.",
    ),
    "tables.cell.not_choice": (
        "Giá trị không có trong danh mục. Các giá trị được nhận: {choices}.",
        "The value is not in the list. Accepted values: {choices}.",
    ),
    "tables.note.unknown_columns": (
        "Các cột không nhận ra nên đã bỏ qua: {titles}.",
        "Columns that were not recognised and left out: {titles}.",
    ),
    "tables.note.missing_columns": (
        "Tệp không có các cột không bắt buộc: {titles}.",
        "Optional columns that the file does not have: {titles}.",
    ),
    "tables.note.empty_rows": (
        "Đã bỏ qua các dòng trống: {rows}.",
        "Empty rows that were left out: {rows}.",
    ),
    "tables.note.total_rows": (
        "Đã bỏ qua các dòng tổng cộng: {rows}.",
        "Total rows that were left out: {rows}.",
    ),
    "tables.note.hidden_rows": (
        "Các dòng đang ẩn hoặc bị lọc cũng được đọc ({count} dòng).",
        "Hidden or filtered rows were read as well ({count}).",
    ),
    "tables.note.other_sheets": (
        "Chỉ đọc trang tính “{sheet}”; chưa đọc: {others}.",
        "Only the sheet “{sheet}” was read; not read: {others}.",
    ),
}
