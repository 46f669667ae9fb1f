"""Proposals on the wire."""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from chassis.identity import Actor
from chassis.listing import PageQuery
from chassis.strict import Day, Id, Name, Paragraph, Search, Slug
from chassis.wire import In, Out, RecordOut
from registry.ngos.schemas import NgoPatch
from registry.proposals.rules import ProposalStatus, allowed, sides_of
from registry.units.schemas import UnitName


class ProposalIn(In):
    """`patch`: as it would be sent to the record. `source`: where it is known from."""

    id: Id | None = None
    ngo_id: Id
    patch: NgoPatch
    reason: Paragraph
    source: Name | None = None


class TakeIn(In):
    """`fields`: which of the changes are made; all if left out. `answer`: a word to the unit."""

    fields: Annotated[list[Slug], Field(min_length=1, max_length=20)] | None = None
    answer: Paragraph | None = None


class RefuseIn(In):
    reason: Paragraph


class WithdrawIn(In):
    """Why it is taken back, where there is something to say."""

    reason: Paragraph | None = None


class ProposedChange(Out):
    """A field of the record as it stood when this was proposed, and as it is to be."""

    field: str
    before: Any
    after: Any


class ProposalShown(RecordOut):
    """`unit_id` proposes to `steward_id`, which keeps the record. `taken`: the fields changed."""

    unit_id: UUID
    steward_id: UUID
    ngo_id: UUID
    status: ProposalStatus
    proposed_on: date
    closed_on: date | None
    changes: list[ProposedChange]
    reason: str
    source: str | None
    taken: list[str]
    answer: str | None
    demo: bool


class ProposalItem(ProposalShown):
    """One in a list, with its organisation's name."""

    ngo_name_vi: str


class ProposalOut(ProposalShown):
    """One proposal."""

    allowed_actions: list[str] = Field(default_factory=list)

    @classmethod
    def of(cls, record: Any, actor: Actor) -> "ProposalOut":
        out = cls.model_validate(record)
        units = (record.unit_id, record.steward_id)
        sides = sides_of(actor.unit_id, *units, national=actor.national)
        out.allowed_actions = allowed(ProposalStatus(record.status), actor.roles, sides)
        return out


class ProposalQuery(PageQuery):
    """`unit`: who proposes. `steward`: whose record it is. `ngo_id`: also of records merged into
    that NGO. `as_of`: made by that day, answered or not as it was then."""

    by_route = frozenset({"unit", "steward", "q", "status"})

    sort: Literal["created_at", "-created_at"] = "-created_at"
    q: Search = ""
    unit: UnitName | None = None
    steward: UnitName | None = None
    ngo_id: Id | None = None
    status: ProposalStatus | None = None
    as_of: Day | None = None
