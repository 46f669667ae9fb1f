"""Recipients over HTTP."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from chassis.testing import Caller

Making = Callable[..., Awaitable[dict[str, Any]]]


async def test_a_recipient_is_entered_corrected_and_told_of(
    client: Caller, a_recipient: Making
) -> None:
    recipient = await a_recipient()
    officer, url = client.as_("officer"), f"/v1/recipients/{recipient['id']}"

    changed = await officer.merge(url, {"managing_agency": "Sở Y tế", "province": None}, 1)
    history = (await client.as_("auditor").get(f"{url}/history")).json()["items"]

    assert recipient["allowed_actions"] == ["update", "delete"]
    assert changed.json()["managing_agency"] == "Sở Y tế"
    assert changed.json()["province"] is None
    assert [entry["action"] for entry in history] == ["update", "create"]


async def test_another_units_recipient_answers_like_one_that_never_was(
    client: Caller, a_recipient: Making
) -> None:
    foreign = (await a_recipient("CANTHO"))["id"]
    nobody = "01900000-0000-7000-8000-000000000000"

    for method, path in (("GET", ""), ("GET", "/history"), ("PATCH", ""), ("DELETE", "")):
        seen = []
        for recipient in (foreign, nobody):
            answer = await client.as_("officer").request(
                method,
                f"/v1/recipients/{recipient}{path}",
                headers={"If-Match": '"1"', "Content-Type": "application/merge-patch+json"},
                content=b'{"name_en": "x"}' if method == "PATCH" else None,
            )
            assert answer.status_code == 404, (method, path)
            seen.append(answer.text.replace(answer.json()["request_id"], "…"))
        assert seen[0] == seen[1]


async def test_a_recipient_goes_unless_a_grant_names_it(
    client: Caller, a_recipient: Making, a_grant: Making
) -> None:
    free = await a_recipient()
    used = (await a_grant())["recipient_id"]
    officer, match = client.as_("officer"), {"If-Match": '"1"'}

    gone = await officer.delete(f"/v1/recipients/{free['id']}", headers=match)
    stays = await officer.delete(f"/v1/recipients/{used}", headers=match)

    assert gone.status_code == 204
    assert (await officer.get(f"/v1/recipients/{free['id']}")).status_code == 404
    assert (stays.status_code, stays.json()["code"]) == (409, "aid.recipient_in_use")


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({"kind": "party"}, "/body/kind"),
        ({"province": "VN-7"}, "/body/province"),
        ({"name_vi": ""}, "/body/name_vi"),
        ({"unit_id": "x"}, "/body"),
    ],
)
async def test_what_cannot_be_entered_is_refused_by_name(
    client: Caller, fields: dict[str, Any], pointer: str
) -> None:
    body = {"kind": "fund", "name_vi": "Quỹ"} | fields

    answer = await client.as_("officer").post("/v1/recipients", json=body)

    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer)


async def test_a_unit_lists_its_own_in_vietnamese_order(
    client: Caller, a_recipient: Making
) -> None:
    for name in ("Trường Đông", "Trường Dương", "Trường An"):
        await a_recipient(name_vi=name)
    await a_recipient("CANTHO", name_vi="Trường Cần Thơ")

    body = (await client.as_("viewer").get("/v1/recipients", params={"q": "truong"})).json()

    assert [i["name_vi"] for i in body["items"]] == ["Trường An", "Trường Dương", "Trường Đông"]
