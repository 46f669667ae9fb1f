"""The coverage report: provinces of a day, under the boundaries of then or of another day. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class CoverageStatus(StrEnum):
    """From the best to the least: a province of several parts has the best of theirs."""

    UNION = "union"
    CASE = "case"
    NONE = "none"


RANK = list(CoverageStatus)


@dataclass(frozen=True, slots=True)
class Place:
    """One province while it held its code; codes were reused, so a code alone says nothing."""

    code: str
    name_vi: str
    name_en: str
    valid_from: date | None
    valid_to: date | None
    successor_code: str | None
    successor_from: date | None

    def held(self, on: date) -> bool:
        return (self.valid_from or date.min) <= on <= (self.valid_to or date.max)


def of_day(places: Iterable[Place], on: date) -> dict[str, Place]:
    """The provinces of a day by code: on one day a code means one of them."""
    return {place.code: place for place in places if place.held(on)}


def later(places: Sequence[Place], place: Place, on: date) -> Place:
    """The province in which `place` lies on a later day, along its successors."""
    while place.successor_code and place.successor_from and place.successor_from <= on:
        place = of_day(places, place.successor_from)[place.successor_code]
    return place


Found = Mapping[str, Mapping[str, Any]]


def row(place: Place, unions: Found, cases: Found) -> dict[str, Any]:
    """One province with its union or case."""
    union, case = unions.get(place.code), cases.get(place.code)
    status = CoverageStatus.UNION if union else CoverageStatus.CASE if case else CoverageStatus.NONE
    return {
        "province_code": place.code,
        "name_vi": place.name_vi,
        "name_en": place.name_en,
        "status": status,
        "unit": dict(union) if union else None,
        "founding_id": case["id"] if case and not union else None,
    }


def report(
    places: Sequence[Place], unions: Found, cases: Found, on: date, boundaries: date
) -> list[dict[str, Any]]:
    """A row per province of the day `boundaries`, with the provinces of `on` that lie in each."""
    whole: dict[str, list[dict[str, Any]]] = {code: [] for code in of_day(places, boundaries)}
    for place in of_day(places, on).values():
        whole[later(places, place, boundaries).code].append(row(place, unions, cases))
    shown = of_day(places, boundaries)
    return [_joined(shown[code], parts) for code, parts in whole.items()]


def _joined(place: Place, parts: list[dict[str, Any]]) -> dict[str, Any]:
    best = min(parts, key=lambda part: RANK.index(part["status"]), default=None)
    found = best or {"status": CoverageStatus.NONE, "unit": None, "founding_id": None}
    named = {"province_code": place.code, "name_vi": place.name_vi, "name_en": place.name_en}
    return {**found, **named, "parts": parts}


def totals(rows: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """How many provinces of each status; they add up to all of them."""
    statuses = [row["status"] for row in rows]
    return {str(status): statuses.count(status) for status in CoverageStatus}
