"""Who may change an NGO's record, and what its search text is. Pure."""

from uuid import UUID

from chassis.errors import NotAllowed


def require_steward(steward: UUID, unit: UUID | None, *, national: bool) -> None:
    """Everybody reads the record; its steward or the national union changes it."""
    if not national and steward != unit:
        raise NotAllowed("registry.not_steward")


def may_change(steward: UUID, unit: UUID | None, roles: frozenset[str], *, national: bool) -> bool:
    """Whether this caller's buttons should offer a change."""
    return (national or steward == unit) and "officer" in roles
