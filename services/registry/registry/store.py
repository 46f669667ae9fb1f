"""The registry's own metadata and its change log."""

from sqlalchemy.orm import DeclarativeBase

from chassis import db
from chassis.changes.table import ChangeRow, change_indexes
from chassis.files.room import FileTotalRow
from chassis.subjects.table import RedactionRow


class Base(DeclarativeBase):
    """Every table of the registry."""

    metadata = db.metadata()
    type_annotation_map = db.TYPES


class Change(ChangeRow, Base):
    """The registry's change log."""

    __table_args__ = change_indexes()


class Redaction(RedactionRow, Base):
    """Which entries of the change log were blanked."""


class FileTotal(FileTotalRow, Base):
    """How many bytes of papers each unit keeps."""
