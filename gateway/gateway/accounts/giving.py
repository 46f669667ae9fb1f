"""What an administrator may give an account: unit, roles, and from when to when."""

from collections.abc import Sequence
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import FieldProblem, NotAllowed, RuleViolation
from chassis.identity import Actor
from gateway.accounts import queries, rules
from gateway.accounts.models import Account
from gateway.accounts.schemas import RolePeriod
from gateway.roles import ADMIN


class Given(Protocol):
    """The fields that a new account and an invitation share."""

    name: str
    unit_id: UUID
    unit_code: str
    national: bool
    roles: list[Any]
    role_periods: list[RolePeriod]


def reach(actor: Actor) -> UUID | None:
    """The unit whose accounts this administrator manages; None for all of them."""
    if actor.national:
        return None
    if actor.unit_id is None:
        raise NotAllowed("identity.no_unit")
    return actor.unit_id


def giving(actor: Actor, body: Given) -> dict[str, Any]:
    """The columns of an account that this administrator may add; 403 for another unit's."""
    unit = reach(actor)
    theirs = (body.unit_id, body.unit_code, body.national)
    if unit is not None and theirs != (unit, actor.unit_code, False):
        raise NotAllowed("accounts.foreign_unit")
    return {
        "name": body.name,
        "unit_id": body.unit_id,
        "unit_code": body.unit_code,
        "national": body.national,
        "roles": list(body.roles),
        "role_periods": checked(
            body.roles, [period.model_dump(mode="json") for period in body.role_periods]
        ),
    }


async def refuse_dangerous(
    tx: AsyncSession, actor: Actor, account: Account, before: Sequence[str], periods: list[Any]
) -> None:
    """409 when this account got a role that two administrators give together (AZ-08).

    before, periods: what it held. The first administrator of a house has no second one to ask, and
    may make one.
    """
    new = rules.added(before, periods, account.roles, account.role_periods)
    held_back = {role for role in new if rules.is_dangerous(role, national=account.national)}
    if ADMIN in held_back and await queries.is_first_admin(tx, actor.id):
        held_back.discard(ADMIN)
    if held_back:
        problem = FieldProblem("/body/roles", "accounts.second_admin")
        raise RuleViolation("accounts.second_admin", errors=[problem])


def checked(roles: Sequence[str], periods: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The periods as they are stored; 409 when they contradict the roles or themselves."""
    problem = rules.periods_problem(roles, periods)
    if problem:
        raise RuleViolation(problem, errors=[FieldProblem("/body/role_periods", problem)])
    return periods
