"""What a file really is: its extension, declared type and content must tell the same story."""

import codecs
import re
import zipfile
from typing import IO

from chassis.errors import Invalid, UnsupportedMedia
from chassis.files.archive import MIB, ArchiveLimits, UnsafeArchive, open_checked, read_entry
from chassis.files.names import extension

_OFFICE = "application/vnd.openxmlformats-officedocument"
# extension -> (what the content must be, media type, other types that browsers declare for it)
_ACCEPTED: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "pdf": ("pdf", "application/pdf", ("application/x-pdf",)),
    "docx": ("docx", f"{_OFFICE}.wordprocessingml.document", ()),
    "xlsx": ("xlsx", f"{_OFFICE}.spreadsheetml.sheet", ()),
    "pptx": ("pptx", f"{_OFFICE}.presentationml.presentation", ()),
    "doc": ("doc", "application/msword", ()),
    "xls": ("xls", "application/vnd.ms-excel", ("application/msexcel",)),
    "png": ("png", "image/png", ()),
    "jpg": ("jpeg", "image/jpeg", ("image/jpg", "image/pjpeg")),
    "jpeg": ("jpeg", "image/jpeg", ("image/jpg", "image/pjpeg")),
    "webp": ("webp", "image/webp", ()),
    "txt": ("text", "text/plain", ()),
    # Windows with Excel installed declares a CSV as Excel's own.
    "csv": ("text", "text/csv", ("text/plain", "application/csv", "application/vnd.ms-excel")),
}
ACCEPTED = ", ".join(_ACCEPTED)
# A client that does not know the type says so with these: no claim, nothing to agree with.
_UNDECLARED = ("", "application/octet-stream")
_MAIN_PARTS = {
    b"wordprocessingml.document.main+xml": "docx",
    b"spreadsheetml.sheet.main+xml": "xlsx",
    b"presentationml.presentation.main+xml": "pptx",
}
_MARKUP = re.compile(rb"(?i)<(!doctype|html|head|body|script|iframe|svg|img|table|\?xml|!--)")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
# Documents carry embedded workbooks for their charts; nobody unpacks them here.
_LIMITS = ArchiveLimits(unpacked=500 * MIB, ratio=1000, nested=True)
_HEAD = 1024


def media_type_of(file: IO[bytes], name: str, declared: str) -> str:
    """The media type on which name, declaration and content agree.

    Raises UnsupportedMedia `files.type_refused` or `files.type_mismatch`, Invalid `files.macros`,
    `files.encrypted` or `files.archive_unsafe`. Reads the file; leaves it at its start.
    """
    wanted = _ACCEPTED.get(extension(name))
    content = _content(file)
    file.seek(0)
    if wanted is None:
        raise UnsupportedMedia("files.type_refused", accepted=ACCEPTED)
    kind, media_type, aliases = wanted
    claimed = declared.partition(";")[0].strip().lower()
    if kind != content or claimed not in (media_type, *aliases, *_UNDECLARED):
        raise UnsupportedMedia("files.type_mismatch")
    return media_type


def _content(file: IO[bytes]) -> str | None:
    """What the bytes are, None when they are nothing that is taken."""
    file.seek(0)
    head = file.read(_HEAD)
    if head.startswith(b"PK\x03\x04"):
        return _office(file)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _compound(file)
    binary = _binary(head)
    if binary is None:
        return "text" if _is_plain_text(file) else None
    # A file that is a page or an archive as well is read differently by the next program.
    if _MARKUP.search(head) or zipfile.is_zipfile(file):
        return None
    return binary


def _binary(head: bytes) -> str | None:
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"):
        return "png"
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "webp"
    return None


def _office(file: IO[bytes]) -> str | None:
    """Word, Excel or PowerPoint by the main part that the package declares."""
    try:
        with open_checked(file, _LIMITS) as archive:
            types = read_entry(archive, "[Content_Types].xml", MIB) or b""
            names = archive.namelist()
    except UnsafeArchive as unsafe:
        code = "files.encrypted" if unsafe.reason == "encrypted" else "files.archive_unsafe"
        raise Invalid(code) from unsafe
    if b"macroEnabled" in types or any(part.lower().endswith("vbaproject.bin") for part in names):
        raise Invalid("files.macros")
    found = {kind for part, kind in _MAIN_PARTS.items() if part in types}
    return found.pop() if len(found) == 1 else None


def _compound(file: IO[bytes]) -> str | None:
    """Old Word or Excel by the streams that an OLE container names, in UTF-16."""
    file.seek(0)
    content = file.read()

    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if has("EncryptedPackage"):
        raise Invalid("files.encrypted")
    if has("_VBA_PROJECT"):
        raise Invalid("files.macros")
    if has("WordDocument"):
        return "doc"
    return "xls" if has("Workbook\0") else None


def _is_plain_text(file: IO[bytes]) -> bool:
    """UTF-8 without controls that no browser would take for a page and no shell for a program."""
    file.seek(0)
    start = file.read(_HEAD).removeprefix(codecs.BOM_UTF8).lstrip()
    if start.startswith(b"#!") or _MARKUP.match(start):
        return False
    file.seek(0)
    reader = codecs.getreader("utf-8")(file)
    try:
        return all(not _CONTROLS.search(text) for text in iter(lambda: reader.read(MIB), ""))
    except UnicodeDecodeError:
        return False
