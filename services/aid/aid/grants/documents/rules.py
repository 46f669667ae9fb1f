"""The papers of decree 80/2020, article 8, and the names of the parts of an upload. Pure."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from chassis.errors import FieldProblem, Invalid

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


def require_parts(names: Iterable[str]) -> None:
    """Refuse parts of a form that mean nothing here, or that come twice: neither is dropped."""
    sent = Counter(names)
    problems = [FieldProblem("/body", "field.unknown") for name in sent if name not in PARTS]
    problems += [
        FieldProblem(f"/body/{name}", "field.repeated") for name in sorted(PARTS) if sent[name] > 1
    ]
    if problems:
        raise Invalid("invalid", errors=problems[:20])
