"""What each step of a procedure asks of the person who records it."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from chassis.strict import Day, Id, Name, Paragraph, Short
from chassis.wire import In
from registry.certificates.schemas import Provinces
from registry.ngos.schemas import Sectors


class PaperIn(In):
    """The document of a step: number if it has one, date, who issued it, what it says, its file."""

    number: Short | None = None
    dated: Day
    issuer: Name
    summary: Name
    document_id: Id | None = None


class StepIn(In):
    """`on`: the day it happened, when that was not today. `paper` and `reason` where needed."""

    on: Day | None = None
    paper: PaperIn | None = None
    reason: Paragraph | None = None


class ConsultIn(StepIn):
    """The bodies whose opinion is asked for, as the letter names them."""

    bodies: Annotated[
        list[Name],
        Field(min_length=1, max_length=99, json_schema_extra={"uniqueItems": True}),
    ]


class OpinionStance(StrEnum):
    AGREE = "agree"
    CONDITIONAL = "conditional"
    DISAGREE = "disagree"
    NO_REPLY = "no_reply"


class ReplyIn(StepIn):
    """One body's opinion. `no_reply`: its silence, recorded once its time is over."""

    body: Name
    stance: OpinionStance


class OutcomeIn(In):
    """What was decided. A grant says all, the others what they change."""

    number: Short | None = None
    issuer: Name | None = None
    issued_on: Day | None = None
    valid_from: Day | None = None
    valid_to: Day | None = None
    provinces: Provinces | None = None
    sectors: Sectors | None = None

    def said(self) -> dict[str, Any]:
        return self.model_dump(exclude_none=True)


class GrantIn(StepIn):
    """The ministry's decision in favour, and what it says of the certificate."""

    outcome: OutcomeIn
