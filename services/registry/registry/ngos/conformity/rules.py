"""Holds what is on record of an NGO on a day against the decree's conditions. Pure.

A union tracks and the ministry decides: what is found is shown, and refuses nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from registry.certificates.rules import Kind

Links = Mapping[str, str]  # a code to the one above it, or to the one that it became


@dataclass(frozen=True, slots=True)
class Finding:
    """What deserves a look: the condition's code, and the codes or numbers that it is about."""

    code: str
    about: tuple[str, ...]


def _line(code: str, parents: Links) -> set[str]:
    """A sector with all that it is a part of."""
    found = {code}
    while (code := parents.get(code, "")) and code not in found:
        found.add(code)
    return found


def sectors_outside(
    declared: Iterable[str], registered: Iterable[Sequence[str]], parents: Links
) -> list[str]:
    """The declared sectors of which no certificate in force speaks, be it of a part or the whole.

    A certificate entered without sectors may be about any: then nothing is known.
    """
    certificates = list(registered)
    if not certificates or not all(certificates):
        return []
    named = {code for sectors in certificates for code in sectors}
    covered = {above for code in named for above in _line(code, parents)}
    return [code for code in declared if code not in covered and not _line(code, parents) & named]


def findings(
    declared: Sequence[str],
    certificates: Sequence[Mapping[str, Any]],
    conditions: Mapping[str, Any],
    *,
    parents: Links,
    became: Links,
) -> list[Finding]:
    """What does not agree, in the order of the decree.

    `certificates`: those in force that day, with what they said; `conditions`: those that held.
    """
    found = []
    outside = sectors_outside(declared, (one["sectors"] for one in certificates), parents)
    if "sectors_outside" in conditions and outside:
        found.append(Finding("sectors_outside", tuple(outside)))
    offices = [one for one in certificates if one["kind"] == Kind.REPRESENTATIVE_OFFICE]
    most, cities = conditions.get("offices_many"), conditions.get("office_place")
    if most and most.limit is not None and len(offices) > most.limit:
        found.append(Finding("offices_many", tuple(sorted(one["number"] for one in offices))))
    for one in offices:
        if cities and _is_elsewhere(one, cities, became):
            found.append(Finding("office_place", (one["number"],)))
    return found


def _is_elsewhere(office: Mapping[str, Any], cities: Any, became: Links) -> bool:
    """None of the cities is among its provinces as they are bounded that day.

    Papers of the decree before hold as they are until they run out (article 28.1).
    """
    if office["issued_on"] < cities.valid_from:
        return False
    return not {became.get(code, code) for code in office["provinces"]} & set(cities.among)
