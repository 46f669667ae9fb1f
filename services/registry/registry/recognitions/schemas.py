"""Recognitions on the wire."""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from chassis.identity import Actor
from chassis.imprecise import ImpreciseDate
from chassis.listing import PageQuery
from chassis.strict import Day, Id, Name, Paragraph, Search, Short
from chassis.wire import In, Out, partial
from registry.kept import KeptFields, KeptIn, KeptItem, KeptOut
from registry.members.rules import MemberLevel
from registry.recognitions.rules import RecipientType, RecognitionKind, RecognitionStatus
from registry.units.schemas import UnitName


class RecognitionFields(KeptFields):
    """`title`: the form as printed; `giver` decides, `presenter` hands it over."""

    kind: RecognitionKind
    title: Name
    giver: Name
    giver_unit_id: Id | None = None
    presenter: Name | None = None
    recipient_type: RecipientType
    recipient: Name
    recipient_unit_id: Id | None = None
    recipient_ngo_id: Id | None = None
    recipient_member_id: Id | None = None
    level: MemberLevel | None = None
    decision_number: Short | None = None
    decided: ImpreciseDate
    achievement: Name
    period_from: Day
    period_to: Day


class RecognitionIn(KeptIn, RecognitionFields):
    """A recognition as decided."""


@partial
class RecognitionPatch(RecognitionFields):
    """A merge patch: what is left out stays, `null` clears."""


class RevokeIn(In):
    """Why it is taken back; `revoked_on` is today if left out, or the day of a decision to come."""

    revoked_on: Day | None = None
    reason: Paragraph


class RecognitionItem(KeptItem):
    """`code` is printed on the certificate: whoever holds it can have it verified."""

    status: RecognitionStatus
    code: str
    kind: RecognitionKind
    title: str
    giver: str
    giver_unit_id: UUID | None
    presenter: str | None
    recipient_type: RecipientType
    recipient: str
    recipient_unit_id: UUID | None
    recipient_ngo_id: UUID | None
    recipient_member_id: UUID | None
    level: MemberLevel | None
    decision_number: str | None
    decided: ImpreciseDate
    achievement: str
    period_from: date
    period_to: date
    revoked_on: date | None
    reason: str | None


class RecognitionOut(RecognitionItem, KeptOut):
    """A recognition's record."""

    @classmethod
    def actions(cls, record: Any, actor: Actor) -> list[str]:
        may = super().actions(record, actor)
        return ["update", "revoke"] if may and record.status == "granted" else []


class VerifiedOut(Out):
    """What a certificate's code verifies, and no more than the certificate itself says."""

    code: str
    status: RecognitionStatus
    title: str
    giver: str
    recipient: str
    decision_number: str | None
    decided: ImpreciseDate
    achievement: str
    demo: bool


class RecognitionQuery(PageQuery):
    """`year`: the last year of the achievement; `unit`: a giver or recipient. `ngo_id`: given to
    that NGO, or to a record merged into it. `as_of`: decided by that day, as it stood then."""

    by_route = frozenset({"unit", "q", "status"})

    sort: Literal["decided", "-decided"] = "-decided"
    q: Search = ""
    unit: UnitName | None = None
    ngo_id: Id | None = None
    kind: RecognitionKind | None = None
    recipient_type: RecipientType | None = None
    level: MemberLevel | None = None
    status: RecognitionStatus | None = None
    year: Annotated[int, Field(ge=1900, le=2199)] | None = None
    as_of: Day | None = None
