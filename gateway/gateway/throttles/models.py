"""Failures, one row each: counting by rows needs no lock that all the world's tries would share."""

from datetime import datetime

from sqlalchemy import Identity, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from gateway.store import Base


class Failure(Base):
    __tablename__ = "failures"

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    bucket: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[datetime]

    __table_args__ = (
        Index("failures_bucket_idx", "bucket", "at"),
        Index("failures_at_idx", "at"),
    )
