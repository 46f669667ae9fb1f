"""What waits for an administrator who neither asked for it nor gets it."""

from typing import Any
from uuid import UUID

from sqlalchemy import func, literal, select, true, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.access_requests.models import AccessRequest
from gateway.accounts.models import Account
from gateway.delegations.models import Delegation
from gateway.move_requests.models import MoveRequest
from gateway.role_grants.models import RoleGrant


async def decisions(tx: AsyncSession, person: UUID, unit: UUID | None) -> list[dict[str, Any]]:
    """How many of each kind this person may decide, of one union or (`unit` None) of all; a kind
    that has none is left out."""
    reached = (Account.unit_id == unit) & Account.national.is_(False) if unit else true()
    kinds = [
        select(literal(one.__tablename__).label("kind"))
        .select_from(one)
        .join(Account, Account.id == one.account_id)
        .where(one.status == "proposed", one.proposed_by != person, Account.id != person, reached)
        for one in (RoleGrant, AccessRequest)
    ]
    kinds.append(
        select(literal(Delegation.__tablename__)).where(
            Delegation.status == "proposed",
            Delegation.giver_id != person,
            Delegation.taker_id != person,
            Delegation.unit_id == unit if unit else true(),
        )
    )
    if unit is None:
        kinds.append(
            select(literal(MoveRequest.__tablename__)).where(
                MoveRequest.status == "proposed", MoveRequest.proposed_by != person
            )
        )
    kind = union_all(*kinds).subquery().c.kind
    found = await tx.execute(select(kind, func.count()).group_by(kind).order_by(kind))
    return [{"kind": name, "count": count} for name, count in found]
