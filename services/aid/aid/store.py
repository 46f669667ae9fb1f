"""Aid's own metadata, its change log, and how far its copies of the registry have come."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import Numeric
from sqlalchemy.orm import DeclarativeBase

from chassis import db
from chassis.changes.table import ChangeRow, change_indexes
from chassis.files.room import FileTotalRow
from chassis.mirror import MirrorRow
from chassis.subjects.table import RedactionRow


class Base(DeclarativeBase):
    """Every table of aid."""

    metadata = db.metadata()
    # money and rates: exact, two decimals and eight
    type_annotation_map = {**db.TYPES, Decimal: Numeric(17, 2)}  # noqa: RUF012


class Change(ChangeRow, Base):
    """Aid's change log."""

    __table_args__ = change_indexes()


class Mirror(MirrorRow, Base):
    """How far the copies of the registry's unions and NGOs have come."""


def stale(as_of: datetime | None, moment: datetime, seconds: int = 120) -> bool:
    """Whether a copy has not heard from its source for longer than a few polls take."""
    return as_of is None or (moment - as_of).total_seconds() > seconds


class Redaction(RedactionRow, Base):
    """Which entries of the change log were blanked."""


class FileTotal(FileTotalRow, Base):
    """How many bytes of papers each unit keeps."""
