"""The parts of a workbook's package that say where its sheets are."""

import zipfile
from xml.etree import ElementTree

from chassis.files.archive import UnsafeArchive, read_entry
from chassis.tables.faults import Refused

_SMALL = 1 << 22  # bytes of a part that only names others


def parse(archive: zipfile.ZipFile, name: str, most: int) -> ElementTree.Element:
    """One small XML part; a DTD is refused, as no spreadsheet program writes one."""
    content = part(archive, name, most)
    try:
        return ElementTree.fromstring(content)
    except ElementTree.ParseError:
        raise Refused("tables.damaged") from None


def part(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """One part in UTF-8, not more than `most` bytes; raises Refused."""
    try:
        content = read_entry(archive, name, most)
    except UnsafeArchive as unsafe:
        raise Refused("tables.damaged") from unsafe
    # UTF-16 would hide from every pattern here; a DTD is no part of the format.
    if content is None or content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in content[:200]:
        raise Refused("tables.damaged")
    if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content[:4096]:
        raise Refused("tables.unsafe")
    return content


def sheet_parts(archive: zipfile.ZipFile) -> tuple[dict[str, str], bool]:
    """Sheet name -> part name in the archive, and whether days are counted from 1904."""
    package = parse(archive, "_rels/.rels", _SMALL)
    documents = (rel for rel in package if rel.get("Type", "").endswith("/officeDocument"))
    where = _resolve("", next((rel.get("Target", "") for rel in documents), ""))
    folder, _, base = where.rpartition("/")
    workbook = parse(archive, where, _SMALL)
    relations = parse(archive, f"{folder}/_rels/{base}.rels", _SMALL)
    targets = {rel.get("Id"): rel.get("Target", "") for rel in relations}
    parts, is_1904 = {}, False
    for element in workbook.iter():
        if element.tag.endswith("}workbookPr"):
            is_1904 = element.get("date1904") in ("1", "true")
        elif element.tag.endswith("}sheet"):
            # The transitional and the strict format name their relations in different namespaces.
            identifier = next((v for k, v in element.items() if k.endswith("}id")), None)
            target = targets.get(identifier, "")
            parts[element.get("name", "")] = _resolve(folder, target)
    return parts, is_1904


def _resolve(folder: str, target: str) -> str:
    """A part name from a relation's target, which may be absolute."""
    return target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
