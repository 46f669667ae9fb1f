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
    "registry.sector_not_in_force": (
        "Lĩnh vực {value} không có hiệu lực vào ngày {on}; hãy chọn lĩnh vực khác.",
        "The sector {value} was not in force on {on}; choose one that was.",
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
    "registry.certificate_overlap": (
        "Tổ chức đã có giấy đăng ký hoạt động khác còn hiệu lực trong thời gian này.",
        "The organisation holds another operation certificate on some of these days.",
    ),
    "registry.wrong_status": (
        "Không thực hiện được thao tác này khi hồ sơ ở trạng thái hiện tại.",
        "The record's present status does not allow this.",
    ),
    "registry.wrong_role": (
        "Vai trò của bạn không được thực hiện thao tác này.",
        "Your role may not do this.",
    ),
    "registry.import_has_errors": (
        "Còn {count} dòng lỗi. Hãy sửa tệp rồi gửi lại, hoặc chọn bỏ qua các dòng lỗi.",
        "{count} rows have errors. Mend the file and send it again, or choose to leave them out.",
    ),
    "registry.import_stale": (
        "Dữ liệu trong hệ thống đã thay đổi từ khi kiểm tra tệp; chưa có gì được ghi. "
        "Hãy gửi lại tệp để kiểm tra lại.",
        "Records have changed since the file was checked; nothing was entered. "
        "Send the file again to have it checked again.",
    ),
    "registry.import_unknown_country": (
        "Không tìm thấy “{value}” trong danh mục quốc gia.",
        "“{value}” is not in the list of countries.",
    ),
    "registry.import_unknown_sectors": (
        "Không tìm thấy “{value}” trong danh mục lĩnh vực.",
        "“{value}” is not in the list of sectors.",
    ),
    "registry.import_sectors_not_in_force": (
        "Lĩnh vực “{value}” không có hiệu lực vào ngày {on}; hãy ghi lĩnh vực khác.",
        "The sector “{value}” was not in force on {on}; name one that was.",
    ),
    "registry.import_unknown_provinces": (
        "Không có tỉnh, thành phố nào tên “{value}” vào ngày cấp giấy ({on}).",
        "No province or city was called “{value}” on the day of issue ({on}).",
    ),
    "registry.import_entries": (
        "Dòng {line} trong ô không đúng dạng {parts}, hoặc có phần không hợp lệ.",
        "Line {line} of the cell is not of the form {parts}, or one of its parts is not valid.",
    ),
    "registry.import_overlap": (
        "Trùng thời gian hiệu lực với giấy đăng ký hoạt động số {number} của cùng tổ chức.",
        "Holds on days of the same organisation's operation certificate {number}.",
    ),
    "registry.row_repeated": (
        "Giấy đăng ký này đã có ở dòng {row} của tệp.",
        "This certificate stands in row {row} already.",
    ),
    "registry.row_contradicts": (
        "Mâu thuẫn với dòng {row} của tệp: cùng một tổ chức hoặc giấy đăng ký nhưng ghi khác.",
        "Contradicts row {row}: the same organisation or certificate, written differently.",
    ),
    "registry.several_ngos": (
        "Có {count} tổ chức cùng tên, cùng quốc gia trong hệ thống nên không xác định được.",
        "{count} organisations have this name and country, so it is not clear which is meant.",
    ),
    "registry.certificate_of_another": (
        "Số giấy này đã được ghi cho tổ chức khác: {name}.",
        "This number is recorded for another organisation: {name}.",
    ),
    "registry.number_of_another": (
        "Số {value} đã được ghi cho tổ chức khác: {name}.",
        "The number {value} is recorded for another organisation: {name}.",
    ),
    "registry.number_in_row": (
        "Số {value} đã được ghi cho tổ chức khác ở dòng {row} của tệp: {name}.",
        "The number {value} stands in row {row} for another organisation: {name}.",
    ),
    "registry.identifier_check": (
        "Số này không đúng dạng hoặc sai chữ số kiểm tra. Hãy đối chiếu với giấy tờ gốc.",
        "This number has the wrong form or wrong check digits. Compare it with the paper.",
    ),
    "registry.identifier_taken": (
        "Số này đã được ghi cho một tổ chức khác. Hãy tìm theo số này để xem hồ sơ đó.",
        "This number is recorded for another organisation. Search by it to see that record.",
    ),
    "registry.public_id_mistyped": (
        "Mã INGO này sai chữ số kiểm tra. Hãy kiểm tra lại từng chữ số.",
        "The check digits of this INGO id are wrong. Check it digit by digit.",
    ),
    "registry.possible_duplicates": (
        "Có {count} hồ sơ có thể là cùng một tổ chức. Hãy xem từng hồ sơ; nếu đúng là tổ chức "
        "khác, hãy xác nhận để vẫn tạo hồ sơ mới.",
        "{count} records may be of the same organisation. Look at each; if it is another one, "
        "confirm to create the record all the same.",
    ),
    "registry.same_name": ("Cùng tên: “{theirs}”.", "The same name: “{theirs}”."),
    "registry.like_name": ("Tên gần giống: “{theirs}”.", "A similar name: “{theirs}”."),
    "registry.same_number": ("Cùng số: {theirs}.", "The same number: {theirs}."),
    "registry.same_country": ("Cùng quốc gia.", "The same country."),
    "registry.merge_with_itself": (
        "Một hồ sơ không thể trùng với chính nó.",
        "A record cannot be a duplicate of itself.",
    ),
    "registry.merged_away": (
        "Hồ sơ này đã được gộp vào hồ sơ khác nên không sửa được nữa. Hãy mở hồ sơ còn lại, "
        "hoặc hoàn tác việc gộp.",
        "This record went into another and cannot be changed. Open that record, or undo the merge.",
    ),
    "registry.own_record": (
        "Đơn vị của bạn sửa được hồ sơ này, không cần đề xuất.",
        "Your unit may change this record itself; there is nobody to propose it to.",
    ),
    "registry.nothing_proposed": (
        "Đề xuất không khác gì hồ sơ hiện có.",
        "What is proposed does not differ from the record.",
    ),
    "registry.not_proposed": (
        "Đề xuất không có mục này.",
        "This field is not part of the proposal.",
    ),
    "registry.proposal_overtaken": (
        "Hồ sơ đã được sửa ở mục này sau khi có đề xuất. Hãy chọn các mục còn lại, "
        "hoặc từ chối và nêu lý do.",
        "The record was changed here after this was proposed. Take the other fields, "
        "or decline and say why.",
    ),
    "registry.not_your_proposal": (
        "Đơn vị quản lý hồ sơ trả lời đề xuất; đơn vị đề xuất chỉ được rút lại.",
        "The unit that keeps the record answers; the one that proposed may withdraw.",
    ),
    "registry.not_merged": (
        "Hồ sơ này chưa được gộp vào hồ sơ nào.",
        "This record was not merged into another.",
    ),
    "registry.import_like": (
        "Giống hồ sơ đã có: {name} ({public_id}). Hãy kiểm tra trước khi ghi nhận.",
        "Like a record on file: {name} ({public_id}). Look at it before entering.",
    ),
    "registry.import_unchecked": (
        "Chưa so với hồ sơ đã có: chỉ {count} tổ chức mới đầu tiên được so tên gần giống.",
        "Not compared with the records on file: only the first {count} new ones are.",
    ),
    "registry.import_changed_since": (
        "Không hoàn tác được: {count} hồ sơ đã được sửa hoặc bổ sung sau lần nhập này.",
        "Cannot be undone: {count} records were changed or added to since this import.",
    ),
    "registry.import_too_old": (
        "Không hoàn tác được nữa: lần nhập này đã quá 30 ngày.",
        "Cannot be undone any more: this import is older than 30 days.",
    ),
    "registry.id_taken": (
        "Mã định danh này đã được dùng.",
        "This id is already in use.",
    ),
    "registry.national_only": (
        "Chỉ quản trị viên của Liên hiệp Việt Nam được sửa danh mục dùng chung này.",
        "Only an administrator of the national union may change this shared list.",
    ),
    "registry.no_calendar": (
        "Lịch ngày làm việc chỉ có từ năm {first} đến năm {last}.",
        "The calendar of working days covers the years {first} to {last}.",
    ),
    "registry.day_taken": (
        "Ngày này đã có trong lịch. Hãy sửa mục đã có.",
        "This day is in the calendar already. Change that entry.",
    ),
    "registry.day_not_moved": (
        "Ngày này vốn là ngày làm việc nên không thể là ngày làm bù.",
        "This day is worked anyway, so it cannot make up for another.",
    ),
}
