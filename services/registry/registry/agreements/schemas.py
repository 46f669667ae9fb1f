"""Agreements on the wire."""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from chassis.days import today
from chassis.identity import Actor
from chassis.imprecise import DayText, IdText, ImpreciseDate
from chassis.listing import PageQuery
from chassis.strict import Day, Id, Name, Paragraph, Search, Short
from chassis.wire import In, partial
from registry.agreements import rules
from registry.agreements.rules import AgreementKind, EvidenceKind, Standing
from registry.kept import KeptFields, KeptIn, KeptItem, KeptOut
from registry.units.schemas import UnitName


class Signatory(In):
    """A party to an agreement: a unit or another party on record, or a department by its name."""

    name: Name
    unit_id: IdText | None = None
    party_id: IdText | None = None


class Clause(In):
    """What the parties owe each other; `due_on`: by when, if the agreement says so."""

    number: Short
    text: Paragraph
    due_on: DayText | None = None


Clauses = Annotated[list[Clause], Field(max_length=50)]
Parties = Annotated[list[Signatory], Field(min_length=2, max_length=10)]


class AgreementFields(KeptFields):
    """`predecessor_id`: the agreement that this one continues."""

    kind: AgreementKind
    title_vi: Name
    title_en: Name | None = None
    parties: Parties
    starts: ImpreciseDate
    ends: ImpreciseDate
    signed: ImpreciseDate | None = None
    ended_on: Day | None = None
    predecessor_id: Id | None = None
    clauses: Clauses = Field(default_factory=list)


class AgreementIn(KeptIn, AgreementFields):
    """An agreement newly entered."""


@partial
class AgreementPatch(AgreementFields):
    """A merge patch: what is left out stays, `null` clears."""


class EvidenceIn(In):
    """What shows that a clause was kept; `link` leads to the event or the aid, if there is one."""

    clause: Short
    on: DayText
    kind: EvidenceKind
    summary: Paragraph
    link: Name | None = None


class ReviewIn(In):
    """A review of the half-year that ended on `period_end`."""

    period_end: DayText
    held_on: DayText
    findings: Paragraph


class AgreementItem(KeptItem):
    """`standing`, `expires_in` (days) and `next_review` (may have passed) are as of today."""

    kind: AgreementKind
    title_vi: str
    title_en: str | None
    parties: list[Signatory]
    starts: ImpreciseDate
    ends: ImpreciseDate
    signed: ImpreciseDate | None
    ended_on: date | None
    predecessor_id: UUID | None
    clauses: list[Clause]
    standing: Standing
    expires_in: int | None
    next_review: date | None


class AgreementOut(AgreementItem, KeptOut):
    """An agreement's record."""

    standing: Standing = Standing.IN_FORCE
    expires_in: int | None = None
    next_review: date | None = None
    evidence: list[EvidenceIn] = Field(default_factory=list)
    reviews: list[ReviewIn] = Field(default_factory=list)

    @classmethod
    def of(cls, record: Any, actor: Actor) -> "AgreementOut":
        out = super().of(record, actor)
        for name, value in seen(vars(record), today()).items():
            setattr(out, name, value)
        return out


def seen(row: Any, today: date) -> dict[str, Any]:
    """How an agreement stands on a day."""
    found = rules.standing(row["starts_on"], row["ends_on"], row["ended_on"], today)
    holds = found == Standing.IN_FORCE
    reviewed = {date.fromisoformat(review["period_end"]) for review in row["reviews"]}
    due = rules.next_review(row["starts_on"], row["last_on"], reviewed)
    return {
        "standing": found,
        "expires_in": (row["last_on"] - today).days if holds else None,
        "next_review": due if holds else None,
    }


class AgreementQuery(PageQuery):
    """`unit`: a party to it; `as_of`: in force that day; `expiring_within`: days from today."""

    by_route = frozenset({"unit", "q", "expiring_within"})

    sort: Literal["starts", "-starts"] = "-starts"
    q: Search = ""
    unit: UnitName | None = None
    kind: AgreementKind | None = None
    as_of: Day | None = None
    expiring_within: Annotated[int, Field(ge=0, le=3660)] | None = None
