"""NGOs for tests."""

from typing import Any

from chassis.testing import Caller

NGO = {"name_vi": "Quỹ Hữu nghị Giả Định", "home_country": "US", "sectors": ["education"]}


async def an_ngo(client: Caller, **fields: Any) -> dict[str, Any]:
    """A new NGO of HUFO's, as the officer's answer shows it; one like it may be there."""
    officer, body = client.as_("officer"), {**NGO, **fields}
    answer = await officer.post("/v1/ngos", json=body)
    if answer.status_code == 409 and "confirmation" in answer.json():
        seal = {"Confirmation": answer.json()["confirmation"]}
        answer = await officer.post("/v1/ngos", json=body, headers=seal)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made
