"""The sentences about roles that take two people, and about handing a role to a colleague."""

from chassis.refusals import Catalogue

REFUSALS: Catalogue = {
    "accounts.second_admin": (
        "Vai trò Phê duyệt và quyền quản trị toàn quốc cần hai người quản trị: hãy đề nghị vai trò"
        " để người thứ hai xác nhận.",
        "Approving and ruling the whole house take two administrators: propose the role and have"
        " another one confirm it.",
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
}

CONSTRAINTS = {
    "delegations_pkey": "delegations.id_taken",
    "delegations_four_eyes_check": "delegations.four_eyes",
    "role_grants_pkey": "role_grants.id_taken",
    "role_grants_one_open": "role_grants.already_proposed",
    "role_grants_four_eyes_check": "role_grants.four_eyes",
}
