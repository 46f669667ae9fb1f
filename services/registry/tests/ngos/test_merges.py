"""Two records become one, and two again."""

from typing import Any

import asyncpg

from chassis.testing import Caller
from registry.ngos.merges.rules import names_taken, without

from .making import an_ngo

PAPER = {
    "kind": "operation", "issuer": "Bộ Ngoại giao", "issued_on": "2024-01-05",
    "valid_from": "2024-01-05", "valid_to": "2026-12-31", "sectors": [], "provinces": ["VN-79"],
}  # fmt: skip
TAX = {"scheme": "tax_code", "value": "0100109106"}
WHY = {"reason": "Cùng một tổ chức"}


def test_the_record_that_stays_takes_only_names_it_does_not_have() -> None:
    going = {"name_vi": "Quỹ B", "name_en": "Fund A", "short_name": None, "names": [{"text": "C"}]}
    staying = {"name_vi": "Quỹ A", "name_en": "FUND A", "short_name": None, "names": []}

    assert [entry["text"] for entry in names_taken(going, staying)] == ["Quỹ B", "C"]
    assert without([{"text": "C"}, {"text": "D"}], [{"text": "C"}]) == [{"text": "D"}]


async def a_paper(client: Caller, ngo: dict[str, Any], number: str, **fields: Any) -> str:
    body = {**PAPER, "ngo_id": ngo["id"], "number": number, **fields}
    answer = await client.as_("officer").post("/v1/certificates", json=body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def two(client: Caller) -> tuple[dict[str, Any], dict[str, Any]]:
    stays = await an_ngo(client, name_vi="Quỹ Còn Lại")
    goes = await an_ngo(client, name_vi="Hội Sẽ Đi", identifiers=[TAX])
    return stays, goes


async def test_papers_names_and_numbers_follow_and_both_ids_lead_on(client: Caller) -> None:
    stays, goes = await two(client)
    paper = await a_paper(client, goes, "G/1")
    officer = client.as_("officer")

    merged = await officer.act(f"/v1/ngos/{goes['id']}/merge", 1, {"into": stays["id"], **WHY})

    assert merged.status_code == 200, merged.text
    assert merged.json()["merged_into"] == stays["id"]
    assert merged.json()["allowed_actions"] == ["unmerge"]
    for ref in (goes["id"], goes["public_id"]):
        assert (await officer.get(f"/v1/ngos/{ref}")).json()["merged_into"] == stays["id"], ref
    now = (await officer.get(f"/v1/ngos/{stays['id']}")).json()
    assert [name["text"] for name in now["names"]] == ["Hội Sẽ Đi"]
    assert now["identifiers"][0]["value"] == TAX["value"]
    held = (await officer.get(f"/v1/certificates/{paper}")).json()
    assert (held["ngo_id"], held["version"]) == (stays["id"], 2)
    for found in ({"q": "hội sẽ đi"}, {"identifier": goes["public_id"]}, {"identifier": "G/1"}):
        items = (await officer.get("/v1/ngos", params=found)).json()["items"]
        assert [item["id"] for item in items] == [stays["id"]], found
    gone = (await officer.get("/v1/ngos", params={"merged_into": stays["id"]})).json()["items"]
    assert [item["id"] for item in gone] == [goes["id"]]
    told = (await officer.get(f"/v1/certificates/{paper}/history")).json()["items"][0]
    assert (told["action"], told["reason"]) == ("merge", WHY["reason"])


async def test_an_undone_merge_gives_everything_back_but_what_changed_since(
    client: Caller,
) -> None:
    stays, goes = await two(client)
    paper = await a_paper(client, goes, "G/1")
    officer, url = client.as_("officer"), f"/v1/ngos/{goes['id']}"
    await officer.act(f"{url}/merge", 1, {"into": stays["id"], **WHY})
    later = {"text": "Tên Mới", "language": "vi", "kind": "other"}
    names = (await officer.get(f"/v1/ngos/{stays['id']}")).json()["names"]
    await officer.merge(f"/v1/ngos/{stays['id']}", {"names": [*names, later]}, 2)

    undone = await officer.act(f"{url}/unmerge", 2, {"reason": "Nhầm"})
    again = await officer.act(f"{url}/unmerge", 3, {"reason": "Nhầm"})

    assert (undone.status_code, undone.json()["merged_into"]) == (200, None)
    assert undone.json()["identifiers"] == goes["identifiers"]
    now = (await officer.get(f"/v1/ngos/{stays['id']}")).json()
    assert [name["text"] for name in now["names"]] == ["Tên Mới"]
    assert now["identifiers"] == []
    assert (await officer.get(f"/v1/certificates/{paper}")).json()["ngo_id"] == goes["id"]
    found = (await officer.get("/v1/ngos", params={"identifier": TAX["value"]})).json()["items"]
    assert [item["id"] for item in found] == [goes["id"]]
    actions = [e["action"] for e in (await officer.get(url + "/history")).json()["items"]]
    assert actions == ["unmerge", "merge", "create"]
    assert (again.status_code, again.json()["code"]) == (409, "registry.not_merged")


async def test_what_cannot_be_merged_is_refused(client: Caller) -> None:
    stays, goes = await two(client)
    await a_paper(client, goes, "G/1")
    await a_paper(client, stays, "S/1")
    officer, url = client.as_("officer"), f"/v1/ngos/{goes['id']}/merge"

    async def code(into: str, caller: Caller = officer) -> tuple[int, str]:
        answer = await caller.act(url, 1, {"into": into, **WHY})
        return answer.status_code, answer.json()["code"]

    assert await code(goes["id"]) == (409, "registry.merge_with_itself")
    assert await code("00000000-0000-7000-8000-000000000000") == (409, "registry.unknown_ngo")
    stranger = client.as_("officer", "CANTHO")
    assert await code(stays["id"], stranger) == (403, "registry.not_steward")
    # two operation certificates of one organisation cannot hold on one day
    assert await code(stays["id"]) == (409, "registry.certificate_overlap")
    assert (await officer.get(f"/v1/ngos/{goes['id']}")).json()["version"] == 1


async def test_a_merged_record_is_kept_as_it_was(client: Caller, db: asyncpg.Connection) -> None:
    stays, goes = await two(client)
    officer, url = client.as_("officer"), f"/v1/ngos/{goes['id']}"
    await officer.act(f"{url}/merge", 1, {"into": stays["id"], **WHY})

    changed = await officer.merge(url, {"note": "x"}, 2)
    paper = await officer.post(
        "/v1/certificates", json={**PAPER, "ngo_id": goes["id"], "number": "X"}
    )
    back = await officer.act(f"/v1/ngos/{stays['id']}/merge", 2, {"into": goes["id"], **WHY})

    assert {a.json()["code"] for a in (changed, paper, back)} == {"registry.merged_away"}
    # every table that points at NGOs is moved by a merge, or says here why it is not
    pointing = await db.fetch(
        "SELECT conrelid::regclass::text AS name FROM pg_constraint"
        " WHERE contype = 'f' AND confrelid = 'ngos'::regclass"
    )
    derived = {"ngos", "ngo_names", "ngo_identifiers", "ngo_merges"}
    # what stays where it was written down, and is listed under the record that took it in
    led = {"representatives", "bank_accounts", "contacts", "proposals"}
    led |= {"recognitions", "referrals", "obligations"}
    assert {row["name"] for row in pointing} - derived - led == {
        "certificates",
        "procedures",
    }


async def test_what_was_given_to_a_record_is_listed_under_the_one_that_took_it_in(
    client: Caller, db: asyncpg.Connection
) -> None:
    stays, goes = await two(client)
    hufo, cantho = [
        str(await db.fetchval("SELECT id FROM units WHERE code = $1", code))
        for code in ("HUFO", "CANTHO")
    ]
    officer = client.as_("officer", unit_id=hufo)
    award = {
        "kind": "acknowledgement", "title": "Ghi nhận", "giver": "Liên hiệp",
        "recipient_type": "ngo", "recipient": "Quỹ", "recipient_ngo_id": goes["id"],
        "decided": {"date": "2026-01-01"}, "achievement": "Hỗ trợ học bổng",
        "period_from": "2025-01-01", "period_to": "2025-12-31",
    }  # fmt: skip
    introduced = {"ngo_id": goes["id"], "to_unit_id": cantho, "introduced_on": "2026-01-05"}
    for url, body in (("/v1/recognitions", award), ("/v1/referrals", introduced)):
        made = await officer.post(url, json=body)
        assert made.status_code == 201, made.text

    async def listed(ngo: str) -> list[int]:
        urls = ("/v1/recognitions", "/v1/referrals")
        return [
            len((await officer.get(url, params={"ngo_id": ngo})).json()["items"]) for url in urls
        ]

    before = [await listed(stays["id"]), await listed(goes["id"])]
    merged = await client.as_("officer").act(
        f"/v1/ngos/{goes['id']}/merge", 1, {"into": stays["id"], **WHY}
    )

    assert merged.status_code == 200, merged.text
    assert (before, await listed(stays["id"])) == ([[0, 0], [1, 1]], [1, 1])
