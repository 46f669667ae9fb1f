"""Several names, several numbers, and one record behind each of them."""

from typing import Any

import pytest

from chassis.testing import Caller
from registry.ngos.identifiers import Scheme, is_public_id, is_valid, public_id

from .making import NGO, an_ngo

NAMES = [
    {"text": "Friends of Imagined Rivers", "language": "en", "kind": "former"},
    {"text": "FIR", "language": "en", "kind": "acronym", "valid_to": "2019-12-31"},
]
NUMBERS = [
    {"scheme": "tax_code", "value": "0100109106", "issuer": "Cục Thuế", "issued_on": "2020-05-01"},
    {"scheme": "iati", "value": "GB-CHC-202918", "source": "iatiregistry.org"},
]


@pytest.mark.parametrize(
    ("scheme", "value", "right"),
    [
        (Scheme.TAX_CODE, "0100109106", True),
        (Scheme.TAX_CODE, "0100109106-001", True),
        (Scheme.TAX_CODE, "0100109107", False),
        (Scheme.LEI, "213800KUD8LAJWSQ9D15", True),
        (Scheme.LEI, "213800KUD8LXJWSQ9D15", False),
        (Scheme.IATI, "XM-DAC-41122", True),
        (Scheme.IATI, "41122", False),
        (Scheme.OTHER, "anything", True),
    ],
)
def test_a_number_is_checked_by_the_rules_of_its_kind(
    scheme: Scheme, value: str, right: bool
) -> None:
    assert is_valid(scheme, value) is right


def test_every_slip_of_one_digit_in_a_public_id_is_found() -> None:
    right = public_id(1234)
    slips = {
        right[:place] + digit + right[place + 1 :]
        for place in (5, 6, 7, 8, 9, 10, 12, 13)
        for digit in "0123456789"
    } - {right}

    assert is_public_id(right)
    assert not any(map(is_public_id, slips))


async def found(client: Caller, **params: str) -> list[str]:
    answer = await client.as_("viewer", "CANTHO").get("/v1/ngos", params=params)
    assert answer.status_code == 200, answer.text
    return [item["id"] for item in answer.json()["items"]]


async def test_an_ngo_is_found_by_each_of_its_names_and_numbers(client: Caller) -> None:
    ngo = await an_ngo(client, names=NAMES, identifiers=NUMBERS)
    await an_ngo(client, name_vi="Quỹ Khác")

    for words in ("friends of imagined", "FIR", "giả định", "0100109106", ngo["public_id"]):
        assert await found(client, q=words) == [ngo["id"]], words
    for number in ("0100109106", "0100 109 106", "gb-chc-202918", ngo["public_id"]):
        assert await found(client, identifier=number) == [ngo["id"]], number
    assert await found(client, identifier="0100109107") == []


async def test_a_record_is_read_under_its_public_id_and_a_slip_is_told(client: Caller) -> None:
    ngo = await an_ngo(client)
    viewer, right = client.as_("viewer"), ngo["public_id"]
    slip = right[:-1] + str((int(right[-1]) + 1) % 10)

    there = await viewer.get(f"/v1/ngos/{right}")
    mistyped = await viewer.get(f"/v1/ngos/{slip}")
    unknown = await viewer.get(f"/v1/ngos/{public_id(999_999)}")

    assert there.json()["id"] == ngo["id"]
    assert (mistyped.status_code, mistyped.json()["code"]) == (404, "registry.public_id_mistyped")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "not_found")


async def test_names_are_changed_as_one_list_and_history_tells_both(client: Caller) -> None:
    ngo = await an_ngo(client, names=NAMES)
    officer, url = client.as_("officer"), f"/v1/ngos/{ngo['id']}"

    changed = await officer.merge(url, {"names": NAMES[:1]}, 1)

    assert [name["text"] for name in changed.json()["names"]] == ["Friends of Imagined Rivers"]
    assert await found(client, q="FIR") == []
    entry = (await officer.get(url + "/history")).json()["items"][0]
    assert [field["field"] for field in entry["fields"]] == ["names"]
    assert entry["fields"][0]["before"] == ngo["names"]


@pytest.mark.parametrize(
    ("fields", "code", "pointer"),
    [
        (
            {"identifiers": [{"scheme": "tax_code", "value": "0100109107"}]},
            "registry.identifier_check",
            "/body/identifiers/0/value",
        ),
        (
            {"names": [{**NAMES[0], "valid_from": "2020-01-01", "valid_to": "2019-01-01"}]},
            "registry.dates_out_of_order",
            "/body/names/0/valid_to",
        ),
    ],
)
async def test_what_a_name_or_number_cannot_be_is_refused(
    client: Caller, fields: dict[str, Any], code: str, pointer: str
) -> None:
    answer = await client.as_("officer").post("/v1/ngos", json={**NGO, **fields})

    assert (answer.status_code, answer.json()["code"]) == (409, code)
    assert answer.json()["errors"][0]["pointer"] == pointer


async def test_a_number_belongs_to_one_ngo(client: Caller) -> None:
    await an_ngo(client, identifiers=NUMBERS[:1])
    other = {**NGO, "name_vi": "Hội Khác", "identifiers": NUMBERS[:1]}

    officer = client.as_("officer")
    warned = (await officer.post("/v1/ngos", json=other)).json()
    seal = {"Confirmation": warned["confirmation"]}
    answer = await officer.post("/v1/ngos", json=other, headers=seal)

    assert warned["candidates"][0]["reasons"][0]["code"] == "registry.same_number"
    assert (answer.status_code, answer.json()["code"]) == (409, "registry.identifier_taken")
