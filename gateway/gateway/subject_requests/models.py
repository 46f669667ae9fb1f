"""Requests of people about their own data."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped

from chassis.db import Record
from gateway.store import Base
from gateway.subject_requests.rules import MOVES, Kind, Outcome


def _one_of(column: str, words: type[Kind] | type[Outcome]) -> str:
    quoted = ", ".join(f"'{word}'" for word in words)
    return f"{column} IN ({quoted})"


class SubjectRequest(Record, Base):
    """`due_on`: the next day that counts, kept so that lists can be sorted by it. The terms are
    copied: what counts is what held when the request came."""

    __tablename__ = "subject_requests"

    unit_id: Mapped[UUID]  # the union that received it
    unit_code: Mapped[str | None]
    kind: Mapped[str]
    person: Mapped[str]
    contact: Mapped[str | None]
    wish: Mapped[str]
    received_on: Mapped[date]
    third_party: Mapped[bool]
    status: Mapped[str]
    answer_due_on: Mapped[date]
    finish_due_on: Mapped[date]
    due_on: Mapped[date]
    answered_on: Mapped[date | None]
    answer: Mapped[str | None]
    extended_on: Mapped[date | None]
    extension_reason: Mapped[str | None]
    finished_on: Mapped[date | None]
    outcome: Mapped[str | None]
    result: Mapped[str | None]
    source: Mapped[str]
    confidence: Mapped[str]
    verified: Mapped[bool]

    __table_args__ = (
        CheckConstraint(_one_of("kind", Kind), name="kind"),
        CheckConstraint(_one_of("outcome", Outcome), name="outcome"),
        CheckConstraint(MOVES.check_sql("status"), name="status"),
        CheckConstraint("(status = 'received') = (answered_on IS NULL)", name="answered"),
        CheckConstraint("(status = 'finished') = (finished_on IS NOT NULL)", name="finished"),
        CheckConstraint("(extended_on IS NULL) = (extension_reason IS NULL)", name="extended"),
        Index("subject_requests_due_idx", "due_on", "id"),
        Index("subject_requests_received_idx", "received_on", "id"),
    )
