"""An older backup is restored: what was erased since is erased again, from a list that names
nobody."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from specimen.store import Change

from chassis import db as databases
from chassis.audit.checkpoints import Signer
from chassis.audit.keep import Keeper
from chassis.audit.verify import verify
from chassis.settings import Settings
from chassis.subjects.again import Done, reapply
from chassis.subjects.ledger import Ledger
from chassis.testing import Caller, person_id, stored
from chassis.testing_backup import Backup

NAME, PHONE = "Nguyễn Thị Thử Canary", "+84 (0)909 111 222"
MARK = "(đã xoá 4f7a2b1c)"
ERASURE = {
    "id": "0191d5a0-0000-7000-8000-00004f7a2b1c", "texts": [NAME, PHONE], "reason": "Đơn số 12",
}  # fmt: skip
FORGOTTEN = (NAME, PHONE, "nguyen thi thu", "203.0.113.77")


async def again(backup: Backup, settings: Settings) -> Done:
    engine = databases.connect(backup.application, 1, "again")
    try:
        return await reapply(databases.sessions(engine), Change, Ledger.of(settings))
    finally:
        await engine.dispose()


@pytest.fixture
async def backup(cluster: str, database: str, tmp_path: Path) -> AsyncIterator[Backup]:
    made = Backup(cluster, database, tmp_path)
    yield made
    await made.drop()


async def a_person_is_erased(client: Caller, backup: Backup, app: Any) -> dict[str, str]:
    """Two things and the acts of an account, saved, then erased; a namesake's thing stays."""
    writer = client.as_("writer", name=NAME, address="203.0.113.77")
    admin = client.as_("admin", "VUFO")
    ids = {}
    for title in ("hers", "namesake"):
        by, name = (writer, NAME) if title == "hers" else (client.as_("writer"), "Bà khác")
        body = {"name": name, "day": "2026-01-02", "note": f"Gọi {NAME.upper()}: {PHONE}; xưa"}
        ids[title] = (await by.post("/v1/things", json=body)).json()["id"]
    await writer.merge(f"/v1/things/{ids['hers']}", {"number": 7}, 1)
    await backup.take()
    records = [{"resource": "things", "id": ids["hers"]}]
    body = {**ERASURE, "records": records, "account_id": str(person_id(NAME))}
    answer = await admin.post("/v1/subjects/erase", json=body)
    assert answer.status_code == 200, answer.text
    return ids


async def test_after_a_restore_the_erasures_since_are_done_again_and_the_log_is_well(
    client: Caller, app: Any, backup: Backup, tmp_path: Path
) -> None:
    folder, source = tmp_path / "audit", backup.application
    ids = await a_person_is_erased(client, backup, app)
    restored = await backup.restore()
    assert NAME.casefold() in await stored(restored), "the backup held her"
    await restored.execute("SELECT sequence_changes(100)")
    assert await Keeper("specimen", source, source, folder, Signer(folder)).look()

    first = await again(backup, app.state.settings)
    await restored.execute("SELECT sequence_changes(100)")
    second = await again(backup, app.state.settings)

    assert (first.again, first.already, second.again, second.already) == (1, 0, 0, 1)
    theirs = await restored.fetchval("SELECT note FROM things WHERE id = $1", ids["namesake"])
    assert PHONE in theirs, "what was not named stays"
    await restored.execute("DELETE FROM things WHERE id = $1", ids["namesake"])
    rows = await restored.fetch(
        "SELECT c::text AS row FROM changes c WHERE record_id <> $1", ids["namesake"]
    )
    left = "\n".join(row["row"] for row in rows).casefold()
    left += "\n".join(
        row["row"] for row in await restored.fetch("SELECT t::text AS row FROM things t")
    )
    assert [text for text in FORGOTTEN if text.casefold() in left] == []
    hers = await restored.fetchrow("SELECT name, note FROM things WHERE id = $1", ids["hers"])
    assert tuple(hers) == (MARK, f"Gọi {MARK}: {MARK}; xưa")
    entry = await restored.fetchrow("SELECT * FROM changes WHERE resource = 'erasures'")
    assert (entry["actor_kind"], entry["operation"]) == ("system", "reapply_erasures")
    (report,) = await verify({"specimen": source}, folder, "specimen")
    assert (report.fault, report.blanked) == (None, 2)
    await restored.close()


async def test_the_list_names_nobody_and_stands_beside_the_database(
    client: Caller, app: Any, backup: Backup, tmp_path: Path
) -> None:
    await a_person_is_erased(client, backup, app)

    (file,) = (tmp_path / "erasures" / "specimen").iterdir()

    text = file.read_text()
    assert not [one for one in FORGOTTEN if one.casefold() in text.casefold()]
    known = {"erasure", "unit", "account", "records", "papers", "traces", "key"}
    assert set(json.loads(text)) == known


async def test_a_line_from_before_papers_were_noted_is_read(
    client: Caller, app: Any, backup: Backup, tmp_path: Path
) -> None:
    await a_person_is_erased(client, backup, app)
    (file,) = (tmp_path / "erasures" / "specimen").iterdir()
    line = json.loads(file.read_text())
    del line["papers"]
    file.write_text(json.dumps(line))
    restored = await backup.restore()

    done = await again(backup, app.state.settings)

    assert (done.again, done.papers) == (1, 0)
    await restored.close()


async def test_a_line_of_a_secret_that_is_not_set_is_named_and_nothing_is_guessed(
    client: Caller, app: Any, backup: Backup, tmp_path: Path
) -> None:
    await a_person_is_erased(client, backup, app)
    restored = await backup.restore()
    (tmp_path / "files-secret").unlink()

    done = await again(backup, app.state.settings)

    assert done.unreadable == [ERASURE["id"]]
    assert NAME.casefold() in await stored(restored)
    await restored.close()


async def test_an_erasure_that_cannot_be_noted_is_not_done(
    client: Caller, app: Any, db: asyncpg.Connection, tmp_path: Path
) -> None:
    (tmp_path / "erasures").write_text("a file where the folder should be")
    body = {"name": NAME, "day": "2026-01-02"}
    thing = (await client.as_("writer").post("/v1/things", json=body)).json()["id"]

    records = [{"resource": "things", "id": thing}]
    answer = await client.as_("admin", "VUFO").post(
        "/v1/subjects/erase", json={**ERASURE, "records": records}
    )

    assert (answer.status_code, answer.json()["code"]) == (503, "busy")
    assert await db.fetchval("SELECT name FROM things") == NAME
