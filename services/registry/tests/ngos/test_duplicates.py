"""One organisation, one record: a warning that says why, and a seal for those who looked."""

from uuid import UUID, uuid4

import pytest

from chassis.identity import Actor
from chassis.testing import Caller
from registry.ngos.duplicates.confirming import LASTS, Confirmation
from registry.ngos.duplicates.rules import Hit, candidates

from .making import NGO, an_ngo

URL = "/v1/ngos"


def hit(theirs: str, asked: str, likeness: float, country: str = "US", by: str = "name") -> Hit:
    return Hit(UUID(int=1), "INGO-1", theirs, country, by, theirs, asked, likeness)


@pytest.mark.parametrize(
    ("one", "codes"),
    [
        (hit("quy a", "quy a", 1.0), ["registry.same_name", "registry.same_country"]),
        (hit("quy a", "quy a", 1.0, "FR"), ["registry.same_name"]),
        (hit("quy abc", "quy abd", 0.65), ["registry.like_name", "registry.same_country"]),
        (hit("quy abc", "quy abd", 0.65, "FR"), None),
        (hit("quy abc", "quy abd", 0.85, "FR"), ["registry.like_name"]),
        (hit("quy abc", "quy xyz", 0.3), None),
        (hit("quy so 12", "quy so 13", 0.9), None),
        (hit("0100109106", "0100109106", 1.0, "FR", "number"), ["registry.same_number"]),
    ],
)
def test_a_record_is_a_candidate_for_a_reason(one: Hit, codes: list[str] | None) -> None:
    found = candidates([one], "US")

    assert [list(candidate.reasons) for candidate in found] == ([codes] if codes else [])


def seal_of(given: str = "", name: str = "a", operation: str = "create_ngo") -> Confirmation:
    who = Actor(UUID(int=len(name)), "person", name)
    return Confirmation("postgresql://u:p@h/d", who, operation, given)


def test_a_seal_holds_for_its_body_its_person_and_fifteen_minutes() -> None:
    token = seal_of().seal("body", now=1000)

    assert seal_of(token).covers("body", now=1000 + LASTS)
    assert not seal_of(token).covers("body", now=1001 + LASTS)
    assert not seal_of(token).covers("another body", now=1000)
    assert not seal_of(token, name="another").covers("body", now=1000)
    assert not seal_of(token, operation="create_unit").covers("body", now=1000)
    later = token.replace(str(1000 + LASTS), str(9000 + LASTS))
    assert not seal_of(later).covers("body", now=1000)
    assert not seal_of("").covers("body")


async def test_a_record_that_may_be_there_is_shown_before_another_is_made(client: Caller) -> None:
    there = await an_ngo(client, names=[{"text": "Bạn Sông", "language": "vi", "kind": "former"}])
    officer, body = client.as_("officer"), {**NGO, "name_vi": "BẠN SÔNG"}

    warned = await officer.post(URL, json=body)
    problem = warned.json()
    seal = {"Confirmation": problem["confirmation"]}
    another = await officer.post(URL, json={**body, "note": "x"}, headers=seal)
    stranger = await client.as_("officer", "CANTHO").post(URL, json=body, headers=seal)
    made = await officer.post(URL, json=body, headers=seal)

    assert (warned.status_code, problem["code"]) == (409, "registry.possible_duplicates")
    (one,) = problem["candidates"]
    assert (one["id"], one["score"]) == (there["id"], 1.0)
    assert [r["code"] for r in one["reasons"]] == ["registry.same_name", "registry.same_country"]
    assert one["reasons"][0]["vi"] == "Cùng tên: “ban song”."
    assert {another.status_code, stranger.status_code} == {409}
    assert made.status_code == 201


@pytest.mark.parametrize(
    ("there", "new", "warned"),
    [
        ("Quỹ Hòa Bình Giả Định", "Quỹ hoà bình Gỉa Định", True),
        ("Quỹ Trẻ em Tưởng Tượng", "Tưởng Tượng Quỹ Trẻ em", True),
        ("Quỹ Trẻ em số 12", "Quỹ Trẻ em số 13", False),
        ("Quỹ Trẻ em Tưởng Tượng", "Hội Y tế Giả Định", False),
    ],
)
async def test_likeness_is_of_letters_not_of_marks_or_numbers(
    client: Caller, there: str, new: str, warned: bool
) -> None:
    await an_ngo(client, name_vi=there)

    answer = await client.as_("officer").post(URL, json={**NGO, "name_vi": new})

    assert answer.status_code == (409 if warned else 201), answer.text


async def test_a_record_lists_those_like_it_but_not_itself(client: Caller) -> None:
    one, other = await an_ngo(client), await an_ngo(client)

    answer = await client.as_("viewer", "CANTHO").get(f"{URL}/{one['id']}/duplicates")
    unknown = await client.as_("viewer").get(f"{URL}/{uuid4()}/duplicates")

    assert [item["id"] for item in answer.json()["items"]] == [other["id"]]
    assert unknown.status_code == 404


async def test_a_repetition_is_marked_and_listed(client: Caller) -> None:
    one, other = await an_ngo(client), await an_ngo(client)
    officer = client.as_("officer")

    marked = await officer.merge(f"{URL}/{other['id']}", {"duplicate_of": one["id"]}, 1)
    itself = await officer.merge(f"{URL}/{one['id']}", {"duplicate_of": one["id"]}, 1)
    unknown = await officer.merge(f"{URL}/{one['id']}", {"duplicate_of": str(uuid4())}, 1)
    listed = await officer.get(URL, params={"duplicates": "true"})

    assert marked.json()["duplicate_of"] == one["id"]
    assert [item["id"] for item in listed.json()["items"]] == [other["id"]]
    assert itself.json()["code"] == "registry.merge_with_itself"
    assert unknown.json()["code"] == "registry.unknown_ngo"
