"""Every look at delegations and at who may be given one."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import any_, bindparam, func, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import FieldProblem, NotFound, RuleViolation
from chassis.listing import Listing, Order, contains
from chassis.records import find
from gateway.accounts import queries as accounts
from gateway.accounts.models import Account
from gateway.accounts.rules import roles_on
from gateway.delegations.models import Delegation
from gateway.delegations.rules import Lent, Status

_MINE = or_(Delegation.giver_id == bindparam("person"), Delegation.taker_id == bindparam("person"))
DELEGATIONS = Listing(
    select(
        Delegation.id, Delegation.giver_id, Delegation.giver_name, Delegation.taker_id,
        Delegation.taker_name, Delegation.unit_id, Delegation.unit_code, Delegation.roles,
        Delegation.starts_on, Delegation.ends_on, Delegation.reason, Delegation.status,
        Delegation.decided_by, Delegation.decided_name, Delegation.decided_at,
        Delegation.version, Delegation.created_at, Delegation.updated_at,
    ),
    record=Delegation.id,
    orders={"created_at": Order(Delegation.created_at, datetime)},
    filters={
        "q": contains(func.vn_fold(Delegation.giver_name + " " + Delegation.taker_name)),
        "status": Delegation.status == bindparam("status"),
        "unit": Delegation.unit_id == bindparam("unit"),
        "person": _MINE,
    },
)  # fmt: skip
COLLEAGUES = Listing(
    select(Account.id, Account.name, Account.username).where(Account.disabled_at.is_(None)),
    record=Account.id,
    orders={"name": Order(Account.name, str)},
    filters={
        "q": contains(func.vn_fold(Account.name + " " + Account.username)),
        "unit": Account.unit_id == bindparam("unit"),
        "person": Account.id != bindparam("person"),
    },
)


async def taker(tx: AsyncSession, account_id: UUID, giver: Account) -> Account:
    """The colleague that a body names; 409 when it is nobody of the giver's unit."""
    found = await tx.get(Account, account_id)
    is_colleague = (
        found is not None
        and found.disabled_at is None
        and found.id != giver.id
        and found.unit_id == giver.unit_id
    )
    if found is None or not is_colleague:
        code = "delegations.no_colleague"
        raise RuleViolation(code, errors=[FieldProblem("/body/taker_id", code)])
    return found


async def lock(tx: AsyncSession, delegation_id: UUID, unit: UUID | None) -> Delegation:
    """One delegation for change; 404 when there is none, or none of `unit` (None: of any)."""
    of_unit = [] if unit is None else [Delegation.unit_id == unit]
    return await find(tx, Delegation, delegation_id, *of_unit, lock=True)


async def lock_mine(tx: AsyncSession, delegation_id: UUID, person: UUID | None) -> Delegation:
    """One that this person gave or was given; 404 otherwise."""
    mine = or_(Delegation.giver_id == person, Delegation.taker_id == person)
    return await find(tx, Delegation, delegation_id, mine, lock=True)


async def lent(tx: AsyncSession, account: Account, day: date) -> Lent:
    """The roles that colleagues have handed this person for this day: as long as they hold them
    themselves, their account is open, and both are still of the unit."""
    held = (
        select(Delegation.roles, Account)
        .join(Account, Account.id == Delegation.giver_id)
        .where(
            Delegation.taker_id == account.id,
            Delegation.status == Status.ACTIVE,
            Delegation.starts_on <= day,
            Delegation.ends_on >= day,
            Delegation.unit_id == account.unit_id,
            Account.unit_id == account.unit_id,
            Account.disabled_at.is_(None),
        )
        .order_by(Delegation.id)
    )
    found: list[tuple[str, UUID]] = []
    for roles, giver in (await tx.execute(held)).all():
        own = roles_on(giver.roles, giver.role_periods, day)
        found += [(role, giver.id) for role in roles if role in own]
    return tuple(dict.fromkeys(found))


async def takes(tx: AsyncSession, account_id: UUID, role: str, day: date) -> bool:
    """Whether this person stands in with this role, on this day or later."""
    held = select(Delegation.id).where(
        Delegation.taker_id == account_id,
        Delegation.status == Status.ACTIVE,
        Delegation.ends_on >= day,
        literal(role) == any_(Delegation.roles),
    )
    return await tx.scalar(held.limit(1)) is not None


async def giver(tx: AsyncSession, person: UUID | None) -> Account:
    """The caller's own account, held; 404 for a program, which has none."""
    if person is None:
        raise NotFound
    return await accounts.hold(tx, person)


def visible(actor: Any, *, sees_all: bool) -> dict[str, object]:
    """The filters of the list: a unit's for who looks after it, else one's own."""
    if not sees_all:
        return {"person": actor.id}
    return {} if actor.national else {"unit": actor.unit_id}
