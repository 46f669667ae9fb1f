"""The gateway's own tables (accounts, sessions, clients, keys) and their change log."""

from sqlalchemy.orm import DeclarativeBase

from chassis import db
from chassis.audit.table import CheckpointRow
from chassis.changes.table import ChangeRow, change_indexes
from chassis.subjects.table import RedactionRow


class Base(DeclarativeBase):
    """Every table of the gateway."""

    metadata = db.metadata()
    type_annotation_map = db.TYPES


class Change(ChangeRow, Base):
    """The gateway's change log."""

    __table_args__ = change_indexes()


class Checkpoint(CheckpointRow, Base):
    """How far each change log of the house had come, signed by the process that watches them."""


class Redaction(RedactionRow, Base):
    """Which entries of the change log were blanked."""
