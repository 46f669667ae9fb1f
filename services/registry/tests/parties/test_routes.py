"""Parties over HTTP: one model for all kinds, and a log to which every union adds."""

from collections.abc import Callable

from chassis.testing import Caller
from registry.demo.load import Loaded

Staff = Callable[..., Caller]


async def test_parties_are_found_by_kind_and_by_words_without_marks(
    staff: Staff, demo: Loaded
) -> None:
    viewer = staff("viewer")
    firms = (await viewer.get("/v1/parties", params={"kind": "firm", "country": "KR"})).json()
    found = (await viewer.get("/v1/parties", params={"q": "lanh su quan"})).json()

    assert [party["name_vi"][:12] for party in firms["items"]] == ["Các doanh ng"]
    assert [party["kind"] for party in found["items"]] == ["consulate"]


async def test_another_union_logs_its_call_but_does_not_change_the_record(staff: Staff) -> None:
    body = {"kind": "consulate", "name_vi": "Tổng Lãnh sự quán Hư Cấu (demo)"}
    made = await staff("officer", "HUFO").post("/v1/parties", json=body)
    where = f"/v1/parties/{made.json()['id']}"
    other = staff("officer", "HAIPHONG")

    refused = await other.merge(where, {"phone": "1"}, 1)
    call = {"on": "2026-03-02", "kind": "courtesy_call", "summary": "Chào xã giao (demo)"}
    logged = await other.act(f"{where}/contacts", 1, call)

    assert (refused.status_code, refused.json()["code"]) == (403, "registry.not_steward")
    assert (logged.status_code, logged.json()["version"]) == (200, 2), logged.text
    (entry,) = logged.json()["contacts"]
    assert entry | call == entry
    assert entry["unit_id"] != made.json()["unit_id"]
