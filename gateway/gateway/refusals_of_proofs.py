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
    "sessions.oidc_off": (
        "Hệ thống này chưa bật đăng nhập bằng tài khoản bên ngoài.",
        "Signing in with an account elsewhere is not set up here.",
    ),
    "sessions.oidc_away": (
        "Máy chủ đăng nhập bên ngoài chưa trả lời. Hãy thử lại sau ít phút, hoặc đăng nhập bằng mật"
        " khẩu.",
        "The other sign-in server does not answer. Try again in a few minutes, or sign in with your"
        " password.",
    ),
    "sessions.oidc_stale": (
        "Lượt đăng nhập này đã hết hạn, đã dùng, hoặc bắt đầu ở trình duyệt khác. Hãy bắt đầu lại.",
        "This sign-in is too old, was used, or began in another browser. Begin again.",
    ),
    "sessions.oidc_refused": (
        "Máy chủ đăng nhập bên ngoài không xác nhận được bạn. Hãy bắt đầu lại.",
        "The other sign-in server did not vouch for you. Begin again.",
    ),
    "sessions.oidc_unknown": (
        "Tài khoản bên ngoài này chưa được liên kết với tài khoản nào ở đây. Hãy đăng nhập bằng mật"
        " khẩu rồi liên kết trong mục Bảo mật tài khoản.",
        "This account elsewhere is linked to no account here. Sign in with your password, then link"
        " it under Account security.",
    ),
    "sessions.oidc_needs_passkey": (
        "Tài khoản của bạn được bảo vệ bằng khóa truy cập. Hãy đăng nhập bằng khóa truy cập.",
        "Your account is kept by a passkey. Sign in with the passkey.",
    ),
    "authenticators.identity_refused": (
        "Không liên kết được tài khoản bên ngoài này. Hãy bắt đầu lại, trong vòng mười phút.",
        "This account elsewhere was not linked. Begin again, and finish within ten minutes.",
    ),
    "authenticators.identity_there": (
        "Bạn đã liên kết một tài khoản bên ngoài. Hãy gỡ liên kết đó trước.",
        "You have linked an account elsewhere already. Unlink that one first.",
    ),
    "authenticators.identity_taken": (
        "Tài khoản bên ngoài này đã liên kết với một tài khoản khác ở đây.",
        "This account elsewhere is linked to another account here.",
    ),
    "authenticators.no_such_identity": (
        "Bạn không có liên kết này.",
        "You have no such link.",
    ),
}

CONSTRAINTS = {
    "identities_issuer_subject_key": "authenticators.identity_taken",
    "identities_account_id_issuer_key": "authenticators.identity_there",
}
