"""What of an NGO does not agree with the decree, over HTTP: by the certificates of a day."""

from typing import Any

from chassis.testing import Caller

NGO = {"name_vi": "Quỹ Giả Định (demo)", "home_country": "US", "sectors": ["education", "sports"]}
OFFICE = {
    "kind": "representative_office",
    "number": "01/2024/VPĐD",
    "issuer": "Bộ Ngoại giao",
    "issued_on": "2024-01-10",
    "valid_from": "2024-01-10",
    "valid_to": "2028-12-31",
    "provinces": ["VN-74"],
    "sectors": ["education"],
}


async def test_what_is_on_record_is_held_against_the_decree_of_that_day(client: Caller) -> None:
    officer, stranger = client.as_("officer"), client.as_("viewer", "CANTHO")
    ngo = (await officer.post("/v1/ngos", json=NGO)).json()["id"]
    where = f"/v1/ngos/{ngo}/conformity"

    async def found(on: str) -> list[dict[str, Any]]:
        told = await stranger.get(where, params={"on": on})
        assert told.status_code == 200, told.text
        return list(told.json()["items"])

    for number in ("01/2024/VPĐD", "02/2024/VPĐD"):
        body = {**OFFICE, "ngo_id": ngo, "number": number}
        made = await officer.post("/v1/certificates", json=body)
        assert made.status_code == 201, made.text
    ended = {"ended_on": "2026-01-01"}
    await officer.merge(f"/v1/certificates/{made.json()['id']}", ended, 1)

    before, after = await found("2025-06-30"), await found("2025-07-01")
    last = await found("2026-01-01")
    assert await found("2024-01-09") == []
    assert [(one["code"], one["about"]) for one in before] == [
        ("sectors_outside", ["sports"]),
        ("offices_many", ["01/2024/VPĐD", "02/2024/VPĐD"]),
        ("office_place", ["01/2024/VPĐD"]),
        ("office_place", ["02/2024/VPĐD"]),
    ]
    assert [one["code"] for one in after] == ["sectors_outside", "offices_many"]
    assert [one["code"] for one in last] == ["sectors_outside"]
    assert (last[0]["rule"], last[0]["basis"]) == ("NGO-03", "58/2022/NĐ-CP, Điều 8.1")
    assert (last[0]["confidence"], last[0]["verified"]) == ("QUOTED", True)
