"""One row of the officer's list, read: names into codes, on the day the paper was issued. Pure."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as default
from datetime import date
from typing import Any

from registry.certificates.rules import contradicting
from registry.places.rules import Vocabulary

NGO_FIELDS = ("name_vi", "name_en", "short_name", "home_country", "sectors")
CERTIFICATE_FIELDS = (
    *("kind", "number", "issuer", "issued_on", "valid_from", "valid_to"),
    *("provinces", "sectors"),
)
PLAIN = ("name_vi", "name_en", "short_name", "number", "issuer")
MOST_SECTORS = 20

_LIST = re.compile(r"[;|\n]")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a row is not taken: the field, the code of the sentence, its parameters."""

    field: str
    code: str
    params: Mapping[str, str] = default(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Words:
    """The reference lists, by every name that officers use."""

    countries: Vocabulary
    provinces: Vocabulary
    sectors: Vocabulary


@dataclass(frozen=True, slots=True)
class Entry:
    """What one row says. Where it is faulty, its values are not complete."""

    row: int
    ngo: dict[str, Any]
    certificate: dict[str, Any]
    reasons: tuple[Reason, ...] = ()
    faulty: bool = False


def read(row: int, cells: Mapping[str, Any], words: Words, *, faulty: bool = False) -> Entry:
    """The row's values by field; `faulty` when the table's reader refused one of its cells."""
    reasons: list[Reason] = []
    # a cell may hold line ends, a name may not
    values: dict[str, Any] = {
        name: " ".join((cells.get(name) or "").split()) or None for name in PLAIN
    }
    values |= {name: cells.get(name) for name in ("kind", "issued_on", "valid_from", "valid_to")}
    values["home_country"] = _country(cells.get("home_country"), words.countries, reasons)
    values["sectors"] = _codes("sectors", cells, words.sectors.code, reasons)
    values["provinces"] = _provinces(cells, words.provinces, reasons)
    if len(values["sectors"]) > MOST_SECTORS:
        reasons.append(Reason("sectors", "field.too_long", {"max": str(MOST_SECTORS)}))
    if not faulty and not reasons:
        reasons += _unfit(values)
    return Entry(
        row,
        {name: values[name] for name in NGO_FIELDS},
        {name: values[name] for name in CERTIFICATE_FIELDS},
        tuple(reasons),
        faulty,
    )


def _country(name: str | None, countries: Vocabulary, reasons: list[Reason]) -> str | None:
    code = countries.code(name) if name else None
    if name and code is None:
        params = {"value": name[:100]}
        reasons.append(Reason("home_country", "registry.import_unknown_country", params))
    return code


def _provinces(cells: Mapping[str, Any], provinces: Vocabulary, reasons: list[Reason]) -> list[str]:
    issued: date | None = cells.get("issued_on")
    if issued is None:
        return []  # what a name meant depends on the day, and a missing day is refused already
    return _codes(
        "provinces",
        cells,
        lambda name: provinces.code(name, issued),
        reasons,
        on=f"{issued:%d/%m/%Y}",
    )


def _codes(
    field: str,
    cells: Mapping[str, Any],
    find: Callable[[str], str | None],
    reasons: list[Reason],
    **params: str,
) -> list[str]:
    """The codes of a list of names with `;`, `|` or a line end between them, or commas."""
    found: dict[str, None] = {}
    for part in _LIST.split(cells.get(field) or ""):
        # a name may hold a comma ("Dạy nghề, hướng nghiệp"): whole first, then its pieces
        for piece in [part] if find(part) else part.split(","):
            code = find(piece)
            if code:
                found[code] = None
            elif piece.strip():
                said = {"value": piece.strip()[:100], **params}
                reasons.append(Reason(field, f"registry.import_unknown_{field}", said))
    return list(found)


def _unfit(values: Mapping[str, Any]) -> list[Reason]:
    """What is wrong with values that are each readable."""
    if not values["provinces"]:
        return [Reason("provinces", "field.missing")]
    wrong = contradicting(values["issued_on"], values["valid_from"], values["valid_to"], None)
    return [Reason(name, "registry.dates_out_of_order") for name in wrong]


def plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as JSON has them."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in values.items()
    }
