"""What the registry refuses about the unions' own records: code -> (vi, en)."""

from chassis.refusals import Catalogue

REFUSALS: Catalogue = {
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
}
