"""The sentences about what people prove themselves with: one-time codes, passkeys."""

from chassis.refusals import Catalogue

REFUSALS: Catalogue = {
    "authenticators.already_there": (
        "Tài khoản này đã có mã một lần. Hãy gỡ trước khi thiết lập lại.",
        "This account has one-time codes already. Remove them before setting up new ones.",
    ),
    "authenticators.not_begun": (
        "Chưa có mã bí mật nào đang chờ xác nhận. Hãy bắt đầu thiết lập lại.",
        "No secret is waiting to be confirmed. Begin the set-up again.",
    ),
    "authenticators.wrong_code": (
        "Mã không khớp. Hãy kiểm tra giờ trên điện thoại và nhập mã đang hiện.",
        "The code does not fit. Check the telephone's clock and enter the code it shows now.",
    ),
    "authenticators.not_there": (
        "Tài khoản này chưa có mã một lần.",
        "This account has no one-time codes.",
    ),
    "authenticators.must_stay": (
        "Vai trò của bạn bắt buộc có xác thực hai lớp nên không gỡ được.",
        "Your role must have a second factor, so it cannot be removed.",
    ),
    "authenticators.password_too_weak_alone": (
        "Mật khẩu này chỉ đủ mạnh khi có mã một lần. Hãy đổi mật khẩu từ 15 ký tự trở lên trước.",
        "This password is strong enough beside one-time codes only. Change it to 15 characters or"
        " more first.",
    ),
    "sessions.passkey_wrong": (
        "Khóa truy cập này không mở được tài khoản nào ở đây. Hãy thử lại hoặc đăng nhập bằng mật"
        " khẩu.",
        "This passkey opens no account here. Try again, or sign in with a password.",
    ),
    "authenticators.passkey_refused": (
        "Không nhận được khóa truy cập này. Hãy làm lại từ đầu, trong vòng năm phút.",
        "This passkey was not taken. Begin again, and finish within five minutes.",
    ),
    "authenticators.passkey_there": (
        "Khóa truy cập này đã được lưu.",
        "This passkey is kept already.",
    ),
    "authenticators.no_such_passkey": (
        "Bạn không có khóa truy cập này.",
        "You have no such passkey.",
    ),
    "authenticators.too_many_passkeys": (
        "Mỗi người có tối đa {limit} khóa truy cập.",
        "A person has at most {limit} passkeys.",
    ),
}
