"""Why a record on file may be the organisation that is about to be entered. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

# Trigram likeness from which two names are shown to a person, in one country and between two.
LIKE, LIKE_ABROAD = 0.6, 0.8
MOST = 10
_WITH_DIGIT = re.compile(r"[^\s(),.]*[0-9][^\s(),.]*")


@dataclass(frozen=True, slots=True)
class Hit:
    """One name or number of a record beside what was asked; likeness 1 for equal ones."""

    id: UUID
    public_id: str
    name_vi: str
    home_country: str
    by: str  # name | number
    theirs: str
    asked: str
    likeness: float


@dataclass(slots=True)
class Candidate:
    """A record that may be the same: how alike (0 to 1), and by what."""

    id: UUID
    public_id: str
    name_vi: str
    home_country: str
    score: float = 0.0
    reasons: dict[str, dict[str, str]] = field(default_factory=dict)


def candidates(hits: Iterable[Hit], country: str) -> list[Candidate]:
    """The records worth a look, the likeliest first, each with the codes that say why."""
    found: dict[UUID, Candidate] = {}
    for hit in hits:
        reason = _reason(hit, country)
        if reason is None:
            continue
        one = found.setdefault(
            hit.id, Candidate(hit.id, hit.public_id, hit.name_vi, hit.home_country)
        )
        one.reasons.setdefault(reason, {"theirs": hit.theirs})
        one.score = max(one.score, round(hit.likeness, 2))
        if hit.home_country == country:
            one.reasons.setdefault("registry.same_country", {})
    return sorted(found.values(), key=_likeliest)[:MOST]


def _likeliest(one: Candidate) -> tuple[float, bool, str]:
    return -one.score, "registry.same_country" not in one.reasons, one.public_id


def _reason(hit: Hit, country: str) -> str | None:
    if hit.by == "number":
        return "registry.same_number"
    if hit.likeness >= 1:
        return "registry.same_name"
    # "… số 12" and "… số 13" are alike in every letter and are two organisations
    if _WITH_DIGIT.findall(hit.theirs) != _WITH_DIGIT.findall(hit.asked):
        return None
    least = LIKE if hit.home_country == country else LIKE_ABROAD
    return "registry.like_name" if hit.likeness >= least else None


def asked_names(values: Mapping[str, Any]) -> list[str]:
    """Every name in a record's values."""
    own = [values.get(name) for name in ("name_vi", "name_en", "short_name")]
    return [name for name in (*own, *(n["text"] for n in values.get("names") or ())) if name]
