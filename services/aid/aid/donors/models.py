"""The table of donors."""

from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from aid.donors.rules import DonorKind
from aid.store import Base
from chassis.db import Record

_KINDS = ", ".join(f"'{kind}'" for kind in DonorKind)


class Donor(Record, Base):
    """A donor. A copied NGO has no unit and the registry's version; 0 before the first copy."""

    __tablename__ = "donors"
    __table_args__ = (
        Index("donors_name_idx", "name_sort", "id"),
        Index(
            "donors_search_idx", "search",
            postgresql_using="gin", postgresql_ops={"search": "gin_trgm_ops"},
        ),
        CheckConstraint(f"kind IN ({_KINDS})", "kind"),
        CheckConstraint("(kind = 'ngo') = (unit_id IS NULL)", "owner"),
    )  # fmt: skip

    # what a unit met stays with it: a private person's name is nobody else's to see
    unit_id: Mapped[UUID | None]
    kind: Mapped[str]
    name_vi: Mapped[str]
    name_en: Mapped[str | None]
    home_country: Mapped[str | None]
    note: Mapped[str | None]
    # deleted at its source; kept because grants name it
    gone: Mapped[bool] = mapped_column(default=False)
    demo: Mapped[bool] = mapped_column(default=False)
    name_sort: Mapped[str]
    search: Mapped[str]
