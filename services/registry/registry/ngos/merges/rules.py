"""What the record that stays takes over from the one that goes, and gives back. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from chassis.errors import FieldProblem, RuleViolation
from chassis.fold import fold

Entries = list[dict[str, Any]]
_OWN = (("name_vi", "vi", "official"), ("name_en", "en", "official"), ("short_name", "vi", "short"))


def names_taken(going: Mapping[str, Any], staying: Mapping[str, Any]) -> Entries:
    """The names of the record that goes which the other does not have, as further names of it."""
    spell = {"valid_from": None, "valid_to": None, "source": None}
    own = [
        {"text": going[field], "language": language, "kind": "other", **spell}
        for field, language, _ in _OWN
        if going.get(field)
    ]
    known = {fold(staying[field]) for field, _, _ in _OWN if staying.get(field)}
    known |= {fold(entry["text"]) for entry in staying["names"]}
    taken: Entries = []
    for entry in (*own, *going["names"]):
        if fold(entry["text"]) not in known:
            known.add(fold(entry["text"]))
            taken.append(entry)
    return taken


def without(entries: Sequence[dict[str, Any]], given_back: Sequence[dict[str, Any]]) -> Entries:
    """`entries` but for those that a merge brought; what somebody changed since stays."""
    return [entry for entry in entries if entry not in given_back]


def require_two(going: Any, into: Any) -> None:
    """Refuse to merge a record into itself, or into one that was merged away."""
    code = None
    if going.id == into.id:
        code = "registry.merge_with_itself"
    elif into.merged_into is not None:
        code = "registry.merged_away"
    if code:
        raise RuleViolation(code, errors=[FieldProblem("/body/into", code)])
