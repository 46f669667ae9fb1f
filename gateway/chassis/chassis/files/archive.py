"""What a zip file claims about itself, asked before anything is unpacked."""

import stat
import struct
import zipfile
from dataclasses import dataclass
from typing import IO

MIB = 1 << 20
_END_RECORD = b"PK\x05\x06"
_END_SIZE = 22
_ARCHIVES = (
    *(".zip", ".7z", ".rar", ".gz", ".bz2", ".xz", ".tar", ".jar", ".docx", ".xlsx", ".pptx"),
    *(".docm", ".xlsm", ".xlsb", ".pptm", ".odt", ".ods", ".odp"),
)


class UnsafeArchive(Exception):
    """The archive must not be opened; `reason` is one word for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """Most entries, bytes unpacked, and bytes unpacked per packed byte (entries beyond 1 MiB)."""

    entries: int = 1000
    unpacked: int = 100 * MIB
    ratio: int = 100
    nested: bool = False


def _check_end_record(file: IO[bytes], limits: ArchiveLimits) -> None:
    """Entry count and directory size from the end record, in constant time.

    zipfile reads a directory of a million entries into objects before anybody can count them.
    """
    size = file.seek(0, 2)
    file.seek(max(0, size - _END_SIZE - 0xFFFF))
    tail = file.read()
    at = tail.rfind(_END_RECORD)
    if at < 0 or len(tail) - at < _END_SIZE:
        raise UnsafeArchive("truncated")
    entries, directory_bytes = struct.unpack_from("<HL", tail, at + 10)
    # 0xFFFF entries announce a zip64 directory: far beyond the limit either way.
    if entries > limits.entries or directory_bytes > MIB:
        raise UnsafeArchive("entries")


def _check_entry(entry: zipfile.ZipInfo, limits: ArchiveLimits) -> None:
    name = entry.filename
    if entry.flag_bits & 0x1:
        raise UnsafeArchive("encrypted")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise UnsafeArchive("link")
    if name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or ":" in name:
        raise UnsafeArchive("path")
    if not limits.nested and name.lower().endswith(_ARCHIVES):
        raise UnsafeArchive("nested")
    if entry.file_size > MIB and entry.file_size > limits.ratio * entry.compress_size:
        raise UnsafeArchive("ratio")


def open_checked(file: IO[bytes], limits: ArchiveLimits) -> zipfile.ZipFile:
    """The archive, its directory within `limits`; raises UnsafeArchive. Unpacks nothing.

    Sizes are the archive's own claim: read entries with `read_entry`, which believes no more.
    """
    _check_end_record(file, limits)
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as broken:
        raise UnsafeArchive("truncated") from broken
    entries = archive.infolist()
    if len(entries) > limits.entries:
        raise UnsafeArchive("entries")
    if sum(entry.file_size for entry in entries) > limits.unpacked:
        raise UnsafeArchive("unpacked")
    # Two parsers may each take another one of two entries with the same name.
    if len({entry.filename.lower() for entry in entries}) < len(entries):
        raise UnsafeArchive("duplicate")
    for entry in entries:
        _check_entry(entry, limits)
    return archive


def read_entry(archive: zipfile.ZipFile, name: str, most: int) -> bytes | None:
    """One entry of at most `most` bytes, None when it is not there; raises UnsafeArchive."""
    try:
        with archive.open(name) as stream:
            content = stream.read(most + 1)
    except KeyError:
        return None
    except Exception as broken:  # zipfile raises six kinds, zlib.error and RuntimeError among them
        raise UnsafeArchive("truncated") from broken
    if len(content) > most:
        raise UnsafeArchive("unpacked")
    return content
