"""The specimen's metadata and change log."""

from sqlalchemy.orm import DeclarativeBase

from chassis import db
from chassis.audit.table import CheckpointRow
from chassis.changes.table import ChangeRow, change_indexes
from chassis.mirror import MirrorRow
from chassis.subjects.table import RedactionRow


class Base(DeclarativeBase):
    metadata = db.metadata()
    type_annotation_map = db.TYPES


class Change(ChangeRow, Base):
    __table_args__ = change_indexes()


class Mirror(MirrorRow, Base):
    """How far the copy of another service has come."""


class Checkpoint(CheckpointRow, Base):
    """Signed statements of how far the change log had come."""


class Redaction(RedactionRow, Base):
    """Which entries of the change log were blanked."""
