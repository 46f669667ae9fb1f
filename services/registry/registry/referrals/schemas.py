"""Referrals on the wire."""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from chassis.identity import Actor
from chassis.imprecise import IdText
from chassis.listing import PageQuery
from chassis.strict import Day, Id, Name, Paragraph, Percentage, Search
from chassis.wire import In, partial
from registry.kept import KeptFields, KeptIn, KeptItem, KeptOut
from registry.referrals.rules import Outcome, ReferralStatus, allowed, sides_of
from registry.units.schemas import UnitName


class Credit(In):
    """A union's share of the credit, in percent."""

    unit_id: IdText
    percentage: Percentage


Credits = Annotated[list[Credit], Field(min_length=1, max_length=2)]


class ReferralFields(KeptFields):
    """`need_id`: the need that the NGO might meet; `letter`: number and date of the letter."""

    introduced_on: Day
    need_id: Id | None = None
    letter: Name | None = None


class ReferralIn(KeptIn, ReferralFields):
    """An introduction; the caller's union introduces."""

    to_unit_id: Id
    ngo_id: Id


@partial
class ReferralPatch(ReferralFields):
    """A merge patch: what is left out stays, `null` clears."""


class AcceptIn(In):
    accepted_on: Day


class VisitIn(In):
    """When the NGO came to see, and what it saw."""

    visited_on: Day
    visit: Paragraph | None = None


class ConcludeIn(In):
    """What came of it, and the share of each union; half each if left out."""

    concluded_on: Day
    outcome: Outcome
    result: Paragraph | None = None
    grant_id: Id | None = None
    credits: Credits | None = None


class DeclineIn(In):
    """Why it leads no further; `declined_on` is today if left out, or the day
    of the step before if that is to come."""

    declined_on: Day | None = None
    reason: Paragraph


class ReferralItem(KeptItem):
    """`unit_id` introduced the NGO to `to_unit_id`."""

    status: ReferralStatus
    to_unit_id: UUID
    ngo_id: UUID
    ngo_name: str
    need_id: UUID | None
    introduced_on: date
    letter: str | None
    accepted_on: date | None
    visited_on: date | None
    visit: str | None
    concluded_on: date | None
    outcome: Outcome | None
    result: str | None
    credits: list[Credit]
    grant_id: UUID | None
    declined_on: date | None
    reason: str | None


class ReferralOut(ReferralItem, KeptOut):
    """A referral's record."""

    @classmethod
    def actions(cls, record: Any, actor: Actor) -> list[str]:
        units = (record.unit_id, record.to_unit_id)
        sides = sides_of(actor.unit_id, *units, national=actor.national)
        return allowed(ReferralStatus(record.status), actor.roles, sides)


class ReferralQuery(PageQuery):
    """`unit`: the union on either side. `as_of`: introduced by that day, as far as it had come."""

    by_route = frozenset({"unit", "q", "status"})

    sort: Literal["introduced_on", "-introduced_on"] = "-introduced_on"
    q: Search = ""
    unit: UnitName | None = None
    status: ReferralStatus | None = None
    ngo_id: Id | None = None
    introduced_from: Day | None = None
    introduced_to: Day | None = None
    as_of: Day | None = None
