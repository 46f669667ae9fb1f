"""An account that was erased comes back with a backup, and is closed and forgotten again; so is the
request in which the person asked for it."""

from pathlib import Path
from typing import Any

import asyncpg

from chassis import db as databases
from chassis.days import today
from chassis.subjects.again import reapply
from chassis.subjects.ledger import Ledger
from chassis.testing import stored
from chassis.testing_backup import Backup
from gateway.accounts.erasing.closing import close_again
from gateway.store import Change

API = "/api/gateway/v1"
NAME, USERNAME = "Nguyễn Thị Thử Canary", "thu.canary"
MARK = "(đã xoá 4f7a2b1c)"
ERASURE = {"id": "0191d5a0-0000-7000-8000-00004f7a2b1c", "reason": "Đơn số 12"}
REQUEST = {"id": "0191d5a0-0000-7000-8000-00004f7a2b1d", "reason": "Đơn số 12"}


async def test_an_account_and_a_persons_request_that_came_back_are_forgotten_again(
    signed_in: Any, db: asyncpg.Connection, cluster: str, database: str, app: Any, tmp_path: Path
) -> None:
    admin = await signed_in("admin", "VUFO")
    person = await signed_in("officer", "HUFO", name=NAME, username=USERNAME)
    account = (await person.get(f"{API}/sessions/current")).json()["person"]["id"]
    asked = {"kind": "erase", "person": NAME, "wish": f"Xoá tên {NAME.upper()}"}
    asked |= {"received_on": today().isoformat()}
    request = await admin.post(f"{API}/subject-requests", json=asked)
    assert request.status_code == 201, request.text
    backup = Backup(cluster, database, tmp_path)
    await backup.take()

    texts = [NAME, USERNAME]
    found = (await admin.post(f"{API}/subjects/find", json={"texts": texts})).json()["records"]
    named = [{"resource": "subject_requests", "id": request.json()["id"]}]
    assert named[0] in [{"resource": one["resource"], "id": one["id"]} for one in found]
    headers = {"If-Match": "*"}
    gone = await admin.post(f"{API}/accounts/{account}/erase", json=ERASURE, headers=headers)
    assert gone.status_code == 200, gone.text
    body = {**REQUEST, "texts": texts, "records": named}
    gone = await admin.post(f"{API}/subjects/erase", json=body)
    assert gone.status_code == 200, gone.text
    left = await stored(db)
    assert [text for text in texts if text.casefold() in left] == []

    restored = await backup.restore()
    assert await restored.fetchval("SELECT count(*) FROM sessions WHERE account_id = $1", account)
    engine = databases.connect(backup.application, 1, "again")
    ledger = Ledger.of(app.state.settings)
    done = await reapply(databases.sessions(engine), Change, ledger, close_again)
    await engine.dispose()

    assert (done.again, done.already, done.gone, done.unreadable) == (2, 0, 0, [])
    left = await stored(restored)
    assert [text for text in texts if text.casefold() in left] == []
    row = await restored.fetchrow("SELECT * FROM accounts WHERE id = $1", account)
    assert row is not None
    assert (row["name"], row["username"]) == (MARK, MARK)
    assert row["disabled_at"] is not None
    assert not await restored.fetchval(
        "SELECT count(*) FROM sessions WHERE account_id = $1", account
    )
    await restored.close()
    await backup.drop()
