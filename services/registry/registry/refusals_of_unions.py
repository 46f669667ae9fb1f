"""What the registry refuses about the unions' own records: code -> (vi, en)."""

from chassis.refusals import Catalogue

REFUSALS: Catalogue = {
    "registry.obligation_taken": (
        "Nghĩa vụ của năm này đã được ghi nhận. Hãy sửa mục đã có.",
        "Something is told of this year already. Change that record.",
    ),
    "registry.obligation_mismatch": (
        "Nghĩa vụ hằng năm ghi năm; nghĩa vụ khác ghi ngày bắt đầu tính. Nghĩa vụ của tổ chức "
        "PCPNN phải nêu tổ chức.",
        "An annual duty names its year, any other the day since which it is counted; one of a "
        "foreign NGO names the NGO.",
    ),
    "registry.obligation_untold": (
        "Kết quả phải có đủ ngày và văn bản chứng minh; mục còn mở thì không có ngày.",
        "An outcome has its day and what shows it; what is open has no day.",
    ),
    "registry.obligation_before_law": (
        "Nghị định chưa có hiệu lực vào ngày này.",
        "The decree was not in force on this day.",
    ),
    "registry.certificate_of_another": (
        "Giấy đăng ký này là của tổ chức khác.",
        "This certificate is another organisation's.",
    ),
    "registry.national_only": (
        "Chỉ Liên hiệp Việt Nam được ghi mục này.",
        "Only the national union may write this.",
    ),
    "registry.no_such_unit": (
        "Không có đơn vị này. Hãy chọn trong danh sách đơn vị.",
        "There is no such unit. Choose one from the list of units.",
    ),
    "registry.unit_taken": (
        "Mã đơn vị này đã được dùng.",
        "This unit code is already in use.",
    ),
    "registry.succession": (
        "Chỉ đơn vị đã hợp nhất mới có đơn vị kế thừa, và đó phải là một đơn vị khác.",
        "Only a unit that has merged has a successor, and it is another unit.",
    ),
    "registry.cover_overlap": (
        "Trong thời gian này, tỉnh, thành đã thuộc địa bàn của {unit}. Hãy ghi ngày kết thúc của "
        "mục đó trước.",
        "In these days the province is covered by {unit} already. End that entry first.",
    ),
    "registry.no_former_province": (
        "Mã này không phải là tỉnh, thành cũ tính đến ngày {on}.",
        "This code is no former province by {on}.",
    ),
    "registry.term_taken": (
        "Đơn vị này đã có nhiệm kỳ mang số thứ tự đó.",
        "This union already has a term of that number.",
    ),
    "registry.no_such_term": (
        "Đơn vị này không có nhiệm kỳ đã chọn.",
        "This union has no such term.",
    ),
    "registry.undated_post": (
        "Hãy ghi ngày bắt đầu, nhiệm kỳ, hoặc ngày mà nguồn cho biết chức vụ đang được giữ.",
        "State when it began, its term, or a day on which a source says that the post was held.",
    ),
    "registry.paper_incomplete": (
        "Giấy tờ phải có cả loại và số.",
        "A paper has both its kind and its number.",
    ),
    "registry.nothing_sealed": (
        "Hồ sơ này không có số nào được giữ kín.",
        "No number is kept for this record.",
    ),
    "registry.no_next_step": (
        "Hãy ghi việc cần làm tiếp trước khi ghi ngày của việc đó.",
        "Name the next step before its day.",
    ),
    "registry.no_such_party": ("Không có đối tác này.", "There is no such party."),
    "registry.no_such_member": ("Không có tổ chức thành viên này.", "There is no such member."),
    "registry.no_such_need": ("Không có nhu cầu này.", "There is no such need."),
    "registry.no_such_agreement": (
        "Không có thỏa thuận này, hoặc thỏa thuận tự kế thừa chính nó.",
        "There is no such agreement, or it would follow itself.",
    ),
    "registry.no_such_clause": (
        "Thỏa thuận không có điều khoản mang số này.",
        "The agreement has no clause of that number.",
    ),
    "registry.clause_repeated": (
        "Hai điều khoản mang cùng một số. Mỗi điều khoản cần một số riêng.",
        "Two clauses have the same number. Give each a number of its own.",
    ),
    "registry.not_a_review": (
        "Mỗi kỳ đánh giá kết thúc ngày 30/6 hoặc 31/12 trong thời hạn thỏa thuận, và chỉ một lần.",
        "A review is of a half-year that ends on 30 June or 31 December in the period, once each.",
    ),
    "registry.recognised_already": (
        "Người nhận này đã được ghi nhận về cùng một thành tích.",
        "This recipient has been recognised for the same achievement already.",
    ),
    "registry.recipient_mismatch": (
        "Hồ sơ người nhận không đúng với loại người nhận đã chọn.",
        "The recipient's record is not of the chosen type.",
    ),
    "registry.same_union": (
        "Không thể giới thiệu tổ chức cho chính đơn vị mình. Hãy chọn đơn vị khác.",
        "A union cannot introduce an NGO to itself. Choose another union.",
    ),
    "registry.other_side": (
        "Bước này thuộc về bên kia: bên giới thiệu sửa lời giới thiệu, bên nhận làm các bước sau.",
        "This is the other side's step: the giver corrects, the receiver takes the steps after.",
    ),
    "registry.not_a_side": (
        "Chỉ hai đơn vị có liên quan hoặc Liên hiệp Việt Nam được cập nhật.",
        "Only the two units concerned, or the national union, may change it.",
    ),
    "registry.credit_not_whole": (
        "Tỷ lệ ghi nhận phải thuộc về hai đơn vị, mỗi đơn vị một lần, và cộng lại đủ 100%.",
        "The shares belong to the two unions, once each, and must add up to 100%.",
    ),
}
