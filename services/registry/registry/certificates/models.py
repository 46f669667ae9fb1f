"""The table of certificates."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    Text,
    UniqueConstraint,
    literal_column,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from registry.store import Base

# The days a certificate holds, an early end included; one that ended before it began holds none.
VALIDITY = (
    "daterange(valid_from, greatest(valid_from, least(ended_on, valid_to + 1, 'infinity'::date)))"
)


def _entries() -> Any:
    return mapped_column(JSONB, default=list, server_default=text("'[]'::jsonb"))


class Certificate(Record, Base):
    """One certificate. `valid_to` is its last day; `ended_on` the first day after an early end."""

    __tablename__ = "certificates"
    __table_args__ = (
        UniqueConstraint("number", "kind"),
        Index("certificates_ngo_idx", "ngo_id", "valid_from"),
        Index("certificates_valid_to_idx", "valid_to", "id"),
        Index("certificates_provinces_idx", "provinces", postgresql_using="gin"),
        # those few whose area of a day is not simply `provinces`
        Index("certificates_former_idx", "id", postgresql_where=text("former <> '[]'::jsonb")),
        # An NGO operates under one certificate at a time; offices may stand side by side.
        ExcludeConstraint(
            ("ngo_id", "="),
            (literal_column(VALIDITY), "&&"),
            name="certificates_one_operation",
            using="gist",
            where=text("kind = 'operation'"),
        ),
        CheckConstraint("kind IN ('operation', 'representative_office', 'project_office')", "kind"),
        CheckConstraint("valid_to >= valid_from", "dates"),
        CheckConstraint("cardinality(provinces) > 0", "provinces"),
    )

    is_shared = True

    ngo_id: Mapped[UUID] = mapped_column(ForeignKey("ngos.id"))
    unit_id: Mapped[UUID]
    kind: Mapped[str]
    number: Mapped[str]
    issuer: Mapped[str]
    issued_on: Mapped[date]
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    ended_on: Mapped[date | None]
    # since when it is suspended; empty again when the suspension is lifted, which is then one of
    # `suspensions`: [{since, lifted_on}]
    suspended_on: Mapped[date | None]
    suspensions: Mapped[list[dict[str, Any]]] = _entries()
    provinces: Mapped[list[str]] = mapped_column(ARRAY(Text))
    sectors: Mapped[list[str]] = mapped_column(ARRAY(Text))
    # what amendments replaced, oldest first: [{until, number, issuer, provinces, sectors}]
    former: Mapped[list[dict[str, Any]]] = _entries()
    demo: Mapped[bool] = mapped_column(default=False)
