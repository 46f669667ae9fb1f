"""The table of documents; their content is in the file store."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from aid.grants.documents.rules import DocumentKind
from aid.store import Base
from chassis.db import Record

_KINDS = ", ".join(f"'{kind}'" for kind in DocumentKind)


class Document(Record, Base):
    """One paper of one dossier. `file_key` names its content by hash: it never changes."""

    __tablename__ = "documents"
    __table_args__ = (
        Index("documents_grant_idx", "grant_id", "created_at", "id"),
        CheckConstraint(f"kind IN ({_KINDS})", "kind"),
        CheckConstraint("size > 0", "size"),
    )

    unit_id: Mapped[UUID]
    grant_id: Mapped[UUID] = mapped_column(ForeignKey("grants.id"))
    kind: Mapped[str]
    title: Mapped[str]
    file_name: Mapped[str]
    file_key: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    uploaded_by: Mapped[UUID | None]
