"""The table of days that an authority moved."""

from datetime import date

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from registry.store import Base
from registry.working_days.rules import Confidence, DayKind

_KINDS = ", ".join(f"'{kind}'" for kind in DayKind)
_CONFIDENCES = ", ".join(f"'{confidence}'" for confidence in Confidence)


class DayException(Record, Base):
    """One day that is off, or worked, against its weekday and the list of public holidays."""

    __tablename__ = "day_exceptions"
    __table_args__ = (
        CheckConstraint(f"kind IN ({_KINDS})", "kind"),
        CheckConstraint(f"confidence IN ({_CONFIDENCES})", "confidence"),
    )

    is_shared = True

    day: Mapped[date] = mapped_column(unique=True)
    kind: Mapped[str]
    name_vi: Mapped[str]
    name_en: Mapped[str | None]
    source: Mapped[str]
    confidence: Mapped[str]
    verified: Mapped[bool]
