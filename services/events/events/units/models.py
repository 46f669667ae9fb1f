"""The table of unions, projected from the registry."""

from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from events.store import Base


class Unit(Record, Base):
    """A union as the registry last told of it; `version` is the registry's."""

    __tablename__ = "units"

    code: Mapped[str] = mapped_column(unique=True)
    name_vi: Mapped[str]
    name_en: Mapped[str | None]
    national: Mapped[bool]
