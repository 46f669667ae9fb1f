"""Accounts notified, on the wire. The number comes in and is shown masked."""

from datetime import date
from typing import Any, Literal
from uuid import UUID

from chassis.identity import Actor
from chassis.imprecise import ImpreciseDate
from chassis.listing import PageQuery
from chassis.strict import Currency, Day, Id, Name, Search
from chassis.wire import partial
from registry.kept import KeptFields, KeptIn, KeptItem, KeptOut
from registry.ngos.rules import may_change
from registry.sealed import SealedNumber
from registry.units.schemas import UnitName


class BankAccountFields(KeptFields):
    """`letter`: number and date of the notice. `starts`, `ends`: in use from, until."""

    bank: Name
    branch: Name | None = None
    holder: Name
    currency: Currency | None = None
    number: SealedNumber
    notified_on: Day
    letter: Name | None = None
    starts: ImpreciseDate | None = None
    ends: ImpreciseDate | None = None


class BankAccountIn(KeptIn, BankAccountFields):
    """An account that an NGO has told of, newly written down."""

    ngo_id: Id


@partial
class BankAccountPatch(BankAccountFields):
    """A merge patch: what is left out stays, `null` clears."""


class BankAccountShown(KeptItem):
    """`held_from` and `held_to`: the days in use; 9999-12-31 means that it still is."""

    ngo_id: UUID
    bank: str
    branch: str | None
    holder: str
    currency: str | None
    number_masked: str
    notified_on: date
    letter: str | None
    starts: ImpreciseDate | None
    ends: ImpreciseDate | None
    held_from: date
    held_to: date


class BankAccountItem(BankAccountShown):
    """One in a list, with its organisation's name."""

    ngo_name_vi: str


class BankAccountOut(BankAccountShown, KeptOut):
    """One account's record."""

    @classmethod
    def actions(cls, record: Any, actor: Actor) -> list[str]:
        may = may_change(record.unit_id, actor.unit_id, actor.roles, national=actor.national)
        return ["update", "reveal"] if may else []


class BankAccountQuery(PageQuery):
    """`unit`: the unit that keeps the record; `as_of`: in use that day; `ngo_id`: also of records
    merged into that NGO."""

    by_route = frozenset({"unit", "q"})

    sort: Literal["notified_on", "-notified_on"] = "-notified_on"
    q: Search = ""
    unit: UnitName | None = None
    ngo_id: Id | None = None
    as_of: Day | None = None
