"""What procedures refuse, in the words of the people who read it: code -> (vi, en)."""

from chassis.refusals import Catalogue

REFUSALS: Catalogue = {
    "registry.missing": (
        "Thiếu thông tin này.",
        "This is missing.",
    ),
    "registry.not_of_this": (
        "Thủ tục này không thay đổi nội dung này.",
        "This procedure does not change this.",
    ),
    "registry.kind_runs_out": (
        "Văn phòng dự án (Nghị định 12/2012) chỉ còn hiệu lực đến hết hạn; không cấp mới, "
        "không gia hạn.",
        "A project office (decree 12/2012) runs out: it is neither granted nor extended.",
    ),
    "registry.certificate_needed": (
        "Thủ tục này cần một giấy đăng ký.",
        "This procedure is about a certificate: name it.",
    ),
    "registry.certificate_given": (
        "Thủ tục cấp mới không gắn với giấy đăng ký đã có.",
        "A grant is about no certificate yet: name the organisation.",
    ),
    "registry.not_openable": (
        "Tình trạng hiện tại của giấy đăng ký không cho phép mở thủ tục này.",
        "The certificate's present status ({status}) does not allow this procedure.",
    ),
    "registry.unknown_certificate": (
        "Không có giấy đăng ký này.",
        "There is no such certificate.",
    ),
    "registry.ground_needed": (
        "Đình chỉ, chấm dứt phải nêu căn cứ tại Điều 18.1 hoặc 19.1; thủ tục khác không "
        "có căn cứ này.",
        "Suspension and termination name a ground of article 18.1 or 19.1; other "
        "procedures name none.",
    ),
    "registry.not_suspended": (
        "Căn cứ không khắc phục vi phạm (Điều 19.1.c) chỉ áp dụng khi giấy đăng ký đang bị đình "
        "chỉ.",
        "Only a certificate that is suspended can have been left unremedied (article 19.1.c).",
    ),
    "registry.procedure_open": (
        "Đã có thủ tục cùng loại đang mở.",
        "A procedure of this kind is open already.",
    ),
    "registry.day_to_come": (
        "Ngày này chưa đến.",
        "This day is yet to come.",
    ),
    "registry.step_early": (
        "Bước này không thể trước bước liền trước (ngày {since}).",
        "This step cannot lie before the step that led to it ({since}).",
    ),
    "registry.step_incomplete": (
        "Bước này còn thiếu văn bản hoặc lý do.",
        "This step lacks its document or its reason.",
    ),
    "registry.dossier_incomplete": (
        "Hồ sơ còn thiếu {count} loại giấy tờ.",
        "The dossier lacks {count} papers.",
    ),
    "registry.paper_missing": (
        "Thiếu giấy tờ: {vi}.",
        "A paper is missing: {en}.",
    ),
    "registry.opinions_open": (
        "Chưa có ý kiến hoặc chưa ghi nhận không trả lời: {bodies}.",
        "No reply and no recorded silence yet: {bodies}.",
    ),
    "registry.meeting_needed": (
        "Ý kiến khác nhau: cần ghi nhận cuộc họp trước khi quyết định.",
        "Opinions differ: record the meeting before the decision.",
    ),
    "registry.time_left": (
        "Thời hạn còn đến hết ngày {due_on}.",
        "There is time until the end of {due_on}.",
    ),
    "registry.unknown_item": (
        "Danh mục hồ sơ của thủ tục này không có mục này.",
        "This procedure's checklist has no such line.",
    ),
    "registry.tick_needs_paper": (
        "Hãy chọn tệp trong hồ sơ hoặc ghi nơi giữ bản giấy.",
        "Name a file of this dossier, or say where the paper is kept.",
    ),
    "registry.unknown_document": (
        "Hồ sơ này không có tệp đó.",
        "This dossier holds no such file.",
    ),
    "registry.document_in_use": (
        "Tệp đang được một bước hoặc danh mục hồ sơ dùng đến.",
        "A step or the checklist refers to this file.",
    ),
    "registry.body_not_asked": (
        "Cơ quan này không có trong danh sách lấy ý kiến.",
        "This body was not asked for its opinion.",
    ),
    "registry.outcome_incomplete": (
        "Nội dung quyết định chưa đủ hoặc không thuộc thủ tục này.",
        "The decision lacks something, or says what this procedure does not change.",
    ),
}
