"""Possible duplicates on the wire."""

from collections.abc import Iterable
from functools import cache
from typing import Any
from uuid import UUID

from chassis.problems import Sentences
from chassis.wire import Out
from registry.ngos.duplicates.rules import Candidate
from registry.refusals import REFUSALS


class MatchReason(Out):
    """Why a record may be the same, in both languages."""

    code: str
    vi: str
    en: str


class NgoCandidate(Out):
    """A record that may be the same organisation; `score` from 0 to 1, 1 for an equal name."""

    id: UUID
    public_id: str
    name_vi: str
    home_country: str
    score: float
    reasons: list[MatchReason]


class NgoCandidates(Out):
    """The likeliest first, ten at most."""

    items: list[NgoCandidate]


@cache
def _sentences() -> Sentences:
    return Sentences(REFUSALS)


def shown(found: Iterable[Candidate]) -> list[dict[str, Any]]:
    """Candidates as JSON."""
    say = _sentences().say
    return [
        {
            **{"id": str(one.id), "public_id": one.public_id, "name_vi": one.name_vi},
            **{"home_country": one.home_country, "score": one.score},
            "reasons": [
                {"code": code, "vi": say(code, 0, params), "en": say(code, 1, params)}
                for code, params in one.reasons.items()
            ],
        }
        for one in found
    ]
