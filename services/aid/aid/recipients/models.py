"""The table of recipients."""

from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from aid.recipients.rules import RecipientKind
from aid.store import Base
from chassis.db import Record

_KINDS = ", ".join(f"'{kind}'" for kind in RecipientKind)


class Recipient(Record, Base):
    """A Vietnamese body that may receive aid, as one unit knows it."""

    __tablename__ = "recipients"
    __table_args__ = (
        Index("recipients_unit_name_idx", "unit_id", "name_sort", "id"),
        Index("recipients_name_idx", "name_sort", "id"),
        Index(
            "recipients_search_idx", "search",
            postgresql_using="gin", postgresql_ops={"search": "gin_trgm_ops"},
        ),
        CheckConstraint(f"kind IN ({_KINDS})", "kind"),
    )  # fmt: skip

    unit_id: Mapped[UUID]
    kind: Mapped[str]
    name_vi: Mapped[str]
    name_en: Mapped[str | None]
    province: Mapped[str | None]
    managing_agency: Mapped[str | None]
    demo: Mapped[bool] = mapped_column(default=False)
    name_sort: Mapped[str]
    search: Mapped[str]
