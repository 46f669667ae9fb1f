"""The events service's own metadata and its change log."""

from sqlalchemy.orm import DeclarativeBase

from chassis import db
from chassis.changes.table import ChangeRow, change_indexes
from chassis.mirror import MirrorRow
from chassis.subjects.table import RedactionRow


class Base(DeclarativeBase):
    """Every table of the events service."""

    metadata = db.metadata()
    type_annotation_map = db.TYPES


class Change(ChangeRow, Base):
    """The change log of the events service."""

    __table_args__ = change_indexes()


class Mirror(MirrorRow, Base):
    """How far the copy of the registry's unions has come."""


class Redaction(RedactionRow, Base):
    """Which entries of the change log were blanked."""
