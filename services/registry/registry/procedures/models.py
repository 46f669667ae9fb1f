"""The table of procedures. What happened in one is kept with it, in the order of its steps."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record
from registry.certificates.rules import Kind as CertificateKind
from registry.procedures.rules import ProcedureKind, ProcedureStatus
from registry.store import Base


def _in(
    column: str, values: type[ProcedureKind] | type[ProcedureStatus] | type[CertificateKind]
) -> str:
    names = ", ".join(f"'{value}'" for value in values)
    return f"{column} IN ({names})"


def _list() -> Any:
    return mapped_column(JSONB, default=list)


class Procedure(Record, Base):
    """One procedure. `rules_on`: the day whose version of the decree it is held to.

    checklist: [{item, on, by_name, document_id, note}]; opinions: [{body, asked_on, due_on,
    replied_on, stance, …}]; clocks: what runs now; steps: [{action, to, on, by, paper, basis, …}].
    """

    __tablename__ = "procedures"
    __table_args__ = (
        Index("procedures_unit_opened_idx", "unit_id", "opened_on", "id"),
        Index("procedures_opened_idx", "opened_on", "id"),
        Index("procedures_unit_due_idx", "unit_id", "next_due_on", "id"),
        Index("procedures_due_idx", "next_due_on", "id"),
        Index("procedures_ngo_idx", "ngo_id"),
        Index("procedures_certificate_idx", "certificate_id"),
        Index(
            "procedures_one_open", "certificate_id", "kind",
            unique=True, postgresql_where=text("closed_on IS NULL"),
        ),
        Index(
            "procedures_one_grant", "ngo_id", "certificate_kind",
            unique=True, postgresql_where=text("closed_on IS NULL AND kind = 'grant'"),
        ),
        CheckConstraint(_in("kind", ProcedureKind), "kind"),
        CheckConstraint(_in("status", ProcedureStatus), "status"),
        CheckConstraint(_in("certificate_kind", CertificateKind), "certificate_kind"),
        CheckConstraint(
            "certificate_id IS NOT NULL OR (kind = 'grant' AND status <> 'completed')",
            "certificate",
        ),
    )  # fmt: skip

    unit_id: Mapped[UUID]
    ngo_id: Mapped[UUID] = mapped_column(ForeignKey("ngos.id"))
    certificate_id: Mapped[UUID | None] = mapped_column(ForeignKey("certificates.id"))
    kind: Mapped[str]
    certificate_kind: Mapped[str]
    status: Mapped[str]
    ground: Mapped[str | None]
    rules_on: Mapped[date]
    opened_on: Mapped[date]
    # since when it has its status, and since when the dossier is complete
    since: Mapped[date]
    accepted_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    # the certificate's last day when the procedure began, and the NGO's own registration at home
    expires_on: Mapped[date | None]
    home_registration_until: Mapped[date | None]
    # the day on which an NGO means to end its activities by itself
    ends_on: Mapped[date | None]
    note: Mapped[str | None]
    checklist: Mapped[list[dict[str, Any]]] = _list()
    opinions: Mapped[list[dict[str, Any]]] = _list()
    clocks: Mapped[list[dict[str, Any]]] = _list()
    steps: Mapped[list[dict[str, Any]]] = _list()
    outcome: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    step_due_on: Mapped[date | None]
    overall_due_on: Mapped[date | None]
    # an order needs a value in every row: what is not due stands after all that is
    next_due_on: Mapped[date]
    demo: Mapped[bool] = mapped_column(default=False)
