"""The value types of the wire. Each publishes in its JSON Schema exactly what it accepts.

Plain pydantic lets NUL, lone surrogates, bidi overrides, `0` for a date and the year 9999 through,
and PostgreSQL or a later read then fails with 500. Here such a value is a 422 that names its place.
"""

import re
import unicodedata
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, StrictBool
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

# C0 but tab and line ends, DEL, bidi overrides and isolates, non-characters: never in stored text.
_NEVER = r"\x00-\x08\x0B\x0C\x0E-\x1F\x7F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF"
_NEVER_LINE = r"\x00-\x1F\x7F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF"
_SURROGATE = re.compile("[\ud800-\udfff]")

_LEAP = "(?:(?:19|20|21)(?:0[48]|[2468][048]|[13579][26])|2000)-02-29"
_PLAIN = (
    "(?:19|20|21)[0-9]{2}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
DATE_PATTERN = f"^(?:{_PLAIN}|{_LEAP})$"
INSTANT_PATTERN = (
    f"^(?:{_PLAIN}|{_LEAP})T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{{1,6}})?"
    "(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9])$"
)
_DATE = re.compile(DATE_PATTERN)
_INSTANT = re.compile(INSTANT_PATTERN)


class Text:
    """Text of `minimum`..`maximum` characters; trimmed, stored NFC; one line unless `lines`."""

    def __init__(self, maximum: int, minimum: int = 1, *, lines: bool = False) -> None:
        self.maximum, self.minimum = maximum, minimum
        bad = _NEVER if lines else _NEVER_LINE
        self.pattern = rf"^[^{bad}]*[^\s{bad}][^{bad}]*$" if minimum else rf"^[^{bad}]*$"
        self._ok = re.compile(self.pattern.replace("$", r"\Z"))

    def clean(self, value: str) -> str:
        if _SURROGATE.search(value) or not self._ok.match(value):
            raise PydanticCustomError("text", "control or direction-changing character, or blank")
        return unicodedata.normalize("NFC", value).strip()

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        inner = core_schema.str_schema(
            strict=True, min_length=self.minimum, max_length=self.maximum
        )
        return core_schema.no_info_after_validator_function(self.clean, inner)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        published: JsonSchemaValue = {"type": "string", "maxLength": self.maximum}
        if self.minimum:
            published["minLength"] = self.minimum
        return published | {"pattern": self.pattern}


def _day(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and _DATE.match(value):
        return date.fromisoformat(value)
    raise PydanticCustomError("date", "a date is YYYY-MM-DD, 1900 to 2199")


def _instant(value: object) -> datetime:
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value
    if isinstance(value, str) and _INSTANT.match(value):
        return datetime.fromisoformat(value)
    raise PydanticCustomError("instant", "a time is RFC 3339 with an offset, 1900 to 2199")


def _whole(value: object) -> int:
    # JSON Schema calls 1.0 an integer, and other languages write it so; true and "1" are not.
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PydanticCustomError("integer", "must be a whole number")
    if isinstance(value, float):
        if not value.is_integer():
            raise PydanticCustomError("integer", "must be a whole number")
        return int(value)
    return value


_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\Z")


def _uuid(value: object) -> UUID:
    if isinstance(value, UUID):
        return value
    if isinstance(value, str) and _UUID.match(value):
        return UUID(value)
    raise PydanticCustomError("uuid", "must be a UUID")


Day = Annotated[
    date,
    BeforeValidator(_day, json_schema_input_type=str),
    Field(json_schema_extra={"pattern": DATE_PATTERN}),
]
Instant = Annotated[
    datetime,
    BeforeValidator(_instant, json_schema_input_type=str),
    Field(json_schema_extra={"pattern": INSTANT_PATTERN}),
]
# Stands last: bounds after it would not be published as JSON Schema knows them.
Whole = BeforeValidator(_whole)
Count = Annotated[int, Field(ge=0, le=2**31 - 1), Whole]
Id = Annotated[UUID, BeforeValidator(_uuid)]
Flag = StrictBool

# What stands in a header of HTTP: printed ASCII, no space at either end (RFC 9110, 5.5).
FIELD_VALUE = r"^(?:[!-~](?:[ -~]*[!-~])?)?$"

Name = Annotated[str, Text(300)]
Short = Annotated[str, Text(100)]
Paragraph = Annotated[str, Text(4000, lines=True)]
Search = Annotated[str, Text(200, 0)]
Country = Annotated[str, Field(pattern="^[A-Z]{2}$", strict=True)]
Currency = Annotated[str, Field(pattern="^[A-Z]{3}$", strict=True)]
Province = Annotated[str, Field(pattern="^VN-[0-9]{2}$", strict=True)]
Slug = Annotated[str, Field(pattern="^[a-z][a-z0-9_]{0,63}$", strict=True)]
Amount = Annotated[str, Field(pattern=r"^(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,2})?$", strict=True)]
Percentage = Annotated[
    str, Field(pattern=r"^(?:100(?:\.0{1,2})?|[1-9]?[0-9](?:\.[0-9]{1,2})?)$", strict=True)
]
