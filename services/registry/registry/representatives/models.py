"""The table of representatives, and apart from it the numbers of their papers."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from registry.kept import Kept
from registry.representatives.rules import PaperKind, RepresentativePost
from registry.sealed import Sealed
from registry.store import Base

_POSTS = ", ".join(f"'{post}'" for post in RepresentativePost)
_PAPERS = ", ".join(f"'{kind}'" for kind in PaperKind)


class Representative(Kept, Record, Base):
    """One post of one person at one NGO. `held_from` and `held_to` are the days that count."""

    __tablename__ = "representatives"
    __table_args__ = (
        Index("representatives_ngo_idx", "ngo_id"),
        Index("representatives_person_idx", "person_sort", "id"),
        Index("representatives_held_idx", "held_from", "id"),
        CheckConstraint(f"post IN ({_POSTS})", "post"),
        CheckConstraint(f"paper_kind IN ({_PAPERS})", "paper_kind"),
        CheckConstraint("(paper_kind IS NULL) = (paper_masked IS NULL)", "paper"),
        CheckConstraint("held_to >= held_from", "dates"),
    )

    ngo_id: Mapped[UUID] = mapped_column(ForeignKey("ngos.id"))
    person: Mapped[str]
    post: Mapped[str]
    title: Mapped[str | None]
    nationality: Mapped[str | None] = mapped_column(ForeignKey("countries.code"))
    phone: Mapped[str | None]
    email: Mapped[str | None]
    paper_kind: Mapped[str | None]
    paper_masked: Mapped[str | None]
    starts: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    ends: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    known_on: Mapped[date | None]
    appointment: Mapped[str | None]
    held_from: Mapped[date]
    held_to: Mapped[date]
    person_sort: Mapped[str]


class RepresentativePaper(Sealed, Base):
    """The number of one representative's paper. Without id and version, so that finding and erasing
    a person take it for a part of the record."""

    __tablename__ = "representative_papers"

    record_id: Mapped[UUID] = mapped_column(
        ForeignKey("representatives.id", ondelete="CASCADE"), primary_key=True
    )
