"""Recognitions over HTTP: the printed counts, once per achievement, a code that verifies."""

from collections.abc import Callable
from typing import Any

import pytest

from chassis.testing import Caller
from registry.demo.load import Loaded

Staff = Callable[..., Caller]
BODY: dict[str, Any] = {
    "kind": "certificate_of_merit",
    "title": "Giấy khen",
    "giver": "Liên hiệp (demo)",
    "presenter": "Phó Chủ tịch (demo)",
    "recipient_type": "individual",
    "recipient": "Người Giả Định (demo)",
    "decision_number": "01/QĐ-DEMO",
    "decided": {"date": "2026-01-09"},
    "achievement": "Đóng góp năm 2025",
    "period_from": "2025-01-01",
    "period_to": "2025-12-31",
}


@pytest.mark.parametrize(
    ("params", "rows"),
    [
        (
            {"by": "recipient_type", "unit": "HAIPHONG", "year": "2022"},
            {"collective": 21, "individual": 36},
        ),
        ({"by": "recipient_type", "unit": "VUFO", "kind": "acknowledgement"}, {"ngo": 48}),
        (
            {"by": "level", "unit": "VUFO", "year": "2017", "kind": "emulation_flag"},
            {"central": 4, "local": 4},
        ),
        (
            {"by": "kind", "unit": "HUFO", "year": "2021"},
            {"emulation_flag": 1, "gift": 1, "certificate_of_merit": 7},
        ),
    ],
)
async def test_the_printed_counts_come_out(
    params: dict[str, str], rows: dict[str, int], staff: Staff, demo: Loaded
) -> None:
    found = (await staff("viewer").get("/v1/statistics/recognitions", params=params)).json()

    assert {row["key"][params["by"]]: row["count"] for row in found["rows"]} == rows
    assert found["total"]["count"] == sum(rows.values())


async def test_who_gave_the_flag_is_not_who_handed_it_over(staff: Staff, demo: Loaded) -> None:
    params = {"unit": "HUFO", "kind": "emulation_flag"}
    (flag,) = (await staff("viewer").get("/v1/recognitions", params=params)).json()["items"]

    assert flag["giver"] == "Liên hiệp các tổ chức hữu nghị Việt Nam"
    assert flag["presenter"] == "Phó Chủ tịch UBND TPHCM Võ Văn Hoan"


async def test_nobody_is_recognised_twice_for_one_achievement_unless_the_first_was_revoked(
    staff: Staff, client: Caller
) -> None:
    own = staff("officer", "HUFO")
    made = await own.post("/v1/recognitions", json=BODY)
    where, code = f"/v1/recognitions/{made.json()['id']}", made.json()["code"]
    again = {**BODY, "recipient": "NGƯỜI GIẢ ĐỊNH (demo)", "kind": "commendation"}

    repeated = await own.post("/v1/recognitions", json=again)
    genuine = await client.get(f"/v1/recognitions/verify/{code.lower()}")
    revoked = await own.act(f"{where}/revoke", 1, {"reason": "Trao nhầm"})
    after = await client.get(f"/v1/recognitions/verify/{code}")
    allowed = await own.post("/v1/recognitions", json=again)
    changed = await own.merge(where, {"title": "Khác"}, 2)
    unknown = await client.get("/v1/recognitions/verify/GN-AAAAA-AAAAA")

    assert (repeated.status_code, repeated.json()["code"]) == (409, "registry.recognised_already")
    assert (genuine.status_code, genuine.json()["status"]) == (200, "granted")
    assert genuine.json()["recipient"] == BODY["recipient"]
    assert "unit_id" not in genuine.json()
    assert revoked.json()["allowed_actions"] == []
    assert after.json()["status"] == "revoked"
    assert allowed.status_code == 201, allowed.text
    assert (changed.status_code, changed.json()["code"]) == (409, "registry.wrong_status")
    assert unknown.status_code == 404
