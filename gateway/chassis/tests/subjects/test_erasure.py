"""A person is found, then forgotten everywhere, and the log still proves itself."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from chassis.audit.checkpoints import Signer
from chassis.audit.keep import Keeper
from chassis.audit.verify import Report, verify
from chassis.testing import PASSWORD, ROLE, Caller, person_id, stored, unit_id, with_database

NAME, PHONE = "Nguyễn Thị Thử Canary", "+84 (0)909 111 222"
ERASURE = "0191d5a0-0000-7000-8000-00004f7a2b1c"
MARK = "(đã xoá 4f7a2b1c)"


def a_thing(**other: Any) -> dict[str, Any]:
    return {"name": NAME, "day": "2026-01-02", "note": f"Gọi chị {NAME.upper()}: {PHONE}", **other}


def an_erasure(*ids: str, **other: Any) -> dict[str, Any]:
    records = [{"resource": "things", "id": one} for one in ids]
    said = {"id": ERASURE, "texts": [NAME, PHONE], "records": records, "reason": "Đơn số 12"}
    return {**said, **other}


@pytest.fixture
def proof(cluster: str, database: str, tmp_path: Path) -> Callable[..., Any]:
    """Sign what is there, or say whether the log is well."""
    url = with_database(cluster, database.rsplit("/", 1)[1], ROLE, PASSWORD)
    folder = tmp_path / "audit"

    async def prove(*, sign: bool = False) -> Report:
        if sign:
            assert await Keeper("specimen", url, url, folder, Signer(folder)).look()
        (report,) = await verify({"specimen": url}, folder, "specimen")
        return report

    return prove


async def test_nothing_is_left_and_the_log_is_well(
    client: Caller, db: asyncpg.Connection, sequenced: Callable[[], Any], proof: Callable[..., Any]
) -> None:
    writer = client.as_("writer", name=NAME, address="203.0.113.77")
    admin = client.as_("admin", "VUFO", address="203.0.113.99")
    made = await writer.post("/v1/things", json=a_thing(), headers={"Idempotency-Key": "k"})
    thing = made.json()["id"]
    await writer.merge(f"/v1/things/{thing}", {"number": 7}, 1)
    await sequenced()
    assert (await proof(sign=True)).fault is None

    body = {"texts": [NAME, PHONE], "account_id": str(person_id(NAME))}
    found = (await admin.post("/v1/subjects/find", json=body)).json()
    done = await admin.post(
        "/v1/subjects/erase", json=an_erasure(thing, account_id=str(person_id(NAME)))
    )
    await sequenced()

    assert [(one["id"], one["entries"]) for one in found["records"]] == [(thing, 2)]
    assert found["records"][0]["record"]["note"] == a_thing()["note"]
    assert {one["operation"] for one in found["acts"]} == {"create_thing", "update_thing"}
    assert done.json() | {"digest": ""} == {
        "id": ERASURE, "mark": MARK, "records": 1, "entries": 2, "digest": "", "reason": "Đơn số 12"
    }  # fmt: skip
    left = await stored(db)
    forgotten = (NAME, PHONE, "nguyen thi thu", "203.0.113.77")
    assert [text for text in forgotten if text.casefold() in left] == []
    assert "203.0.113.99" in left, "who erased is still told from where"
    now = (await writer.get(f"/v1/things/{thing}")).json()
    assert (now["name"], now["note"], now["version"]) == (MARK, f"Gọi chị {MARK}: {MARK}", 3)
    history = (await writer.get(f"/v1/things/{thing}/history")).json()["items"]
    assert [one["actor"]["name"] for one in history] == ["admin@VUFO", MARK, MARK]
    report = await proof()
    assert (report.fault, report.blanked) == (None, 2)
    salted = await db.fetch("SELECT salt IS NOT NULL AS salted FROM changes ORDER BY id")
    # two blanked, then: that she was looked for, her thing anew, the erasure
    assert [row["salted"] for row in salted] == [False, False, True, True, True]


async def test_a_namesake_and_longer_words_stay(client: Caller, db: asyncpg.Connection) -> None:
    writer = client.as_("writer")
    hers = (await writer.post("/v1/things", json=a_thing())).json()["id"]
    others = await writer.post("/v1/things", json=a_thing(name=f"x{NAME}", note=NAME))

    await client.as_("admin", "VUFO").post("/v1/subjects/erase", json=an_erasure(hers))

    left = (await writer.get(f"/v1/things/{others.json()['id']}")).json()
    assert (left["name"], left["note"]) == (f"x{NAME}", NAME)


async def test_an_old_key_does_not_bring_the_answer_back(client: Caller) -> None:
    writer, headers = client.as_("writer"), {"Idempotency-Key": "k"}
    made = await writer.post("/v1/things", json=a_thing(), headers=headers)
    await client.as_("admin", "VUFO").post("/v1/subjects/erase", json=an_erasure(made.json()["id"]))

    again = await writer.post("/v1/things", json=a_thing(), headers=headers)

    assert (again.status_code, NAME in again.text) == (422, False)


@pytest.mark.parametrize(
    "tamper",
    [
        "UPDATE changes SET after = after || '{\"number\": 8}' WHERE pos = 1",
        "UPDATE redactions SET hash = sha256('x') WHERE pos = 1",
        "UPDATE redactions SET before = 'x' WHERE pos = 1",
        "DELETE FROM redactions",
        "DELETE FROM changes WHERE resource = 'erasures'",
    ],
)
async def test_a_blanked_entry_is_guarded_like_any_other(
    client: Caller, db: asyncpg.Connection, sequenced: Callable[[], Any],
    proof: Callable[..., Any], tamper: str,
) -> None:  # fmt: skip
    made = await client.as_("writer").post("/v1/things", json=a_thing())
    await sequenced()
    await client.as_("admin", "VUFO").post("/v1/subjects/erase", json=an_erasure(made.json()["id"]))
    await sequenced()
    await proof(sign=True)

    await db.execute(tamper)

    assert (await proof()).fault is not None


async def test_the_application_can_blank_and_never_write(
    client: Caller, cluster: str, database: str
) -> None:
    made = await client.as_("writer").post("/v1/things", json=a_thing())
    url = with_database(cluster, database.rsplit("/", 1)[1], ROLE, PASSWORD)
    connection = await asyncpg.connect(url)
    call = "SELECT redact_changes(gen_random_uuid(), ARRAY[1::bigint], '{}', NULL, ARRAY[$1], $2)"

    with pytest.raises(asyncpg.CheckViolationError):
        await connection.execute(call, NAME, "Somebody else")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await connection.execute("UPDATE changes SET reason = 'x'")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await connection.execute("UPDATE redactions SET now = 'x'")

    await connection.close()
    assert made.json()["name"] == NAME


async def test_who_may_not(client: Caller) -> None:
    made = (await client.as_("writer").post("/v1/things", json=a_thing())).json()["id"]
    of_cantho, body = client.as_("admin", "CANTHO"), an_erasure(made)

    refused = await of_cantho.post("/v1/subjects/erase", json=body)
    an_account = await of_cantho.post(
        "/v1/subjects/erase", json=an_erasure(account_id=str(unit_id("x")))
    )
    named = await client.as_("admin").post(
        "/v1/subjects/erase", json=an_erasure(made, reason=f"Đơn của {NAME}")
    )
    found = await of_cantho.post("/v1/subjects/find", json={"texts": [NAME]})

    assert (refused.status_code, an_account.status_code, named.status_code) == (404, 403, 409)
    assert found.json()["records"] == []


async def test_what_came_with_the_house_is_found_and_forgotten_by_national_staff(
    client: Caller, db: asyncpg.Connection
) -> None:
    """A record that was loaded and not made: no entry of the log tells of it."""
    await db.execute(
        "INSERT INTO things (id, version, created_at, updated_at, unit_id, name, day)"
        " VALUES (gen_random_uuid(), 1, now(), now(), $1, $2, '2026-01-02')",
        unit_id("HUFO"),
        NAME,
    )
    admin = client.as_("admin", "VUFO")
    asked = {"texts": [NAME]}

    (found,) = (await admin.post("/v1/subjects/find", json=asked)).json()["records"]
    theirs = await client.as_("admin").post("/v1/subjects/find", json=asked)
    refused = await client.as_("admin").post(
        "/v1/subjects/erase", json=an_erasure(found["id"], texts=[NAME])
    )
    done = await admin.post("/v1/subjects/erase", json=an_erasure(found["id"], texts=[NAME]))

    assert (found["resource"], found["record"], found["entries"]) == ("things", None, 0)
    assert theirs.json()["records"] == []
    assert (refused.status_code, done.status_code) == (404, 200)
    assert NAME.casefold() not in await stored(db)
