"""What an administrator may give an account: unit, roles, and from when to when."""

from collections.abc import Sequence
from typing import Any, Protocol
from uuid import UUID

from chassis.errors import FieldProblem, NotAllowed, RuleViolation
from chassis.identity import Actor
from gateway.accounts import rules
from gateway.accounts.schemas import RolePeriod


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


def checked(roles: Sequence[str], periods: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The periods as they are stored; 409 when they contradict the roles or themselves."""
    problem = rules.periods_problem(roles, periods)
    if problem:
        raise RuleViolation(problem, errors=[FieldProblem("/body/role_periods", problem)])
    return periods
