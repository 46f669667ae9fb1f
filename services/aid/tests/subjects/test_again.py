"""A paper that was taken out for a person comes back with a backup, and is taken out again: its
record, its room, and its content in the store."""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from fastapi import FastAPI

from aid.store import Change
from chassis import db as databases
from chassis.files.store import FileStore, sealer
from chassis.files.sweep import Swept, sweep
from chassis.settings import Settings
from chassis.subjects.again import Done, reapply
from chassis.subjects.ledger import Ledger
from chassis.testing import Caller, stored
from chassis.testing_backup import Backup

Making = Callable[..., Awaitable[dict[str, Any]]]
NAME = "Nguyễn Thị Thử Canary"
ERASURE = "0191d5a0-0000-7000-8000-00004f7a2b1c"
NEUTRAL, NAMED, OTHERS = "Giấy tờ kèm theo", f"Hộ chiếu {NAME}", "Văn kiện"


@pytest.fixture
async def backup(cluster: str, database: str, tmp_path: Path) -> AsyncIterator[Backup]:
    made = Backup(cluster, database, tmp_path)
    yield made
    await made.drop()


async def again(backup: Backup, settings: Settings) -> Done:
    engine = databases.connect(backup.application, 1, "again")
    try:
        return await reapply(databases.sessions(engine), Change, Ledger.of(settings))
    finally:
        await engine.dispose()


async def hand_in(client: Caller, grant: str, title: str) -> str:
    file = {"file": ("giay-to.txt", f"{title}: gọi bà {NAME}".encode(), "text/plain")}
    form = {"kind": "other", "title": title}
    url = f"/v1/grants/{grant}/documents"
    made = await client.as_("officer").post(url, files=file, data=form)
    assert made.status_code == 201, made.text
    return str(made.json()["id"])


async def erase(client: Caller, grant: str, papers: list[str]) -> None:
    """Taken out by their unit, then named when the person is forgotten."""
    for one in papers:
        url = f"/v1/grants/{grant}/documents/{one}"
        gone = await client.as_("officer").delete(url, headers={"If-Match": '"1"'})
        assert gone.status_code == 204, gone.text
    records = [{"resource": "documents", "id": one} for one in papers]
    body = {"id": ERASURE, "texts": [NAME], "records": records, "reason": "Đơn số 12"}
    done = await client.as_("admin", "VUFO").post("/v1/subjects/erase", json=body)
    assert done.status_code == 200, done.text


async def test_a_paper_taken_out_for_a_person_is_taken_out_again_with_its_content(
    client: Caller, app: FastAPI, backup: Backup, tmp_path: Path, a_grant: Making
) -> None:
    grant, files, copy = (await a_grant())["id"], tmp_path / "files", tmp_path / "files-copy"
    neutral, named, others = [await hand_in(client, grant, t) for t in (NEUTRAL, NAMED, OTHERS)]
    await backup.take()
    shutil.copytree(files, copy)
    await erase(client, grant, [neutral, named])
    shutil.rmtree(files)
    shutil.copytree(copy, files)
    restored = await backup.restore()
    assert await restored.fetchval("SELECT count(*) FROM documents") == 3, "the backup held them"

    first = await again(backup, app.state.settings)
    second = await again(backup, app.state.settings)

    assert (first.again, first.papers) == (1, 2)
    assert (second.already, second.papers) == (1, 0)
    rows = await restored.fetch("SELECT id::text, size FROM documents")
    assert [row["id"] for row in rows] == [others]
    assert await restored.fetchval("SELECT size FROM file_totals") == rows[0]["size"]
    assert NAME.casefold() not in await stored(restored)
    unit = await restored.fetchval("SELECT unit_id FROM grants")
    tombs = await restored.fetch(
        "SELECT record_id::text AS id, unit_id, after, actor_kind FROM changes"
        " WHERE action = 'delete' ORDER BY id"
    )
    told = {(row["id"], row["unit_id"], row["after"], row["actor_kind"]) for row in tombs}
    assert told == {(one, unit, None, "system") for one in (neutral, named)}
    store = FileStore.at("", tmp_path, sealer("", "", tmp_path, is_demonstration=True))
    tomorrow = databases.now() + timedelta(days=1)
    assert await sweep(store, [backup.url], tomorrow) == Swept(removed=2, named=1)
    await restored.close()


async def test_a_paper_that_nothing_names_the_person_in_is_taken_out_again_as_well(
    client: Caller, app: FastAPI, backup: Backup, a_grant: Making
) -> None:
    """Its content was all there was of the person."""
    grant = (await a_grant())["id"]
    paper = await hand_in(client, grant, NEUTRAL)
    await backup.take()
    await erase(client, grant, [paper])
    restored = await backup.restore()

    done = await again(backup, app.state.settings)

    assert (done.again, done.gone, done.papers) == (1, 0, 1)
    assert await restored.fetchval("SELECT count(*) FROM documents") == 0
    await restored.close()


async def test_papers_that_stood_when_the_person_was_forgotten_stay(
    client: Caller, app: FastAPI, db: asyncpg.Connection, backup: Backup, a_grant: Making
) -> None:
    """Named for its title alone, and taken out for a reason of its unit's own."""
    grant = (await a_grant())["id"]
    kept, replaced = [await hand_in(client, grant, title) for title in (NAMED, OTHERS)]
    await backup.take()
    await erase(client, grant, [])
    officer = client.as_("officer")
    gone = await officer.delete(
        f"/v1/grants/{grant}/documents/{replaced}", headers={"If-Match": '"1"'}
    )
    records = [{"resource": "documents", "id": kept}]
    body = {"texts": [NAME], "records": records, "reason": "Đơn số 12"}
    body |= {"id": ERASURE.replace("4f7a2b1c", "4f7a2b1d")}
    done = await client.as_("admin", "VUFO").post("/v1/subjects/erase", json=body)
    assert (gone.status_code, done.status_code) == (204, 200)
    restored = await backup.restore()

    done_again = await again(backup, app.state.settings)

    assert (done_again.again, done_again.papers) == (1, 0)
    titles = await restored.fetch("SELECT title FROM documents ORDER BY title")
    assert [row["title"] for row in titles] == ["Hộ chiếu (đã xoá 4f7a2b1d)", OTHERS]
    await restored.close()
