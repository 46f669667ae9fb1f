"""The import journey over HTTP: hand in, look, commit; and handing in again changes nothing."""

from collections.abc import Callable
from typing import Any

import asyncpg
import httpx
import pytest

from chassis.testing import Caller
from registry.demo.load import Loaded

URL = "/v1/imports"
Staff = Callable[..., Caller]


async def hand_in(caller: Caller, content: bytes, name: str = "danh-sách.csv") -> httpx.Response:
    return await caller.post(URL, files={"file": (name, content)})


async def checked(caller: Caller, content: bytes, name: str = "danh-sách.csv") -> dict[str, Any]:
    answer = await hand_in(caller, content, name)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def commit(caller: Caller, record: dict[str, Any], **body: bool) -> httpx.Response:
    return await caller.act(f"{URL}/{record['id']}/commit", record["version"], json=body)


async def rows(caller: Caller, record: dict[str, Any], **params: str) -> list[dict[str, Any]]:
    answer = await caller.get(f"{URL}/{record['id']}/rows", params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


def counts(record: dict[str, Any]) -> tuple[int, ...]:
    return tuple(record["counts"][name] for name in ("add", "change", "same", "error"))


@pytest.mark.parametrize("form", ["csv", "xlsx"])
async def test_the_sample_is_checked_committed_and_then_all_the_same(
    staff: Staff, demo: Loaded, db: asyncpg.Connection, sample: bytes, workbook: bytes, form: str
) -> None:
    content, officer = workbook if form == "xlsx" else sample, staff("officer")

    first = await checked(officer, content, f"mẫu.{form}")
    assert counts(first) == (8, 1, 2, 1)
    assert first["allowed_actions"] == ["commit", "cancel"]
    assert await db.fetchval("SELECT count(*) FROM ngos") == 169, "checking enters nothing"

    done = await commit(officer, first, skip_errors=True)
    assert (done.status_code, done.json()["status"]) == (200, "committed"), done.text
    assert await db.fetchval("SELECT count(*) FROM ngos") == 177
    assert await db.fetchval("SELECT count(*) FROM certificates") == 484

    again = await checked(officer, content, f"mẫu.{form}")
    assert counts(again) == (0, 0, 11, 1)
    repeated = await commit(officer, again, skip_errors=True)
    assert repeated.status_code == 200
    assert await db.fetchval("SELECT count(*) FROM ngos") == 177


async def test_each_row_says_what_it_would_do_and_why_not(
    staff: Staff, demo: Loaded, sample: bytes
) -> None:
    officer = staff("officer")
    record = await checked(officer, sample)

    (change,) = await rows(officer, record, outcome="change")
    (wrong,) = await rows(officer, record, outcome="error")
    first_page = (await officer.get(f"{URL}/{record['id']}/rows?limit=5")).json()
    rest = await rows(officer, record, cursor=first_page["next_cursor"])

    assert change["row"] == 8
    assert change["before"]["certificate"]["provinces"] == ["VN-79"]
    assert change["after"]["certificate"]["provinces"] == ["VN-79", "VN-01"]
    assert change["before"]["ngo"] == change["after"]["ngo"]
    said = {reason["field"]: reason for reason in wrong["reasons"]}
    assert set(said) == {"issued_on", "home_country"}
    assert said["issued_on"]["vi"] == "Ngày này không có trong lịch."
    assert "Nước Không Có Thật" in said["home_country"]["vi"]
    assert said["home_country"]["en"].endswith("is not in the list of countries.")
    numbers = [row["row"] for row in first_page["items"] + rest]
    assert numbers == list(range(2, 14))


async def test_what_is_entered_stands_in_the_history_with_the_file_as_its_reason(
    staff: Staff, demo: Loaded, db: asyncpg.Connection, sample: bytes
) -> None:
    officer = staff("officer")
    record = await checked(officer, sample, "danh sách.csv")
    await commit(officer, record, skip_errors=True)
    changed = await db.fetchval("SELECT id FROM certificates WHERE number = 'DEMO-148/2024/HĐ'")
    logged = await db.fetch(
        "SELECT resource, action, count(*) FROM changes WHERE operation = 'commit_import'"
        " GROUP BY 1, 2 ORDER BY 1, 2"
    )

    entry = (await officer.get(f"/v1/certificates/{changed}/history")).json()["items"][0]
    story = (await officer.get(f"{URL}/{record['id']}/history")).json()["items"]

    assert [tuple(row) for row in logged] == [
        ("certificates", "create", 8),
        ("certificates", "update", 1),
        ("imports", "commit", 1),
        ("ngos", "create", 8),
    ]
    assert (entry["version"], entry["reason"]) == (2, "Nhập từ tệp danh sách.csv")
    assert entry["actor"]["name"] == "officer@HUFO"
    assert [field["field"] for field in entry["fields"]] == ["provinces"]
    assert [line["action"] for line in story] == ["commit", "create"]


async def test_what_was_entered_is_found_as_if_typed(
    staff: Staff, demo: Loaded, sample: bytes
) -> None:
    officer = staff("officer")
    await commit(officer, await checked(officer, sample), skip_errors=True)

    (ngo,) = (await officer.get("/v1/ngos", params={"q": "vo so hu cau so 205"})).json()["items"]
    params = {"ngo_id": ngo["id"]}
    (held,) = (await officer.get("/v1/certificates", params=params)).json()["items"]

    assert (ngo["home_country"], ngo["region"]) == ("AU", "asia_pacific")
    assert ngo["sectors"] == ["climate_change", "rural_development"]
    assert held["provinces"] == ["VN-86", "VN-82"]
    assert (held["issued_on"], held["valid_to"]) == ("2026-04-06", "2029-04-05")


async def test_rows_with_errors_are_left_out_only_when_the_caller_says_so(
    staff: Staff, demo: Loaded, db: asyncpg.Connection, sample: bytes
) -> None:
    officer = staff("officer")
    record = await checked(officer, sample)

    refused = await commit(officer, record)
    bare = await officer.act(f"{URL}/{record['id']}/commit", 1)

    assert (refused.status_code, refused.json()["code"]) == (409, "registry.import_has_errors")
    assert refused.json()["detail"].startswith("Còn 1 dòng lỗi")
    assert bare.status_code == 409
    assert await db.fetchval("SELECT count(*) FROM ngos") == 169


async def test_a_list_that_was_overtaken_enters_nothing(
    staff: Staff, demo: Loaded, db: asyncpg.Connection, sample: bytes
) -> None:
    """Between the check and the commit somebody corrects one of the certificates."""
    officer = staff("officer")
    record = await checked(officer, sample)
    held = await db.fetchval("SELECT id FROM certificates WHERE number = 'DEMO-148/2024/HĐ'")
    await officer.merge(f"/v1/certificates/{held}", {"issuer": "Cơ quan khác"}, 1)

    refused = await commit(officer, record, skip_errors=True)

    assert (refused.status_code, refused.json()["code"]) == (409, "registry.import_stale")
    assert await db.fetchval("SELECT count(*) FROM ngos") == 169
    read = (await officer.get(f"{URL}/{record['id']}")).json()
    assert (read["status"], read["version"]) == ("checked", 1)


async def test_of_two_checked_copies_of_a_file_one_is_committed(
    staff: Staff, demo: Loaded, sample: bytes
) -> None:
    officer = staff("officer")
    first, second = await checked(officer, sample), await checked(officer, sample)

    done = await commit(officer, first, skip_errors=True)
    late = await commit(officer, second, skip_errors=True)

    assert done.status_code == 200
    assert (late.status_code, late.json()["code"]) == (409, "registry.import_stale")


async def test_commit_needs_the_version_and_happens_once(
    staff: Staff, demo: Loaded, sample: bytes
) -> None:
    officer = staff("officer")
    record = await checked(officer, sample)
    url = f"{URL}/{record['id']}/commit"

    blind = await officer.post(url, json={"skip_errors": True})
    stale = await officer.act(url, 7, json={"skip_errors": True})
    done = await commit(officer, record, skip_errors=True)
    again = await officer.act(url, 2, json={"skip_errors": True})

    assert [answer.status_code for answer in (blind, stale, done, again)] == [428, 412, 200, 409]
    assert again.json()["code"] == "registry.wrong_status"
    assert done.json()["allowed_actions"] == ["undo"]


async def test_a_cancelled_list_cannot_be_committed(
    staff: Staff, demo: Loaded, sample: bytes
) -> None:
    officer = staff("officer")
    record = await checked(officer, sample)

    cancelled = await officer.act(f"{URL}/{record['id']}/cancel", 1)
    late = await officer.act(f"{URL}/{record['id']}/commit", 2)

    assert (cancelled.status_code, cancelled.json()["status"]) == (200, "cancelled")
    assert (late.status_code, late.json()["code"]) == (409, "registry.wrong_status")


async def test_another_unit_knows_nothing_of_an_import(
    staff: Staff, demo: Loaded, sample: bytes
) -> None:
    record = await checked(staff("officer"), sample)
    url, stranger = f"{URL}/{record['id']}", staff("officer", "CANTHO")

    reads = [await stranger.get(url + tail) for tail in ("", "/rows", "/history")]
    moves = [await stranger.act(f"{url}/{verb}", 1) for verb in ("commit", "cancel")]
    listed = {
        unit: len((await staff("viewer", unit).get(URL)).json()["items"])
        for unit in ("HUFO", "CANTHO", "VUFO")
    }

    assert {answer.status_code for answer in reads + moves} == {404}
    assert listed == {"HUFO": 1, "CANTHO": 0, "VUFO": 1}
    assert (await staff("viewer", "VUFO").get(url)).status_code == 200


async def test_a_viewer_hands_nothing_in(staff: Staff, sample: bytes) -> None:
    answer = await hand_in(staff("viewer"), sample)

    assert (answer.status_code, answer.json()["code"]) == (403, "identity.role")


async def test_another_units_records_are_not_changed_by_a_list(
    staff: Staff, demo: Loaded, sample: bytes
) -> None:
    record = await checked(staff("officer", "CANTHO"), sample)

    assert counts(record) == (8, 0, 2, 2)
    foreign, _ = await rows(staff("officer", "CANTHO"), record, outcome="error")
    assert [reason["code"] for reason in foreign["reasons"]] == ["registry.not_steward"]
