import hashlib
import os
from datetime import timedelta

import pytest

from chassis.db import now
from chassis.errors import Invalid, NotFound, Refusal, TooLarge, UnsupportedMedia
from chassis.files.refusals import REFUSALS
from chassis.files.sealing import FileSealer
from chassis.files.store import FileStore

PDF = b"%PDF-1.7\n" + b"x" * 100_000 + b"\n%%EOF"


async def chunks(data, size=1000):
    for start in range(0, len(data), size):
        yield data[start : start + size]


async def put(store, data=PDF, name="Công văn.pdf", declared="application/pdf", limit=1 << 21):
    return await store.put(
        chunks(data), declared_name=name, declared_type=declared, max_bytes=limit
    )


async def content(store, key):
    return b"".join([chunk async for chunk in await store.get(key)])


def kept(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def store(tmp_path):
    return FileStore.at("", tmp_path, FileSealer(os.urandom(32)))


async def test_a_file_comes_back_as_it_was(store):
    stored = await put(store)

    assert await content(store, stored.key) == PDF
    assert stored.sha256 == hashlib.sha256(PDF).hexdigest()
    assert (stored.size, stored.media_type) == (len(PDF), "application/pdf")
    assert stored.name == "Công văn.pdf"


async def test_a_key_is_made_of_the_content_alone(store, tmp_path):
    stored = await put(store, name="../../../etc/cron.d/x.pdf")

    assert stored.key == f"sha256/{stored.sha256[:2]}/{stored.sha256}"
    assert stored.name == "x.pdf"
    assert kept(tmp_path) == [f"files/{stored.key}"]


async def test_the_same_content_is_kept_once_and_as_old_as_its_last_upload(store, tmp_path):
    first = await put(store)
    os.utime(tmp_path / "files" / first.key, (0, 0))

    second = await put(store, name="khác.pdf")

    assert second.key == first.key
    assert await store.written_at(first.key) > now() - timedelta(minutes=1)
    assert len(kept(tmp_path)) == 1


async def test_a_file_larger_than_a_memory_spool_comes_back(store):
    data = b"%PDF-1.7\n" + bytes(range(32, 127)) * 100_000

    stored = await put(store, data, limit=len(data))

    assert await content(store, stored.key) == data


@pytest.mark.parametrize(
    ("data", "name", "limit", "refusal", "code"),
    [
        (PDF, "a.pdf", len(PDF) - 1, TooLarge, "files.too_large"),
        (b"", "a.pdf", 10, Invalid, "files.empty"),
        (b"<html>", "a.pdf", 10, UnsupportedMedia, "files.type_mismatch"),
        (PDF, "a.png", 1 << 20, UnsupportedMedia, "files.type_mismatch"),
    ],
)
async def test_a_refused_file_leaves_nothing(store, tmp_path, data, name, limit, refusal, code):
    with pytest.raises(refusal) as refused:
        await put(store, data, name, "", limit)

    assert refused.value.code == code
    assert kept(tmp_path) == []


async def test_reading_stops_at_the_limit(store):
    taken = 0

    async def endless():
        nonlocal taken
        while True:
            taken += 1
            yield b"%PDF-" * 200

    with pytest.raises(TooLarge):
        await store.put(endless(), declared_name="a.pdf", declared_type="", max_bytes=10_000)
    assert taken == 11


async def test_a_broken_upload_leaves_nothing(store, tmp_path):
    async def broken():
        yield PDF
        raise ConnectionError

    with pytest.raises(ConnectionError):
        await store.put(broken(), declared_name="a.pdf", declared_type="", max_bytes=1 << 20)
    assert kept(tmp_path) == []


@pytest.mark.parametrize(
    "key", ["", "../../etc/passwd", "sha256/aa/" + "b" * 64, "sha256/aa/" + "a" * 64, "/etc/passwd"]
)
async def test_an_unknown_or_forged_key_is_not_found(store, key):
    with pytest.raises(NotFound):
        await store.get(key)
    assert not await store.has(key)


async def test_a_kept_file_is_there(store):
    stored = await put(store)

    assert await store.has(stored.key)


async def test_another_store_is_chosen_by_address(tmp_path):
    store = FileStore.at("memory:///", tmp_path, FileSealer(os.urandom(32)))

    stored = await put(store)

    assert await content(store, stored.key) == PDF
    assert (await put(store)).key == stored.key
    assert kept(tmp_path) == []


def test_every_refusal_speaks_both_languages():
    assert all(vi and en and vi != en for vi, en in REFUSALS.values())
    assert issubclass(TooLarge, Refusal)
    assert TooLarge.status == 413
