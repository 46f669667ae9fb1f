"""Papers that name a person are found, whatever they are called; those nobody can read, counted."""

import base64
import hashlib
import io
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from chassis.files.sealing import FileSealer
from chassis.files.store import FileStore
from chassis.subjects import papers
from chassis.tables.columns import Column
from chassis.tables.write import write_xlsx

NAME = "Nguyễn Thị Thử Canary"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def a_letter(*runs: str) -> bytes:
    """A Word document whose one paragraph is cut into runs, as Word cuts it at will."""
    said = "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document><w:p>{said}</w:p></w:document>")
    return made.getvalue()


def a_sheet(*names: str) -> bytes:
    return bytes(write_xlsx([{"name": name} for name in names], [Column("name", ("Tên", "Name"))]))


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore.at("", tmp_path, FileSealer(os.urandom(32)))


async def kept(store: FileStore, content: bytes, media_type: str, **shown: str) -> dict[str, Any]:
    digest = hashlib.sha256(content).hexdigest()
    key = f"sha256/{digest[:2]}/{digest}"
    await store._store.put_async(key, content)
    return {
        "resource": "documents",
        "id": "0191d5a0-0000-7000-8000-00004f7a2b1c",
        "file_key": key,
        "file_name": "giay-to.bin",
        "title": "Giấy tờ",
        "media_type": media_type,
        "size": len(content),
        "sha256": digest,
        **shown,
    }


@pytest.mark.parametrize(
    ("content", "media_type", "is_found"),
    [
        (f"Gửi bà {NAME.upper()}.".encode(), "text/plain", True),
        (f"Gửi bà {NAME}".encode("utf-16"), "text/plain", True),
        (f"Gửi bà {NAME}abc".encode(), "text/plain", False),
        (a_letter("Gửi bà Nguyễn ", "Thị Th", "ử Canary"), WORD, True),
        (a_letter("Gửi ông Trần Văn A"), WORD, False),
        (a_sheet("Trần Văn A", NAME), SHEET, True),
        (a_sheet("Trần Văn A"), SHEET, False),
    ],
)
async def test_a_paper_that_names_the_person_in_its_text_is_found(
    store: FileStore, content: bytes, media_type: str, is_found: bool
) -> None:
    paper = await kept(store, content, media_type)

    found, unread = await papers.naming(store, [paper], [NAME])

    assert (len(found), unread) == (int(is_found), 0)
    assert [base64.b64decode(one.content or "") for one in found] == [content] * is_found


async def test_a_scan_is_found_by_its_name_and_counted_as_unread(store: FileStore) -> None:
    named = await kept(store, PDF, "application/pdf", title=f"Hộ chiếu {NAME}")
    other = await kept(store, PDF, "application/pdf")

    found, unread = await papers.naming(store, [named, other], [NAME])

    assert ([one.name for one in found], unread) == (["giay-to.bin"], 2)


async def test_papers_beyond_what_an_answer_holds_are_named_without_content(
    store: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"Gửi bà {NAME}".encode()
    monkeypatch.setattr(papers, "ANSWER", len(text))
    paper = await kept(store, text, "text/plain")

    found, _ = await papers.naming(store, [paper, paper], [NAME])

    assert [one.content is None for one in found] == [False, True]


async def test_a_paper_that_unpacks_to_too_much_is_not_read(
    store: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "UNPACKED", 1000)
    paper = await kept(store, a_letter("x" * 5000, NAME), WORD)

    assert await papers.naming(store, [paper], [NAME]) == ([], 1)
