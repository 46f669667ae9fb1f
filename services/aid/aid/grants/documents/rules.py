"""The papers of decree 80/2020, article 8, and the names of the parts of an upload. Pure."""

from enum import StrEnum

MOST_BYTES = 20 * 1024 * 1024
PARTS = frozenset({"file", "kind", "title"})


class DocumentKind(StrEnum):
    """Văn bản đề nghị, văn bản nhất trí, văn kiện, tư cách pháp nhân, bản sao giấy đăng ký, …"""

    REQUEST = "request"
    DONOR_AGREEMENT = "donor_agreement"
    PROJECT_DOCUMENT = "project_document"
    DONOR_STATUS = "donor_status"
    CERTIFICATE_COPY = "certificate_copy"
    GOODS_LIST = "goods_list"
    OTHER = "other"
