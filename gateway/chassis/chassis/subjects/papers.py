"""The papers that name a person: by what they are called, and by what stands in them.

Text and office documents are read. A PDF or a scan is not: what cannot be searched is counted, so
that whoever answers the person knows how many papers to look at.
"""

import asyncio
import base64
import html
import io
import re
import time
import unicodedata
import zipfile
from collections.abc import Sequence
from typing import Any

from chassis.errors import NotFound
from chassis.files.store import FileStore
from chassis.subjects.schemas import FoundFile

MIB = 1 << 20
ANSWER = 16 * MIB  # of content in one answer
SECONDS = 15.0  # what cannot be read by then is counted as unread
UNPACKED = 50 * MIB
_TAG = re.compile(r"<[^>]*>")
# where one cell or paragraph ends; any other tag may stand inside a word
_END = re.compile(r"</(?:w:p|a:p|si|is|c|row)>")


def pattern(texts: Sequence[str]) -> re.Pattern[str]:
    """As the database searches records: any case, and never inside a longer word."""
    longest = sorted((re.escape(_plain(one)) for one in texts), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)", re.IGNORECASE)


def _plain(value: str) -> str:
    return unicodedata.normalize("NFC", value)


def readable(media_type: str, content: bytes) -> str | None:
    """The text of a paper; None when it has none that we can read."""
    if media_type.startswith("text/"):
        wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
        return _plain(content.decode("utf-16" if wide else "utf-8", "replace"))
    if "openxmlformats" not in media_type:
        return None
    left, parts = UNPACKED, []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                if entry.filename.endswith(".xml") and left > 0:
                    with archive.open(entry) as file:
                        xml = file.read(left)
                    left -= len(xml)
                    parts.append(_END.sub("\n", xml.decode("utf-8", "replace")))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError):
        return None
    return _plain(html.unescape(_TAG.sub("", "\n".join(parts)))) if left > 0 else None


async def naming(
    store: FileStore, papers: Sequence[dict[str, Any]], texts: Sequence[str]
) -> tuple[list[FoundFile], int]:
    """The papers that name the person, and how many could not be searched."""
    wanted, found, unread, room = pattern(texts), [], 0, ANSWER
    until = time.monotonic() + SECONDS
    for paper in papers:
        is_named = bool(wanted.search(_plain(f"{paper['file_name']}\n{paper['title']}")))
        content = await _content(store, paper["file_key"]) if time.monotonic() < until else None
        words = None
        if content is not None:
            words = await asyncio.to_thread(readable, paper["media_type"], content)
        unread += words is None
        if not is_named and not (words and wanted.search(words)):
            continue
        fits = content is not None and len(content) <= room
        room -= len(content) if content is not None and fits else 0
        shown = {name: paper[name] for name in ("resource", "id", "media_type", "size", "sha256")}
        text = base64.b64encode(content).decode() if content is not None and fits else None
        found.append(FoundFile(**shown, name=paper["file_name"], content=text))
    return found, unread


async def _content(store: FileStore, key: str) -> bytes | None:
    try:
        return b"".join([piece async for piece in await store.get(key)])
    except NotFound:
        return None
