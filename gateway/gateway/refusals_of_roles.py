"""The sentences about roles that take two people, and about handing a role to a colleague."""

from chassis.refusals import Catalogue

REFUSALS: Catalogue = {
    "accounts.second_admin": (
        "Vai trò Phê duyệt và quyền quản trị toàn quốc cần hai người quản trị: hãy đề nghị vai trò"
        " để người thứ hai xác nhận.",
        "Approving and ruling the whole house take two administrators: propose the role and have"
        " another one confirm it.",
    ),
    "accounts.second_admin_access": (
        "Người này có quyền quyết định nên việc cấp liên kết đặt mật khẩu hay gỡ xác thực hai lớp"
        " cần hai người quản trị: hãy lập đề nghị để người thứ hai xác nhận.",
        "This person decides, so a new password link or the end of a second factor takes two"
        " administrators: ask for it and have another one confirm it.",
    ),
    "accounts.stands_in": (
        "Người này đang được ủy quyền phê duyệt. Hãy dừng việc ủy quyền trước.",
        "This person stands in for somebody who approves. End that delegation first.",
    ),
    "accounts.link_open": (
        "Người này còn một liên kết đặt mật khẩu chưa dùng. Hãy đợi họ tự đặt mật khẩu rồi xác"
        " nhận.",
        "A link that sets this person's password is still open. Confirm when they have come in.",
    ),
    "access_requests.no_such_account": (
        "Không có tài khoản này trong phạm vi của bạn.",
        "There is no such account within your reach.",
    ),
    "access_requests.wrong_status": (
        "Đề nghị này đã được quyết định.",
        "This request is decided already.",
    ),
    "access_requests.four_eyes": (
        "Người đề nghị và chủ tài khoản không tự xác nhận: cần một người quản trị khác.",
        "Whoever asked for it or owns the account does not confirm it: another administrator does.",
    ),
    "access_requests.id_taken": (
        "Mã này đã được dùng.",
        "This id is taken.",
    ),
    "role_grants.no_such_account": (
        "Không có tài khoản này trong phạm vi của bạn.",
        "There is no such account within your reach.",
    ),
    "role_grants.not_needed": (
        "Vai trò này không cần người thứ hai xác nhận: hãy cấp trực tiếp ở tài khoản.",
        "This role needs no second administrator: give it on the account itself.",
    ),
    "role_grants.held": (
        "Tài khoản đã có vai trò này trong thời hạn đó.",
        "The account holds this role for that time already.",
    ),
    "role_grants.already_proposed": (
        "Vai trò này đang chờ xác nhận cho tài khoản đó.",
        "This role is waiting for confirmation for that account already.",
    ),
    "role_grants.id_taken": (
        "Mã này đã được dùng.",
        "This id is taken.",
    ),
    "role_grants.wrong_status": (
        "Đề nghị này đã được quyết định.",
        "This proposal is decided already.",
    ),
    "role_grants.wrong_role": (
        "Chỉ người quản trị quyết định về đề nghị này.",
        "Administrators decide on this proposal.",
    ),
    "role_grants.four_eyes": (
        "Người đề nghị và người được cấp không tự xác nhận: cần một người quản trị khác.",
        "Whoever proposed it or gets it does not confirm it: another administrator does.",
    ),
    "delegations.admin_stays": (
        "Không ủy quyền vai trò Quản trị cho người khác được.",
        "The role of an administrator is not handed over.",
    ),
    "delegations.not_your_role": (
        "Chỉ ủy quyền được vai trò của chính bạn đang có hiệu lực, mỗi vai trò một lần.",
        "You hand over roles that are your own today, each once.",
    ),
    "delegations.past": (
        "Thời gian ủy quyền đã qua.",
        "These days are over.",
    ),
    "delegations.too_long": (
        "Mỗi lần ủy quyền dài nhất 92 ngày.",
        "A role is handed over for 92 days at most.",
    ),
    "delegations.no_colleague": (
        "Người nhận phải là đồng nghiệp đang làm việc ở cùng đơn vị.",
        "Whoever takes the role is a colleague of the same unit with an open account.",
    ),
    "moves.national": (
        "Chỉ quản trị viên của Liên hiệp Việt Nam được chuyển cả một đơn vị.",
        "Only an administrator of the national union moves a whole unit.",
    ),
    "moves.same_unit": (
        "Đơn vị đến phải khác đơn vị đi.",
        "The unit they go to is another one.",
    ),
    "moves.other_code": (
        "Đơn vị đến có mã khác trong hệ thống. Hãy kiểm tra lại.",
        "The unit they go to is known here under another code. Look again.",
    ),
    "moves.nobody": (
        "Đơn vị này không có tài khoản hay phần mềm nào.",
        "This unit has no account, client or webhook.",
    ),
    "moves.second_admin": (
        "Đơn vị này có người mang vai trò Phê duyệt nên việc chuyển cần hai người quản trị: hãy lập"
        " đề nghị hợp nhất để người thứ hai xác nhận.",
        "Somebody of this unit approves, so its move takes two administrators: propose the move and"
        " have another one confirm it.",
    ),
    "move_requests.id_taken": (
        "Mã này đã được dùng.",
        "This id is taken.",
    ),
    "move_requests.already_proposed": (
        "Đơn vị này đã có một đề nghị hợp nhất đang chờ xác nhận.",
        "A move of this unit is waiting for confirmation already.",
    ),
    "move_requests.wrong_status": (
        "Đề nghị này đã được quyết định.",
        "This proposal is decided already.",
    ),
    "move_requests.wrong_role": (
        "Chỉ người quản trị quyết định về đề nghị này.",
        "Administrators decide on this proposal.",
    ),
    "move_requests.four_eyes": (
        "Người đề nghị không tự xác nhận: cần một người quản trị khác.",
        "Whoever proposed it does not confirm it: another administrator does.",
    ),
    "delegations.four_eyes": (
        "Người ủy quyền và người nhận không tự xác nhận: cần người quản trị khác.",
        "Who gives or takes the role does not decide on it: another administrator does.",
    ),
    "delegations.wrong_status": (
        "Việc ủy quyền này đã kết thúc hoặc đã được quyết định.",
        "This delegation is over, or decided already.",
    ),
    "delegations.id_taken": (
        "Mã này đã được dùng.",
        "This id is taken.",
    ),
    "subject_requests.future": (
        "Ngày nhận yêu cầu chưa tới.",
        "The day on which the request came has not come yet.",
    ),
    "subject_requests.no_term": (
        "Chưa có thời hạn nào cho yêu cầu nhận vào ngày này: luật áp dụng từ 01/01/2026.",
        "No term is known for a request of that day: the law holds from 01/01/2026.",
    ),
    "subject_requests.no_calendar": (
        "Chưa tính được ngày làm việc vì phân hệ Sổ đăng ký chưa trả lời. Hãy thử lại sau ít giây.",
        "Working days cannot be counted while the registry does not answer. Try again in a few"
        " seconds.",
    ),
    "subject_requests.wrong_status": (
        "Không thể làm việc này khi yêu cầu đang ở bước hiện tại. Yêu cầu phải được trả lời trước"
        " khi kết thúc, và chỉ trả lời, kết thúc một lần.",
        "This cannot be done at the request's present step: it is answered before it is finished,"
        " and each once.",
    ),
    "subject_requests.wrong_role": (
        "Vai trò của bạn không xử lý yêu cầu về dữ liệu cá nhân.",
        "Your role does not handle requests about personal data.",
    ),
    "subject_requests.extended_already": (
        "Yêu cầu này đã được gia hạn một lần.",
        "This request was extended once already.",
    ),
    "subject_requests.too_late": (
        "Thời hạn đã qua nên không gia hạn được nữa.",
        "The last day has passed: it cannot be extended any more.",
    ),
    "subject_requests.id_taken": (
        "Mã này đã được dùng.",
        "This id is taken.",
    ),
}

CONSTRAINTS = {
    "access_requests_pkey": "access_requests.id_taken",
    "access_requests_four_eyes_check": "access_requests.four_eyes",
    "delegations_pkey": "delegations.id_taken",
    "delegations_four_eyes_check": "delegations.four_eyes",
    "move_requests_pkey": "move_requests.id_taken",
    "move_requests_one_open": "move_requests.already_proposed",
    "move_requests_four_eyes_check": "move_requests.four_eyes",
    "role_grants_pkey": "role_grants.id_taken",
    "role_grants_one_open": "role_grants.already_proposed",
    "role_grants_four_eyes_check": "role_grants.four_eyes",
    "subject_requests_pkey": "subject_requests.id_taken",
}
