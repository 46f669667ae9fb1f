"""What is owed after the grant, on the wire."""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from chassis.days import today
from chassis.identity import Actor
from chassis.listing import PageQuery
from chassis.strict import Day, Id, Paragraph, Search, Whole
from chassis.wire import In, Out, RecordOut, partial
from registry import roles
from registry.obligations.models import Obligation
from registry.obligations.rules import ObligationStatus, Outcome, Rule, status_on
from registry.procedures import law
from registry.procedures.schemas import UnitName

_YEAR = Field(ge=2022, le=2199)


class ObligationFields(In):
    """`outcome` with the day `done_on` and the `evidence` of it: a letter, a file."""

    outcome: Outcome | None = None
    done_on: Day | None = None
    evidence: Paragraph | None = None
    note: Paragraph | None = None


class ObligationIn(ObligationFields):
    """An annual duty names its `year`, any other the day `since` which it is counted. `unit_id`:
    for a duty that is no NGO's, the unit that follows it; one's own if left out."""

    id: Id | None = None
    rule: Rule
    unit_id: Id | None = None
    ngo_id: Id | None = None
    certificate_id: Id | None = None
    year: Annotated[int, _YEAR, Whole] | None = None
    since: Day | None = None


@partial
class ObligationPatch(ObligationFields):
    """A merge patch: what is left out stays, `null` clears."""


class ObligationShown(Out):
    """`subject`: whose duty it is. `basis` and `confidence`: where the rule stands, and how far it
    is trusted; `recipient`: to whom it is owed."""

    unit_id: UUID
    ngo_id: UUID | None
    certificate_id: UUID | None
    procedure_id: UUID | None
    rule: Rule
    name_vi: str
    name_en: str
    subject: Literal["ngo", "province", "comingo"]
    recipient: str
    form: str | None
    basis: str
    confidence: str
    verified: bool
    note_on_rule: str | None
    year: int | None
    since: date
    due_on: date
    status: ObligationStatus
    outcome: Outcome | None
    done_on: date | None
    evidence: str | None
    note: str | None
    demo: bool
    allowed_actions: list[str] = Field(default_factory=list)


class ObligationItem(ObligationShown):
    """One in a list. `version` is null where nothing was written down yet: an annual duty that
    follows from the certificates; telling of it makes a record. `late`: open after its last day."""

    id: UUID
    version: int | None
    ngo_name_vi: str | None
    certificate_number: str | None
    days_left: int
    working_days_left: int
    late: bool


class ObligationOut(ObligationShown, RecordOut):
    """What was written down of one duty."""

    @classmethod
    def of(cls, record: Obligation, actor: Actor) -> "ObligationOut":
        columns = {c.name: getattr(record, c.name) for c in Obligation.__table__.columns}
        out = cls.model_validate({**columns, **ruled(columns, today())})
        if actor.keeps(record.unit_id) and actor.has(*roles.WRITERS):
            out.allowed_actions = ["update"]
        return out


def ruled(row: dict[str, Any], day: date) -> dict[str, Any]:
    """What follows from the rule as it held when this began, and how it stood on a day."""
    # a year may have begun before the decree did, but is due under it
    on = row["due_on"] if row["year"] else row["since"]
    duty = next(d for d in law.duties(on) if d.code == row["rule"])
    return {
        "name_vi": duty.name_vi,
        "name_en": duty.name_en,
        "subject": duty.subject,
        "recipient": duty.recipient,
        "form": duty.form or None,
        "basis": duty.basis,
        "confidence": duty.confidence,
        "verified": duty.verified,
        "note_on_rule": duty.note or None,
        "status": status_on(row["outcome"], row["done_on"], day),
    }


class ObligationQuery(PageQuery):
    """`year`: of annual duties; this period's and the last one's if left out. `as_of`: begun by
    that day, as they stood. `unit`: whose records."""

    by_route = frozenset({"unit", "q", "year", "status", "as_of"})

    q: Search = ""
    sort: Literal["due_on", "-due_on"] = "due_on"
    rule: Rule | None = None
    year: Annotated[int, _YEAR] | None = None
    status: ObligationStatus | None = None
    ngo_id: Id | None = None
    certificate_id: Id | None = None
    due_to: Day | None = None
    as_of: Day | None = None
    unit: UnitName | None = None
