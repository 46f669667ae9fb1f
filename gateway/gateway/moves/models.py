"""Which unit went into which: the successor's callers see the records of the one that is gone."""

from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from gateway.store import Base


class Succession(Record, Base):
    """One unit that went into another. Written by a move, and by nothing else."""

    __tablename__ = "successions"
    __table_args__ = (CheckConstraint("from_unit_id <> to_unit_id", "other"),)

    from_unit_id: Mapped[UUID] = mapped_column(unique=True)
    to_unit_id: Mapped[UUID]
    to_unit_code: Mapped[str]
