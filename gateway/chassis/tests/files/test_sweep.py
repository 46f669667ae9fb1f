"""Only what no record names and nobody handed in lately is removed from the store."""

import os
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import asyncpg
import pytest

from chassis.db import now
from chassis.files.sealing import FileSealer
from chassis.files.store import FileStore
from chassis.files.sweep import Swept, sweep

LONG_AGO = 1_000_000_000.0


async def put(store: FileStore, text: str) -> str:
    async def pieces() -> AsyncIterator[bytes]:
        yield b"%PDF-1.7\n" + text.encode() + b"\n%%EOF"

    kept = await store.put(
        pieces(), declared_name="a.pdf", declared_type="application/pdf", max_bytes=1000
    )
    return kept.key


@pytest.fixture
async def papers(db: asyncpg.Connection) -> asyncpg.Connection:
    await db.execute("CREATE TABLE papers (file_key text NOT NULL)")
    return db


async def test_what_no_record_names_is_removed_and_the_rest_stays(
    papers: asyncpg.Connection, database: str, tmp_path: Path
) -> None:
    store = FileStore.at("", tmp_path, FileSealer(os.urandom(32)))
    named, left, again, young = [await put(store, text) for text in ("a", "b", "c", "d")]
    for key in (named, left, again):
        os.utime(tmp_path / "files" / key, (LONG_AGO, LONG_AGO))
    assert await put(store, "c") == again
    await papers.execute("INSERT INTO papers VALUES ($1), ($1)", named)

    done = await sweep(store, [database], now() - timedelta(days=1))

    assert done == Swept(removed=1, named=1, young=2)
    kept = [key for key in (named, left, again, young) if await store.has(key)]
    assert kept == [named, again, young]


async def test_databases_without_papers_are_the_wrong_ones(database: str, tmp_path: Path) -> None:
    store = FileStore.at("", tmp_path, FileSealer(os.urandom(32)))
    key = await put(store, "a")
    os.utime(tmp_path / "files" / key, (LONG_AGO, LONG_AGO))

    with pytest.raises(SystemExit, match="nothing was removed"):
        await sweep(store, [database], now())

    assert await store.has(key)
