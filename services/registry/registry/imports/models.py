"""The tables of imports. A file's bytes are not kept; its hash, and for a while its rows, are."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from chassis.ids import new_id
from registry.imports.rules import MOVES
from registry.store import Base


class Import(Record, Base):
    """One file that a unit handed in, and what became of it."""

    __tablename__ = "imports"
    __table_args__ = (
        Index("imports_unit_idx", "unit_id", "created_at", "id"),
        Index("imports_created_idx", "created_at", "id"),
        Index(
            "imports_finished_idx",
            "finished_at",
            postgresql_where=text("finished_at IS NOT NULL"),
        ),
        CheckConstraint(MOVES.check_sql("status"), "status"),
    )

    unit_id: Mapped[UUID]
    file_name: Mapped[str]
    sha256: Mapped[str]
    status: Mapped[str]
    counts: Mapped[dict[str, Any]]
    # what the reader left out or passed over, in both languages
    notes: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    finished_at: Mapped[datetime | None]


class ImportRow(Base):
    """One row of the file: what it said, and what it would change. Gone 30 days after the end."""

    __tablename__ = "import_rows"
    __table_args__ = (
        Index("import_rows_row_idx", "import_id", "row", "id", unique=True),
        Index("import_rows_outcome_idx", "import_id", "outcome", "row", "id"),
        CheckConstraint("outcome IN ('add', 'change', 'same', 'error')", "outcome"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    import_id: Mapped[UUID] = mapped_column(ForeignKey("imports.id", ondelete="CASCADE"))
    row: Mapped[int]
    outcome: Mapped[str]
    # what the file said, so that the plan can be made again at commit and compared; empty where
    # a cell could not be read, which no state of ours mends
    cells: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    reasons: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    # of a row that is not taken: every cell as it stood, to be handed back with the reasons
    given: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    before: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))


class ImportProgress(Base):
    """How far an import is: written beside its transaction, of no use after it."""

    __tablename__ = "import_progress"
    __table_args__ = (
        CheckConstraint(
            "stage IN ('reading', 'checking', 'storing', 'entering', 'taking_back')", "stage"
        ),
    )

    import_id: Mapped[UUID] = mapped_column(primary_key=True)
    unit_id: Mapped[UUID]
    stage: Mapped[str]
    done: Mapped[int]
    total: Mapped[int | None]
    told_at: Mapped[datetime]


class ImportChange(Base):
    """One record that an import wrote, and the version it left; kept as long as its rows."""

    __tablename__ = "import_changes"

    import_id: Mapped[UUID] = mapped_column(
        ForeignKey("imports.id", ondelete="CASCADE"), primary_key=True
    )
    record_id: Mapped[UUID] = mapped_column(primary_key=True)
    resource: Mapped[str]
    version: Mapped[int]
    is_new: Mapped[bool]
