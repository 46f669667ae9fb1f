"""Who may change what of a union's record. Pure."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from chassis.errors import FieldProblem, NotAllowed, RuleViolation

# A union says itself how it is reached; what it is, the national union writes down.
CONTACT = frozenset({"address", "phone", "fax", "email", "website", "short_name", "note"})
STATUSES = ("active", "being_founded", "merged", "dissolved")


def require_change(
    unit: UUID, caller: UUID | None, fields: Collection[str], *, national: bool
) -> None:
    """Refuse a change of another union, and of more than the contact card of one's own."""
    if national:
        return
    if unit != caller:
        raise NotAllowed("registry.not_steward")
    beyond = sorted(set(fields) - CONTACT)
    if beyond:
        code = "registry.national_only"
        raise NotAllowed(code, errors=[FieldProblem(f"/body/{name}", code) for name in beyond])


def require_national(*, national: bool) -> None:
    """A union is entered by the national union only."""
    if not national:
        raise NotAllowed("registry.national_only")


def require_succession(status: str, successor_code: str | None, code: str) -> None:
    """A successor belongs to a union that has merged, and is another union."""
    wrong = "registry.succession"
    if successor_code and (status != "merged" or successor_code == code):
        raise RuleViolation(wrong, errors=[FieldProblem("/body/successor_code", wrong)])


def actions(unit: UUID, caller: UUID | None, *, national: bool) -> list[str]:
    """What a writer may do: the contact card of one's own union, or all of every union."""
    if national:
        return ["update", "update_all", "cover"]
    return ["update"] if unit == caller else []


def status_then(status: str, last_day: date | None, on: date) -> str:
    """The status of a union that stood on a day: what it became later it was not yet."""
    return "active" if last_day is not None and on <= last_day else status
