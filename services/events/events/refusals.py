"""What the events service refuses, in the words of the people who read it: code -> (vi, en)."""

from chassis.refusals import Catalogue

REFUSALS: Catalogue = {
    "events.overlap": (
        "Địa điểm đã được đặt trong khoảng thời gian này. Hãy chọn giờ khác hoặc địa điểm khác.",
        "The venue is already booked during this time. Choose another time or another venue.",
    ),
    "events.overlap_with": (
        "Địa điểm đã được đặt từ {begin} đến {end} cho {what_vi}.",
        "The venue is booked from {begin} to {end} for {what_en}.",
    ),
    "events.wrong_status": (
        "Trạng thái hiện tại của hồ sơ không cho phép thao tác này.",
        "The record's present status does not allow this.",
    ),
    "events.not_left": (
        "Chỉ tiếp nhận được sự kiện mà một đơn vị đã hợp nhất vào đơn vị của bạn để lại.",
        "Only what a unit that has merged into yours left open is taken over.",
    ),
    "events.wrong_role": (
        "Vai trò của bạn không được thực hiện thao tác này.",
        "Your role may not do this.",
    ),
    "events.not_yet_held": (
        "Sự kiện chưa bắt đầu nên chưa thể ghi nhận là đã tổ chức.",
        "The event has not begun, so it cannot be recorded as held.",
    ),
    "events.event_not_bookable": (
        "Chỉ đặt được địa điểm cho sự kiện đang dự thảo, dự kiến hoặc đã xác nhận.",
        "A venue can be booked only for an event that is drafted, planned or confirmed.",
    ),
    "events.time_unknown": (
        "Sự kiện chưa ấn định ngày cụ thể nên không thể giữ địa điểm.",
        "The event has no exact day yet, so no venue can be held for it.",
    ),
    "events.booking_lost": (
        "Thời gian mới không còn chỗ cho một lượt đặt địa điểm. Hãy huỷ lượt đặt đó trước.",
        "The new time leaves nothing of one of the event's bookings. Cancel that booking first.",
    ),
    "events.when_incomplete": (
        "Thiếu thông tin về thời gian ứng với độ chính xác đã chọn.",
        "A time that the chosen precision needs is missing.",
    ),
    "events.when_contradicts": (
        "Giá trị này mâu thuẫn với độ chính xác của thời gian đã chọn.",
        "This value contradicts the chosen precision of the time.",
    ),
    "events.ends_before_start": (
        "Thời điểm kết thúc phải sau thời điểm bắt đầu.",
        "The end must come after the beginning.",
    ),
    "events.not_steward": (
        "Chỉ đơn vị quản lý địa điểm này hoặc Liên hiệp Việt Nam được sửa.",
        "Only the unit that keeps this venue, or the national union, may change it.",
    ),
    "events.not_keeper": (
        "Chỉ đơn vị đã đặt địa điểm hoặc Liên hiệp Việt Nam được thay đổi lượt đặt này.",
        "Only the unit that made this booking, or the national union, may change it.",
    ),
    "events.unknown_unit": ("Không có đơn vị {value}.", "There is no unit {value}."),
    "events.unknown_kind": (
        "Mã loại sự kiện {value} không có trong danh mục.",
        "The kind of event {value} is not in the list.",
    ),
    "events.unknown_country": (
        "Mã quốc gia {value} không có trong danh mục.",
        "The country code {value} is not in the list.",
    ),
    "events.unknown_event": (
        "Đơn vị của bạn không có sự kiện này.",
        "Your unit has no such event.",
    ),
    "events.organisation_repeated": (
        "Mỗi tổ chức chỉ được nêu một lần.",
        "Each organisation may be named once.",
    ),
    "events.unknown_venue": ("Không có địa điểm này.", "There is no such venue."),
    "events.id_taken": (
        "Mã định danh này đã được dùng.",
        "This id is already in use.",
    ),
}
