"""Obligations over HTTP: annual reports that follow from certificates, and what is told of them."""

from collections.abc import Callable
from typing import Any

import asyncpg
import pytest

from chassis.testing import Caller

Staff = Callable[..., Caller]
URL = "/v1/obligations"
REPORT = {"rule": "NGO-28", "year": 2024}
CAME = {"outcome": "done", "done_on": "2024-12-17", "evidence": "Báo cáo số 5/BC (demo)"}


async def an_ngo(
    staff: Staff, valid: tuple[str, str], unit: str = "HUFO", number: str = "1"
) -> str:
    """Certified on these days."""
    own = staff("officer")
    ngo = {"name_vi": f"Quỹ Giả Định {number} (demo)", "home_country": "US"}
    ngo_id = str((await own.post("/v1/ngos", json=ngo)).json()["id"])
    body = {
        "ngo_id": ngo_id, "kind": "operation", "number": number, "issuer": "Bộ Ngoại giao",
        "issued_on": valid[0], "valid_from": valid[0], "valid_to": valid[1], "provinces": ["VN-79"],
    }  # fmt: skip
    made = await own.post("/v1/certificates", json=body)
    assert made.status_code == 201, made.text
    return ngo_id


async def listed(who: Caller, **params: Any) -> list[dict[str, Any]]:
    answer = await who.get(URL, params=params)
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


@pytest.mark.parametrize(
    ("valid", "owes"),
    [
        (("2022-06-01", "2023-12-14"), False),
        (("2022-06-01", "2023-12-15"), True),
        (("2024-12-14", "2027-01-01"), True),
        (("2024-12-15", "2027-01-01"), False),
    ],
)
async def test_whoever_held_a_certificate_on_a_day_of_the_year_reports_on_it(
    staff: Staff, valid: tuple[str, str], owes: bool
) -> None:
    ngo = await an_ngo(staff, valid)

    found = await listed(staff("viewer"), ngo_id=ngo, year=2024, rule="NGO-28")

    assert [(one["year"], one["due_on"], one["version"]) for one in found] == (
        [(2024, "2024-12-18", None)] if owes else []
    )


async def test_a_report_that_came_is_a_record_and_owed_no_more(staff: Staff) -> None:
    ngo = await an_ngo(staff, ("2023-01-01", "2025-12-31"))
    officer = staff("officer")
    (open_,) = await listed(officer, ngo_id=ngo, year=2024, status="open")
    assert (open_["late"], open_["allowed_actions"]) == (True, ["create"])

    made = await officer.post(URL, json={**REPORT, **CAME, "ngo_id": ngo})
    again = await officer.post(URL, json={**REPORT, "ngo_id": ngo})

    assert made.status_code == 201, made.text
    assert (made.json()["status"], made.json()["due_on"]) == ("done", "2024-12-18")
    assert made.json()["allowed_actions"] == ["update"]
    assert (again.status_code, again.json()["code"]) == (409, "registry.obligation_taken")
    assert await listed(officer, ngo_id=ngo, year=2024, status="open") == []
    (done,) = await listed(officer, ngo_id=ngo, year=2024)
    assert (done["id"], done["late"], done["evidence"]) == (
        made.json()["id"], False, CAME["evidence"],
    )  # fmt: skip
    (then,) = await listed(officer, ngo_id=ngo, year=2024, as_of="2024-12-16")
    assert (then["status"], then["done_on"], then["evidence"]) == ("open", None, None)
    assert (then["days_left"], then["working_days_left"], then["late"]) == (2, 2, False)
    opened = await listed(officer, ngo_id=ngo, year=2024, as_of="2024-12-16", status="open")
    assert len(opened) == 1
    assert await listed(officer, ngo_id=ngo, year=2024, as_of="2023-12-14") == []


async def test_a_duty_without_its_day_or_evidence_is_refused(staff: Staff) -> None:
    ngo = await an_ngo(staff, ("2023-01-01", "2025-12-31"))
    officer = staff("officer")

    async def code(**body: Any) -> tuple[int, str]:
        answer = await officer.post(URL, json={"ngo_id": ngo, **body})
        return answer.status_code, answer.json().get("code", "")

    mismatch, untold = "registry.obligation_mismatch", "registry.obligation_untold"
    assert await code(rule="NGO-28", since="2024-03-02") == (409, mismatch)
    assert await code(rule="NGO-30", year=2024) == (409, mismatch)
    assert await code(rule="NGO-31", year=2024) == (409, mismatch)
    assert await code(**REPORT, outcome="done", done_on="2024-12-17") == (409, untold)
    assert await code(**REPORT, done_on="2024-12-17") == (409, untold)
    late = {**CAME, "done_on": "2023-12-14"}
    assert await code(**REPORT, **late) == (409, "registry.dates_out_of_order")
    early = "registry.obligation_before_law"
    assert await code(rule="NGO-30", since="2022-10-31") == (409, early)
    other = await an_ngo(staff, ("2023-01-01", "2025-12-31"), number="2")
    held = (await officer.get("/v1/certificates", params={"ngo_id": other})).json()["items"][0]
    foreign = {"rule": "NGO-30", "since": "2024-03-02", "certificate_id": held["id"]}
    assert await code(**foreign) == (409, "registry.certificate_of_another")


async def test_what_was_told_may_be_corrected_and_taken_back(staff: Staff) -> None:
    ngo = await an_ngo(staff, ("2023-01-01", "2025-12-31"))
    officer = staff("officer")
    made = (await officer.post(URL, json={**REPORT, "ngo_id": ngo})).json()
    where = f"{URL}/{made['id']}"

    half = await officer.merge(where, {"outcome": "done"}, 1)
    done = await officer.merge(where, CAME, 1)
    back = await officer.merge(where, {"outcome": None, "done_on": None}, 2)

    assert (made["status"], made["note"]) == ("open", None)
    assert (half.status_code, half.json()["code"]) == (409, "registry.obligation_untold")
    assert done.json()["status"] == "done"
    assert back.json()["status"] == "open"


async def test_another_union_neither_sees_nor_writes_what_is_owed(staff: Staff) -> None:
    ngo = await an_ngo(staff, ("2023-01-01", "2025-12-31"))
    body = {**REPORT, "ngo_id": ngo, "note": "CANARY-7781"}
    stranger, own = staff("officer", "HAIPHONG"), staff("officer")
    refused = await stranger.post(URL, json=body)
    made = await own.post(URL, json=body)
    where = f"{URL}/{made.json()['id']}"

    assert (refused.status_code, refused.json()["code"]) == (403, "registry.not_steward")
    assert [one["rule"] for one in await listed(stranger, year=2024)] == ["NGO-31"]
    for foreign in (
        await stranger.get(where),
        await stranger.get(f"{where}/history"),
        await stranger.merge(where, {"note": "x"}, 1),
    ):
        assert foreign.status_code == 404
        assert "CANARY" not in foreign.text
    national = await listed(staff("viewer", "VUFO", national=True), year=2024, ngo_id=ngo)
    assert [one["note"] for one in national] == ["CANARY-7781"]


async def test_the_provinces_report_is_each_unions_and_comingos_the_national_unions(
    staff: Staff, db: asyncpg.Connection
) -> None:
    unions = await db.fetchval(
        "SELECT count(*) FROM units WHERE status = 'active' AND NOT national"
    )
    vufo = staff("officer", "VUFO", national=True)

    found = [one["rule"] for one in await listed(vufo, year=2024, limit=200)]
    told = await vufo.post(URL, json={"rule": "NGO-32", "year": 2024, "note": "Đang tổng hợp"})

    assert found.count("NGO-31") == unions > 1
    assert found.count("NGO-32") == 1
    assert told.status_code == 201, told.text
    (one,) = await listed(vufo, year=2024, rule="NGO-32")
    assert (one["note"], one["due_on"], one["form"]) == ("Đang tổng hợp", "2024-12-25", "Mẫu 07")


async def test_what_a_merged_ngo_owed_and_told_is_of_the_one_that_stays(staff: Staff) -> None:
    officer = staff("officer")
    ngo = await an_ngo(staff, ("2023-01-01", "2024-06-30"))
    into = await an_ngo(staff, ("2024-07-01", "2025-12-31"), number="2")
    told = ((ngo, 2024), (into, 2024), (ngo, 2023))
    for of, year in told:
        body = {**REPORT, **CAME, "ngo_id": of, "year": year}
        assert (await officer.post(URL, json=body)).status_code == 201

    async def owed(of: str) -> set[tuple[int, str, str]]:
        years = [await listed(officer, ngo_id=of, year=y, rule="NGO-28") for y in range(2022, 2026)]
        return {(one["year"], one["ngo_id"], one["status"]) for year in years for one in year}

    before = await owed(into), await owed(ngo)
    merge = await officer.act(f"/v1/ngos/{ngo}/merge", 1, {"into": into, "reason": "Trùng"})
    merged = await owed(into)
    undone = await officer.act(f"/v1/ngos/{ngo}/unmerge", 2, {"reason": "Nhầm"})

    assert (merge.status_code, undone.status_code) == (200, 200), merge.text + undone.text
    assert merged == {
        # each told of its own part of that year, and there is no saying which counts
        *((2024, into, "done"), (2024, ngo, "done")),
        *((2023, into, "done"), (2025, into, "open")),
    }
    assert (await owed(into), await owed(ngo)) == before


async def test_a_year_is_one_page_after_the_other(staff: Staff) -> None:
    for number in range(5):
        await an_ngo(staff, ("2023-01-01", "2025-12-31"), number=str(number))
    viewer, seen, cursor = staff("viewer"), [], {}

    for _ in range(3):
        answer = (await viewer.get(URL, params={"year": 2024, "limit": 2, **cursor})).json()
        seen += [one["id"] for one in answer["items"]]
        cursor = {"cursor": answer["next_cursor"]}

    # five reports and the province's
    assert (len(seen), len(set(seen)), answer["next_cursor"]) == (6, 6, None)
