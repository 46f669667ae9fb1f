"""Grants on the wire."""

from collections.abc import Callable, Collection
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from aid.grants import rules
from aid.grants.models import Grant
from aid.grants.rules import Form, Status
from aid.units.schemas import UnitName
from chassis.fold import fold
from chassis.identity import Actor
from chassis.listing import PageQuery
from chassis.strict import (
    Amount,
    Currency,
    Day,
    Id,
    Name,
    Paragraph,
    Percentage,
    Province,
    Search,
    Slug,
)
from chassis.wire import In, LivingOut, Out, RecordOut, partial


class Money(In):
    """`{"amount": "594500000000", "currency": "VND"}`; VND has no decimals."""

    amount: Amount
    currency: Currency


class Share(In):
    """A sector of the registry's list and its part of the amount, in per cent."""

    code: Slug
    percentage: Percentage


def _distinct(values: list[str]) -> list[str]:
    if len(set(values)) != len(values):
        raise PydanticCustomError("repeated", "each may be named once")
    return values


Sectors = Annotated[list[Share], Field(max_length=20)]
Provinces = Annotated[
    list[Province],
    Field(max_length=99, json_schema_extra={"uniqueItems": True}),
    AfterValidator(_distinct),
]


class GrantFields(In):
    """What an officer fills in. A draft may lack all but title and form; `submit` says what."""

    title_vi: Name
    title_en: Name | None = None
    form: Form
    donor_id: Id | None = None
    recipient_id: Id | None = None
    managing_agency: Name | None = None
    authority: Name | None = None
    purpose: Paragraph | None = None
    sectors: Sectors = Field(default_factory=list)
    provinces: Provinces = Field(default_factory=list)
    amount: Money | None = None
    starts_on: Day | None = None
    ends_on: Day | None = None


class GrantIn(GrantFields):
    """A new dossier, a draft. A client may propose the record's id."""

    id: Id | None = None


@partial
class GrantPatch(GrantFields):
    """A merge patch. Lists and the amount are replaced whole."""


class MoneyOut(Out):
    amount: str
    currency: str


class ShareOut(Out):
    code: str
    percentage: str


class GrantItem(RecordOut):
    """A grant in a list."""

    unit_id: UUID
    code: str
    status: Status
    title_vi: str
    title_en: str | None
    form: Form
    donor_id: UUID | None
    donor_name: str | None
    recipient_id: UUID | None
    recipient_name: str | None
    authority: str | None
    provinces: list[str]
    amount: MoneyOut | None
    submitted_on: date | None
    approved_on: date | None
    demo: bool


class GrantOut(LivingOut):
    """A dossier whole. `*_by` are the ids of persons; their names are in the history. `keeper_id`:
    the unit that took it over from `unit_id`, which went into it, and finishes it."""

    unit_id: UUID
    keeper_id: UUID | None
    code: str
    status: Status
    title_vi: str
    title_en: str | None
    form: Form
    donor_id: UUID | None
    donor_name: str | None
    recipient_id: UUID | None
    recipient_name: str | None
    managing_agency: str | None
    authority: str | None
    purpose: str | None
    sectors: list[ShareOut]
    provinces: list[str]
    amount: MoneyOut | None
    starts_on: date | None
    ends_on: date | None
    submitted_on: date | None
    submitted_by: UUID | None
    returned_on: date | None
    appraised_on: date | None
    appraised_by: UUID | None
    opinion: str | None
    decided_on: date | None
    decided_by: UUID | None
    decision_number: str | None
    approved_on: date | None
    reason: str | None
    demo: bool

    @classmethod
    def seen(
        cls, relations: Collection[str], lent: Collection[str] = ()
    ) -> Callable[[Grant, Actor], "GrantOut"]:
        """How somebody with these relations to a dossier sees it. `lent`: those that count in a
        role held for a colleague, the colleague's among them."""

        def of(grant: Grant, actor: Actor) -> GrantOut:
            values = {name: getattr(grant, name, None) for name in cls.model_fields}
            values["amount"] = rules.money(grant.amount, grant.currency)
            out = cls.model_validate(values | {"allowed_actions": []})
            status = Status(grant.status)
            if grant.finisher == actor.unit_id:
                out.allowed_actions = rules.allowed(
                    status, actor.own_roles, actor.roles, relations, lent
                )
            elif rules.may_take_over(
                status, actor.roles, left=grant.finisher in actor.predecessors
            ):
                out.allowed_actions = ["take_over"]
            return out

        return of


class GrantQuery(PageQuery):
    """`waiting_for_me`: dossiers on which the caller may take the next step. Both ends of
    `approved_from`–`approved_to` are inclusive."""

    by_route = frozenset({"unit", "waiting_for_me"})

    sort: Literal["approved_on", "-approved_on", "updated_at", "-updated_at", "code", "-code"] = (
        "-updated_at"
    )
    q: Search = ""
    form: Form | None = None
    status: Status | None = None
    donor_id: Id | None = None
    recipient_id: Id | None = None
    province: Province | None = None
    approved_from: Day | None = None
    approved_to: Day | None = None
    unit: UnitName | None = None
    waiting_for_me: bool = False
    demo: bool | None = None


def stored(fields: dict[str, Any]) -> dict[str, Any]:
    """Fields of the wire as column values: an amount is two columns."""
    if "amount" not in fields:
        return fields
    money = fields["amount"]
    if money is None:
        return fields | {"currency": None}
    return fields | {"amount": Decimal(money["amount"]), "currency": money["currency"]}


def searched(grant: Grant) -> str:
    """What search looks at: code, titles and donor."""
    words = (grant.code, grant.title_vi, grant.title_en, grant.donor_name)
    return fold(" ".join(word for word in words if word))
