"""The numbers by which others know an NGO: which kinds there are, how each is checked. Pure.

python-stdnum is imported with the first number: it brings a megabyte that nothing else needs.
"""

from collections.abc import Callable
from enum import StrEnum

PREFIX = "INGO"
PUBLIC_ID = "INGO-[0-9]{6,9}-[0-9]{2}"


class Scheme(StrEnum):
    """A certificate's number, tax code, LEI, IATI organisation id, agency code, or another."""

    CERTIFICATE = "certificate"
    TAX_CODE = "tax_code"
    LEI = "lei"
    IATI = "iati"
    AGENCY_CODE = "agency_code"
    OTHER = "other"


_CHECKS: dict[Scheme, Callable[[str], bool]] = {
    Scheme.TAX_CODE: lambda value: _is_tax_code(value),
    Scheme.LEI: lambda value: _is_lei(value),
    # registration agency (country, list), then its number: GB-CHC-202918, XM-DAC-41122
    Scheme.IATI: lambda value: _is_iati(value),
}


def _is_tax_code(value: str) -> bool:
    from stdnum.vn import mst

    return bool(mst.is_valid(value))


def _is_lei(value: str) -> bool:
    from stdnum import lei

    return bool(lei.is_valid(value))


def _is_iati(value: str) -> bool:
    parts = value.split("-", 2)
    return (
        len(parts) == 3
        and len(parts[0]) == 2
        and all(part.isascii() and part.isalnum() for part in parts[:2])
        and not set(parts[2]) & set("/&|? ")
        and bool(parts[2])
    )


def is_valid(scheme: Scheme, value: str) -> bool:
    """Whether `value` can be a number of this kind: its form and its check digits."""
    check = _CHECKS.get(scheme)
    return check is None or check(value)


def public_id(number: int) -> str:
    """The id that may be printed and read out: two check digits find a slip (ISO 7064, 97-10)."""
    from stdnum.iso7064 import mod_97_10

    digits = f"{number:06}"
    return f"{PREFIX}-{digits}-{mod_97_10.calc_check_digits(PREFIX + digits)}"


def is_public_id(text: str) -> bool:
    """Whether the check digits of an `INGO-…` are right."""
    from stdnum.iso7064 import mod_97_10

    _, digits, check = text.upper().split("-")
    return bool(mod_97_10.is_valid(f"{PREFIX}{digits}{check}"))
