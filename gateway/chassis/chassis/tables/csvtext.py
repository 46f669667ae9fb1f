"""CSV as programs in Viet Nam write it: encoding and delimiter found out, not assumed."""

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Iterator

from chassis.tables.columns import Column
from chassis.tables.faults import Refused
from chassis.tables.headers import HEADER_ROWS, match_header
from chassis.tables.legacy import refuse_legacy

_DELIMITERS = ";,\t"
_SEP_LINE = re.compile(r"\"?sep=([;,\t|])\"?\r?\n")
# Where cp1258 is right, a combining tone follows a vowel; elsewhere the bytes were something else.
_STRAY_TONE = re.compile("(?:^|[^aăâeêioôơuưyAĂÂEÊIOÔƠUƯY])[\u0300\u0301\u0303\u0309\u0323]", re.M)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_FIELD = 1 << 20
_SAMPLE = 1 << 18


def decode(data: bytes) -> str:
    """The text of a CSV file; raises Refused `tables.encoding` or `tables.legacy_font`."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    sample = data[:4096]
    if sample.count(0) > len(sample) // 4:  # UTF-16 of Latin letters without its mark
        return _strict(data, "utf-16-be" if sample[:1] == b"\0" else "utf-16-le")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        refuse_legacy(data[:_SAMPLE].decode("latin-1"))
    text = _strict(data, "cp1258")
    if _STRAY_TONE.search(text):
        raise Refused("tables.encoding")
    return unicodedata.normalize("NFC", text)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Refused("tables.encoding") from None


def read_csv(data: bytes, columns: list[Column]) -> Iterator[list[str]]:
    """The records of a CSV file, its first line first; raises Refused, also while iterating."""
    text = decode(data)
    # A stray control is a problem of its cell; many of them are no text at all.
    if len(_CONTROL.findall(text[:_SAMPLE])) > 3 + len(text[:_SAMPLE]) // 100:
        raise Refused("tables.not_a_table")
    refuse_legacy(text[:_SAMPLE])
    if declared := _SEP_LINE.match(text):
        return _with_first([], _records(text[declared.end() :], declared.group(1)))
    return _records(text, _delimiter(text, columns))


def _with_first(first: list[str], rest: Iterator[list[str]]) -> Iterator[list[str]]:
    yield first  # the "sep=" line counts, so that numbers stay those of the file
    yield from rest


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from reader
    except csv.Error:
        raise Refused("tables.csv_quotes", line=reader.line_num) from None


def _delimiter(text: str, columns: list[Column]) -> str:
    """The delimiter under which most of the expected titles are found."""
    scores: dict[str, int] = {}
    for delimiter in _DELIMITERS:
        top: list[list[object]] = []
        try:
            for record in _records(text, delimiter):
                top.append(list(record))
                if len(top) == HEADER_ROWS:
                    break
        except Refused:
            pass  # wrong quotes under one delimiter may be right under another
        scores[delimiter] = len(match_header(top, columns).found)
    return max(_DELIMITERS, key=lambda delimiter: scores[delimiter])
