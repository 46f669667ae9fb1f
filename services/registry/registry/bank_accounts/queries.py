"""Every SELECT on accounts notified."""

from datetime import date

from sqlalchemy import Date, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.imprecise import first_day, last_day
from chassis.listing import Listing, Order, contains
from chassis.records import named
from registry.bank_accounts.models import BankAccount
from registry.bank_accounts.rules import days_in_use
from registry.finding import searched
from registry.ngos.lineage import of_ngo
from registry.ngos.models import Ngo
from registry.sheets import sheet

_ON = bindparam("as_of", type_=Date)

BANK_ACCOUNTS = Listing(
    select(
        *[c for c in BankAccount.__table__.columns if c.name != "search"],
        Ngo.name_vi.label("ngo_name_vi"),
    ).join(Ngo, Ngo.id == BankAccount.ngo_id),
    record=BankAccount.id,
    sheet=sheet(
        *("tai-khoan", "ngo_name_vi", "bank", "branch", "holder", "currency", "number_masked"),
        *("notified_on", "letter", "starts", "ends", "unit_id", "source", "verified", "note"),
        "demo",
    ),
    orders={"notified_on": Order(BankAccount.notified_on, date)},
    filters={
        "q": contains(BankAccount.search),
        "unit_id": BankAccount.unit_id == bindparam("unit_id"),
        "ngo_id": of_ngo(BankAccount.ngo_id),
        "as_of": (BankAccount.held_from <= _ON) & (BankAccount.held_to >= _ON),
    },
)


async def settle(tx: AsyncSession, account: BankAccount) -> None:
    """Set the columns that follow from the others; refuse an unknown NGO."""
    await named(tx, Ngo, account.ngo_id, "registry.unknown_ngo", "ngo_id")
    account.held_from, account.held_to = days_in_use(
        first_day(account.starts), last_day(account.ends), account.notified_on
    )
    account.search = searched(account.bank, account.branch, account.holder, account.letter)
