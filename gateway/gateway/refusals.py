"""The gateway's sentences: code -> (Vietnamese, English). Parameters in braces."""

from chassis.refusals import Catalogue
from gateway import refusals_of_proofs, refusals_of_roles

REFUSALS: Catalogue = {
    **refusals_of_proofs.REFUSALS,
    **refusals_of_roles.REFUSALS,
    # the door
    "edge.address_ambiguous": (
        "Địa chỉ có phần không được phép: dấu chấm hoặc gạch chéo đã mã hóa hay lặp lại.",
        "The address holds parts that are not allowed: encoded or repeated dots or slashes.",
    ),
    "edge.address_too_long": (
        "Địa chỉ dài quá {limit} byte.",
        "The address is longer than {limit} bytes.",
    ),
    "edge.framing": (
        "Không đọc được yêu cầu HTTP này.",
        "This HTTP request cannot be read.",
    ),
    "edge.host": (
        "Yêu cầu phải có đúng một tiêu đề Host hợp lệ.",
        "A request carries exactly one valid Host header.",
    ),
    "edge.header_name": (
        "Tên tiêu đề không được có dấu gạch dưới.",
        "A header name may not hold an underscore.",
    ),
    "edge.header_value": (
        "Giá trị tiêu đề phải là UTF-8.",
        "A header value must be UTF-8.",
    ),
    "edge.header_repeated": (
        "Tiêu đề {name} chỉ được xuất hiện một lần.",
        "The header {name} may stand once only.",
    ),
    "edge.headers_too_large": (
        "Phần tiêu đề vượt quá {bytes} byte hoặc {count} dòng.",
        "The headers exceed {bytes} bytes or {count} lines.",
    ),
    "edge.content_length": (
        "Content-Length phải là một số nguyên không âm.",
        "Content-Length must be a whole number.",
    ),
    "edge.content_encoding": (
        "Không nhận nội dung đã nén, hãy gửi nguyên dạng.",
        "Compressed bodies are not taken; send the body as it is.",
    ),
    "edge.body_slow": (
        "Nội dung gửi lên bị ngắt quãng quá lâu.",
        "The body paused for too long.",
    ),
    "edge.service_away": (
        "Phân hệ {service} đang tạm ngừng, các phân hệ khác vẫn hoạt động."
        " Hãy thử lại sau ít giây.",
        "The service {service} is away, the others work. Try again in a few seconds.",
    ),
    "edge.service_slow": (
        "Phân hệ {service} chưa trả lời kịp. Nếu đang lưu, hãy kiểm tra trước khi gửi lại.",
        "The service {service} did not answer in time. If this was a change, look before"
        " repeating it.",
    ),
    "edge.service_broken": (
        "Phân hệ {service} trả lời dở dang. Nếu đang lưu, hãy kiểm tra trước khi gửi lại.",
        "The service {service} broke off. If this was a change, look before repeating it.",
    ),
    "edge.over_budget": (
        "Đã vượt quá {limit} yêu cầu mỗi phút. Hãy thử lại sau {seconds} giây.",
        "More than {limit} requests in a minute. Try again in {seconds} seconds.",
    ),
    "edge.unit_over_budget": (
        "Các phần mềm của đơn vị đã vượt quá {limit} yêu cầu mỗi phút. Hãy thử lại sau {seconds}"
        " giây.",
        "The programs of this union made more than {limit} requests in a minute. Try again in"
        " {seconds} seconds.",
    ),
    "edge.too_many_exports": (
        "Đã kết xuất {limit} tệp trong một giờ. Hãy thử lại sau {seconds} giây.",
        "{limit} files were taken within an hour. Try again in {seconds} seconds.",
    ),
    "sandboxes.not_here": (
        "Chỉ bản minh họa mới có đơn vị thử nghiệm.",
        "Only a demonstration has sandboxes.",
    ),
    "sandboxes.too_many": (
        "Đang có {limit} đơn vị thử nghiệm. Hãy chờ đến khi có đơn vị hết hạn.",
        "{limit} sandboxes are open. Wait until one has ended.",
    ),
    "edge.crowded": (
        "Đang có quá nhiều yêu cầu cùng lúc, hãy thử lại sau ít giây.",
        "Too many requests at once; try again in a few seconds.",
    ),
    # who is calling
    "identity.two": (
        "Chỉ dùng một cách xác thực: phiên đăng nhập hoặc mã truy cập của ứng dụng.",
        "Use one identity: a session or a client's token, not both.",
    ),
    "sessions.wrong": (
        "Tên đăng nhập hoặc mật khẩu không đúng.",
        "The username or the password is wrong.",
    ),
    "sessions.otp_required": (
        "Hãy nhập mã một lần từ ứng dụng xác thực, hoặc một mã khôi phục.",
        "Enter the one-time code of your authenticator app, or a recovery code.",
    ),
    "sessions.otp_wrong": (
        "Mã không đúng, đã hết hạn hoặc đã dùng. Hãy chờ mã mới rồi nhập lại.",
        "The code is wrong, too old or used. Wait for the next code and try again.",
    ),
    "sessions.too_many_tries": (
        "Đăng nhập sai quá nhiều lần. Hãy thử lại sau {seconds} giây.",
        "Too many failed sign-ins. Try again in {seconds} seconds.",
    ),
    "sessions.crowded": (
        "Đang có nhiều người cùng đăng nhập, hãy thử lại sau ít giây.",
        "Many people are signing in; try again in a few seconds.",
    ),
    "sessions.csrf": (
        "Thiếu hoặc sai mã chống giả mạo X-CSRF-Token của phiên đăng nhập.",
        "The session's X-CSRF-Token is missing or wrong.",
    ),
    "sessions.cross_origin": (
        "Yêu cầu đến từ một trang web khác nên không được thực hiện.",
        "The request came from another site and was not carried out.",
    ),
    "identity.otp_missing": (
        "Vai trò của bạn cần xác thực hai lớp. Hãy thiết lập mã một lần trong mục Bảo mật tài khoản"
        " rồi tiếp tục.",
        "Your role needs a second factor. Set up one-time codes under Account security first.",
    ),
    "identity.insufficient_user_authentication": (
        "Việc này cần xác nhận lại danh tính trong {minutes} phút gần đây. Hãy nhập lại mật khẩu.",
        "This needs a proof of who you are from the last {minutes} minutes. Enter your password"
        " again.",
    ),
    # accounts and clients
    "accounts.password_too_short": (
        "Mật khẩu phải có ít nhất 15 ký tự.",
        "A password has at least 15 characters.",
    ),
    "accounts.password_too_short_with_otp": (
        "Mật khẩu phải có ít nhất 12 ký tự.",
        "A password has at least 12 characters.",
    ),
    "accounts.password_guessable": (
        "Mật khẩu quá dễ đoán: hãy dùng một câu, hoặc những từ không liên quan đến cơ quan"
        " hay tài khoản.",
        "The password is too easy to guess: use a sentence, or words that have nothing to do with"
        " the organisation or the account.",
    ),
    "accounts.username_taken": (
        "Tên đăng nhập này đã có người dùng.",
        "This username is taken.",
    ),
    "accounts.foreign_unit": (
        "Bạn chỉ được cấp quyền truy cập cho đơn vị của mình.",
        "You may give access to your own unit only.",
    ),
    "accounts.own": (
        "Bạn không thể tự khóa tài khoản của mình.",
        "You cannot close your own account.",
    ),
    "accounts.already_disabled": (
        "Tài khoản này đã bị khóa từ trước.",
        "This account is closed already.",
    ),
    "accounts.own_access": (
        "Với tài khoản của chính bạn, hãy dùng mục Bảo mật tài khoản hoặc nhờ người quản trị khác.",
        "For your own account, use Account security or ask another administrator.",
    ),
    "accounts.not_disabled": (
        "Tài khoản này đang hoạt động.",
        "This account is open.",
    ),
    "accounts.own_roles": (
        "Bạn không thể tự thay đổi vai trò của mình.",
        "You cannot change your own roles.",
    ),
    "accounts.period_of_no_role": (
        "Mỗi thời hạn phải nêu một vai trò của tài khoản, mỗi vai trò một lần.",
        "Each period names one role of the account, each role once.",
    ),
    "accounts.period_ends_before_it_starts": (
        "Thời hạn của vai trò kết thúc trước khi bắt đầu.",
        "A role's period ends before it starts.",
    ),
    "clients.already_disabled": (
        "Ứng dụng này đã bị khóa từ trước.",
        "This client is closed already.",
    ),
    "webhooks.address": (
        "Không thể gửi đến địa chỉ này. Hãy dùng https với tên miền công khai, cổng 443 hoặc 8443,"
        " không kèm tên người dùng hay địa chỉ IP.",
        "This address cannot be called. Use https with a public host name on port 443 or 8443,"
        " without a user name and not an IP address.",
    ),
    "webhooks.no_such_service": (
        "Không có phân hệ {service}. Loại sự kiện bắt đầu bằng registry, aid hoặc events.",
        "There is no service {service}. A type of event begins with registry, aid or events.",
    ),
    "webhooks.not_its_service": (
        "Địa chỉ này không nhận sự kiện của phân hệ {service}.",
        "This webhook hears nothing of the service {service}.",
    ),
    "webhooks.not_so_far": (
        "Luồng mới được gửi đến vị trí {reached}, không thể gửi lại từ sau đó.",
        "It has heard up to position {reached}; nothing behind that can be told again.",
    ),
    "webhooks.too_many": (
        "Mỗi đơn vị có tối đa {limit} địa chỉ nhận sự kiện.",
        "A unit has at most {limit} webhooks.",
    ),
    "webhooks.already_disabled": (
        "Địa chỉ này đã ngừng nhận từ trước.",
        "This webhook is disabled already.",
    ),
    "webhooks.already_active": (
        "Địa chỉ này đang nhận sự kiện.",
        "This webhook is active already.",
    ),
    "spa.not_built": (
        "Giao diện chưa được dựng trên máy chủ này.",
        "The pages are not built on this server.",
    ),
}

# Database constraints that speak in a race, and the refusal each one means.
CONSTRAINTS = {
    "accounts_username_key": "accounts.username_taken",
    **refusals_of_proofs.CONSTRAINTS,
    **refusals_of_roles.CONSTRAINTS,
}
