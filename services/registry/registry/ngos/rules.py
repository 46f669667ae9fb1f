"""Who may change an NGO's record, and what its names and numbers may say. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from chassis.errors import FieldProblem, NotAllowed, RuleViolation
from registry.ngos.identifiers import Scheme, is_valid


def require_steward(steward: UUID, unit: UUID | None, *, national: bool) -> None:
    """Everybody reads the record; its steward or the national union changes it."""
    if not national and steward != unit:
        raise NotAllowed("registry.not_steward")


def require_present(ngo: Any) -> None:
    """A record that was merged into another is kept as it was."""
    if ngo.merged_into is not None:
        raise RuleViolation("registry.merged_away")


def actions(ngo: Any, unit: UUID | None, roles: frozenset[str], *, national: bool) -> list[str]:
    """What this caller may do to the record now."""
    if not may_change(ngo.unit_id, unit, roles, national=national):
        return []
    return ["update", "merge"] if ngo.merged_into is None else ["unmerge"]


def may_change(steward: UUID, unit: UUID | None, roles: frozenset[str], *, national: bool) -> bool:
    """Whether this caller's buttons should offer a change."""
    return (national or steward == unit) and "officer" in roles


def require_entries(values: Mapping[str, Any]) -> None:
    """Refuse spells whose days are out of order, and numbers whose check digits are wrong.

    `values`: `names` and `identifiers` as the database keeps them, where they are to be changed.
    """
    problems = [*_spells("names", values), *_spells("identifiers", values), *_numbers(values)]
    if problems:
        raise RuleViolation(problems[0].code, errors=problems)


def _spells(field: str, values: Mapping[str, Any]) -> Iterable[FieldProblem]:
    for place, entry in enumerate(values.get(field) or ()):
        first, last = entry["valid_from"], entry["valid_to"]
        if first and last and last < first:
            pointer = f"/body/{field}/{place}/valid_to"
            yield FieldProblem(pointer, "registry.dates_out_of_order")


def _numbers(values: Mapping[str, Any]) -> Iterable[FieldProblem]:
    for place, entry in enumerate(values.get("identifiers") or ()):
        if not is_valid(Scheme(entry["scheme"]), entry["value"]):
            pointer = f"/body/identifiers/{place}/value"
            yield FieldProblem(pointer, "registry.identifier_check")
