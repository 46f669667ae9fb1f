"""Numbers as people in Viet Nam write them; what could mean two things is not guessed."""

import re
from decimal import Decimal

from chassis.tables.faults import Fault

# More than this fits no column of 64 bits, or no sum of money.
_INTEGER_DIGITS, _DECIMAL_DIGITS = 18, 28
_SPACED = re.compile(r"[+-]?\d{1,3}( \d{3})+([.,]\d+)?")
_PLAIN = re.compile(r"[+-]?\d+")
_FRACTION = re.compile(r"([+-]?\d+)[.,](\d+)")
_EITHER = re.compile(r"([+-]?[1-9]\d{0,2})[.,](\d{3})")
_DOT_GROUPS = re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?")
_COMMA_GROUPS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")
_WITH_UNIT = re.compile(r"(?i)[+-]?[\d.,\s]*\d\s*[%₫$€£¥a-zà-ỹđ].*|[₫$€£¥a-z]{1,4}\s*[\d.,\s]+")
_SCIENTIFIC = re.compile(r"(?i)[+-]?[\d.,]+e[+-]?\d+")


def decimal(text: str) -> Decimal:
    """`1.234,5`, `1,234.5`, `1 234,5`, `1234.5`; raises Fault, also for `1.234` (which of two?)."""
    number = _without_spaces(text)
    if either := _EITHER.fullmatch(number):
        whole, rest = either.groups()
        raise Fault(
            "tables.cell.ambiguous_number", thousands=whole + rest, decimal=f"{whole},{rest}0"
        )
    return _parse(number)


def integer(text: str) -> int:
    """As `decimal`, but a whole number: here `1.234` can only mean one thing. Raises Fault."""
    number = _without_spaces(text)
    if either := _EITHER.fullmatch(number):
        return int("".join(either.groups()))
    value = _parse(number)
    if value != value.to_integral_value():
        raise Fault("tables.cell.not_integer")
    if len(str(abs(int(value)))) > _INTEGER_DIGITS:
        raise Fault("tables.cell.number_too_big")
    return int(value)


def _without_spaces(text: str) -> str:
    number = text.replace("\u2212", "-")  # the minus sign proper
    return number.replace(" ", "") if _SPACED.fullmatch(number) else number


def _parse(number: str) -> Decimal:
    if sum(char.isdigit() for char in number) > _DECIMAL_DIGITS:
        raise Fault("tables.cell.number_too_big")
    if not number.isascii() and not _WITH_UNIT.fullmatch(number):
        raise Fault("tables.cell.not_number")  # \d knows the digits of every script
    if _PLAIN.fullmatch(number):
        return Decimal(number)
    if fraction := _FRACTION.fullmatch(number):
        return Decimal(".".join(fraction.groups()))
    if _DOT_GROUPS.fullmatch(number):
        return Decimal(number.replace(".", "").replace(",", "."))
    if _COMMA_GROUPS.fullmatch(number):
        return Decimal(number.replace(",", ""))
    if _WITH_UNIT.fullmatch(number) and not _SCIENTIFIC.fullmatch(number):
        raise Fault("tables.cell.number_with_unit")
    raise Fault("tables.cell.not_number")
