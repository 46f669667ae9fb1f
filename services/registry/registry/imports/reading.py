"""One row of the officer's list, read: names into codes, on the day the paper was issued. Pure."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as default
from datetime import date
from typing import Any

from registry.certificates.rules import contradicting
from registry.ngos import lines
from registry.ngos.identifiers import PUBLIC_ID, is_public_id
from registry.places.rules import Vocabulary

# What is added to what is on record, and never taken away.
ADDED = ("sectors", "names", "identifiers")
NGO_FIELDS = (
    *("name_vi", "name_en", "short_name", "home_country", "website", "founded_year", "note"),
    *ADDED,
)
DAYS = ("issued_on", "valid_from", "valid_to", "ended_on", "suspended_on")
CERTIFICATE_FIELDS = ("kind", "number", "issuer", *DAYS, "provinces", "sectors")
PLAIN = ("name_vi", "name_en", "short_name", "website", "number", "issuer")
# What a row needs as soon as it speaks of a certificate.
REQUIRED = ("kind", "number", "issuer", "issued_on", "valid_from")
MOST_SECTORS = 20
YEARS = (1500, 2200)

_LIST = re.compile(r"[;|\n]")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a row is not taken: the field, the code of the sentence, its parameters."""

    field: str
    code: str
    params: Mapping[str, str] = default(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Words:
    """The reference lists, by every name that officers use, and the day on which they are asked."""

    countries: Vocabulary
    provinces: Vocabulary
    sectors: Vocabulary
    read_on: date


@dataclass(frozen=True, slots=True)
class Entry:
    """What one row says: of an organisation, and of a certificate where it names one. Where it is
    faulty, its values are not complete. `public_id` points at an organisation on record."""

    row: int
    ngo: dict[str, Any]
    certificate: dict[str, Any] | None
    reasons: tuple[Reason, ...] = ()
    faulty: bool = False
    public_id: str | None = None


def read(row: int, cells: Mapping[str, Any], words: Words, *, faulty: bool = False) -> Entry:
    """The row's values by field; `faulty` when the table's reader refused one of its cells."""
    reasons: list[Reason] = []
    # a cell may hold line ends, a name may not
    values: dict[str, Any] = {
        name: " ".join((cells.get(name) or "").split()) or None for name in PLAIN
    }
    values |= {name: cells.get(name) for name in ("kind", "note", "founded_year", *DAYS)}
    values["home_country"] = _country(cells.get("home_country"), words.countries, reasons)
    values["sectors"] = _sectors(cells, words, reasons)
    values["provinces"] = _provinces(cells, words.provinces, reasons)
    values |= {name: _entries(name, cells.get(name), reasons) for name in ("names", "identifiers")}
    public_id = _public_id(cells.get("public_id"), reasons)
    if len(values["sectors"]) > MOST_SECTORS:
        reasons.append(Reason("sectors", "field.too_long", {"max": str(MOST_SECTORS)}))
    paper = any(cells.get(name) for name in ("kind", "number", "issuer", "provinces", *DAYS))
    if not faulty and not reasons:
        reasons += _unfit(values, paper=paper)
    ngo = {name: values[name] for name in NGO_FIELDS}
    if paper and public_id:
        ngo["sectors"] = []  # the row speaks of an organisation on record: these are its paper's
    return Entry(
        row,
        ngo,
        {name: values[name] for name in CERTIFICATE_FIELDS} if paper else None,
        tuple(reasons),
        faulty,
        public_id,
    )


def _public_id(text: str | None, reasons: list[Reason]) -> str | None:
    said = (text or "").upper()
    if said and not (re.fullmatch(PUBLIC_ID, said) and is_public_id(said)):
        reasons.append(Reason("public_id", "registry.public_id_mistyped"))
    return said or None


def _entries(field: str, text: str | None, reasons: list[Reason]) -> list[dict[str, Any]]:
    try:
        return list(lines.read(field, text or ""))
    except ValueError as wrong:
        said = {"line": str(wrong), "parts": " | ".join(lines.PARTS[field])}
        reasons.append(Reason(field, "registry.import_entries", said))
        return []


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


def _sectors(cells: Mapping[str, Any], words: Words, reasons: list[Reason]) -> list[str]:
    """Those that held when the paper was issued; without a paper, when the list was handed in."""
    day: date = cells.get("issued_on") or words.read_on
    codes = _codes("sectors", cells, words.sectors.code, reasons)
    for code in codes:
        if not words.sectors.held(code, day):
            said = {"value": words.sectors.name(code)[:100], "on": f"{day:%d/%m/%Y}"}
            reasons.append(Reason("sectors", "registry.import_sectors_not_in_force", said))
    return codes


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


def _unfit(values: Mapping[str, Any], *, paper: bool) -> list[Reason]:
    """What is wrong with values that are each readable."""
    lowest, highest = YEARS
    if not lowest <= (values["founded_year"] or lowest) <= highest:
        past = values["founded_year"] > highest
        code, word, bound = ("too_big", "max", highest) if past else ("too_small", "min", lowest)
        return [Reason("founded_year", f"field.{code}", {word: str(bound)})]
    if not paper:
        return []
    missing = [name for name in (*REQUIRED, "provinces") if not values[name]]
    if missing:
        return [Reason(name, "field.missing") for name in missing]
    days = (values[name] for name in ("issued_on", "valid_from", "valid_to", "ended_on"))
    return [Reason(name, "registry.dates_out_of_order") for name in contradicting(*days)]


def plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as JSON has them."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in values.items()
    }
