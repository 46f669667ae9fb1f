"""Where the checkpoints of all change logs lie: in one database, which the others cannot enter."""

from datetime import datetime

from sqlalchemy import BigInteger, Identity, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from chassis.changes.table import APPEND_ONLY


class CheckpointRow:
    """The columns: `class Checkpoint(CheckpointRow, Base)` in the one service that keeps them."""

    __tablename__ = "checkpoints"
    __table_args__ = {"comment": APPEND_ONLY}  # noqa: RUF012

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    service: Mapped[str]
    pos: Mapped[int]
    hash: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[datetime]
    key_id: Mapped[str]
    signature: Mapped[bytes] = mapped_column(LargeBinary)
