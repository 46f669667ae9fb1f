"""The table of copied unions."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from aid.store import Base


class Unit(Base):
    """A union as the registry told it last; its id is the tenant's everywhere."""

    __tablename__ = "units"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int]
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    national: Mapped[bool]
