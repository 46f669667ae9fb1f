"""Whether a file is a workbook or CSV, and the name of everything else that people send instead."""

import io
import re
import zipfile
from typing import Literal

from chassis.files.archive import MIB, ArchiveLimits, UnsafeArchive, open_checked, read_entry
from chassis.files.names import extension
from chassis.tables.columns import Limits
from chassis.tables.faults import Refused

Content = Literal["xlsx", "csv"]
_EXTENSIONS: dict[str, Content] = {"xlsx": "xlsx", "csv": "csv", "txt": "csv", "tsv": "csv"}
_MARKUP = re.compile(rb"(?i)(\xef\xbb\xbf)?\s*<(!doctype|html|head|body|table|meta|\?xml|!--)")
_OTHER = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"Rar!", b"7z\xbc\xaf", b"MZ")
_REASONS = {"truncated": "tables.truncated", "encrypted": "tables.password"}
# What the first declared main part says, in the words of [Content_Types].xml.
_PARTS = (
    (b"macroEnabled", "tables.xlsm"),
    (b"sheet.binary", "tables.xlsb"),
)


def content_of(data: bytes, name: str, limits: Limits) -> Content:
    """What `data` is, when that is something readable and the name agrees; raises Refused."""
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise Refused("tables.empty")
    if data.startswith(b"PK\x03\x04"):
        found = _package(data, limits)
    elif data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(_compound(data))
    elif _MARKUP.match(data):
        raise Refused("tables.html")
    elif data.startswith(_OTHER):
        raise Refused("tables.not_a_table")
    else:
        found = "csv"
    named = extension(name)
    if named and _EXTENSIONS.get(named) != found:
        raise Refused("tables.renamed", extension=named, content=found)
    return found


def _package(data: bytes, limits: Limits) -> Content:
    asked = ArchiveLimits(limits.entries, limits.unpacked, limits.ratio)
    try:
        with open_checked(io.BytesIO(data), asked) as archive:
            return _workbook(archive)
    except UnsafeArchive as unsafe:
        raise Refused(_REASONS.get(unsafe.reason, "tables.unsafe")) from unsafe


def _workbook(archive: zipfile.ZipFile) -> Content:
    types = read_entry(archive, "[Content_Types].xml", MIB) or b""
    for mark, code in _PARTS:
        if mark in types:
            raise Refused(code)
    if b"spreadsheetml.sheet.main+xml" in types:
        return "xlsx"
    if b"opendocument.spreadsheet" in (read_entry(archive, "mimetype", 200) or b""):
        raise Refused("tables.ods")
    raise Refused("tables.not_a_table")


def _compound(data: bytes) -> str:
    """OLE holds old workbooks, and new ones under a password; streams are named in UTF-16."""

    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if has("EncryptedPackage"):
        return "tables.password"
    return "tables.xls" if has("Workbook\0") or has("Book\0") else "tables.not_a_table"
