"""The table of documents; their content is in the file store."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from registry.store import Base


class ProcedureDocument(Record, Base):
    """One file of one dossier. `file_key` names its content by hash: it never changes."""

    __tablename__ = "procedure_documents"
    __table_args__ = (
        Index("procedure_documents_idx", "procedure_id", "created_at", "id"),
        CheckConstraint("size > 0", "size"),
    )

    unit_id: Mapped[UUID]
    procedure_id: Mapped[UUID] = mapped_column(ForeignKey("procedures.id"))
    title: Mapped[str]
    file_name: Mapped[str]
    file_key: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    uploaded_by: Mapped[UUID | None]
