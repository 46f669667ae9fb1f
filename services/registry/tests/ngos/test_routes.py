"""NGOs over HTTP, on a PostgreSQL built by the migrations."""

from typing import Any

import pytest

from chassis.testing import Caller

from .making import NGO, an_ngo


async def test_an_officer_records_an_ngo_and_becomes_its_steward(client: Caller) -> None:
    answer = await client.as_("officer").post("/v1/ngos", json=NGO)

    assert answer.status_code == 201
    assert answer.headers["etag"] == '"1"'
    assert answer.headers["location"] == f"/v1/ngos/{answer.json()['id']}"
    assert answer.json()["allowed_actions"] == ["update", "merge"]


async def test_a_viewer_cannot_record_an_ngo(client: Caller) -> None:
    answer = await client.as_("viewer").post("/v1/ngos", json=NGO)

    assert (answer.status_code, answer.json()["code"]) == (403, "identity.role")


async def test_nobody_is_told_to_sign_in(client: Caller) -> None:
    answer = await client.post("/v1/ngos", content=b"not json")

    assert (answer.status_code, answer.json()["code"]) == (401, "identity.required")


async def test_a_change_needs_the_version_it_was_made_on(client: Caller) -> None:
    ngo = await an_ngo(client)
    officer, url = client.as_("officer"), f"/v1/ngos/{ngo['id']}"

    assert (await officer.merge(url, {"name_en": "A"}, None)).status_code == 428
    changed = await officer.merge(url, {"name_en": "A"}, 1)
    assert (changed.status_code, changed.json()["version"]) == (200, 2)
    stale = await officer.merge(url, {"name_en": "B"}, 1)
    assert (stale.status_code, stale.json()["version"]) == (412, 2)


async def test_only_the_steward_or_the_national_union_changes_an_ngo(client: Caller) -> None:
    url = f"/v1/ngos/{(await an_ngo(client))['id']}"

    stranger = await client.as_("officer", "CANTHO").merge(url, {"note": "x"}, 1)
    national = await client.as_("officer", "VUFO").merge(url, {"note": "x"}, 1)

    assert (stranger.status_code, stranger.json()["code"]) == (403, "registry.not_steward")
    assert national.status_code == 200


async def test_null_clears_only_what_may_be_empty(client: Caller) -> None:
    ngo = await an_ngo(client, note="x")
    officer, url = client.as_("officer"), f"/v1/ngos/{ngo['id']}"

    refused = await officer.merge(url, {"name_vi": None}, 1)
    cleared = await officer.merge(url, {"note": None}, 1)

    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/body/name_vi")
    assert cleared.json()["note"] is None
    assert cleared.json()["name_vi"] == ngo["name_vi"]


async def test_history_tells_who_changed_what(client: Caller) -> None:
    url = f"/v1/ngos/{(await an_ngo(client))['id']}"
    await client.as_("officer").merge(url, {"note": "mới"}, 1)

    entries = (await client.as_("auditor", "VUFO").get(url + "/history")).json()["items"]

    assert [entry["action"] for entry in entries] == ["update", "create"]
    assert entries[0]["fields"] == [{"field": "note", "before": None, "after": "mới"}]
    assert entries[0]["actor"]["name"] == "officer@HUFO"


async def test_a_repeated_key_gets_the_first_answer_and_another_body_is_refused(
    client: Caller,
) -> None:
    officer, key = client.as_("officer"), {"Idempotency-Key": "7a0c-once"}

    first = await officer.post("/v1/ngos", json=NGO, headers=key)
    again = await officer.post("/v1/ngos", json=NGO, headers=key)
    other = await officer.post("/v1/ngos", json={**NGO, "note": "x"}, headers=key)

    assert (again.status_code, again.content) == (201, first.content)
    assert again.headers["idempotent-replayed"] == "true"
    assert again.headers["location"] == first.headers["location"]
    assert (other.status_code, other.json()["code"]) == (422, "idempotency.key_reused")


async def test_pages_follow_each_other_in_vietnamese_order(client: Caller) -> None:
    names = ["Quỹ Dương", "Quỹ Đường", "Quỹ An", "Quỹ Ân", "Quỹ Bình"]
    for name in names:
        await an_ngo(client, name_vi=name)
    viewer, seen, cursor = client.as_("viewer"), [], None

    for _ in range(5):
        params = {"limit": 2, **({"cursor": cursor} if cursor else {})}
        page = (await viewer.get("/v1/ngos", params=params)).json()
        seen += [item["name_vi"] for item in page["items"]]
        cursor = page["next_cursor"]
        if not cursor:
            break

    assert seen == ["Quỹ An", "Quỹ Ân", "Quỹ Bình", "Quỹ Dương", "Quỹ Đường"]


@pytest.mark.parametrize(
    ("fields", "status", "code"),
    [
        ({"home_country": "ZZ"}, 409, "registry.unknown_country"),
        ({"sectors": ["no_such"]}, 409, "registry.unknown_sector"),
        ({"name_vi": "  "}, 422, "invalid"),
        ({"name_vi": "a\u0000b"}, 422, "invalid"),
        ({"name_vi": "a\u202eb"}, 422, "invalid"),
        ({"founded_year": True}, 422, "invalid"),
        ({"status": "approved"}, 422, "invalid"),
    ],
)
async def test_what_cannot_be_recorded_is_refused_by_name(
    client: Caller, fields: dict[str, Any], status: int, code: str
) -> None:
    answer = await client.as_("officer").post("/v1/ngos", json={**NGO, **fields})

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"


async def test_known_at_answers_from_the_change_log(client: Caller) -> None:
    ngo = await an_ngo(client)
    officer, url = client.as_("officer"), f"/v1/ngos/{ngo['id']}"
    changed = (await officer.merge(url, {"note": "sau"}, 1)).json()

    before = await officer.get(url, params={"known_at": ngo["updated_at"].replace("Z", "+00:00")})
    after = await officer.get(url, params={"known_at": "2199-01-01T00:00:00Z"})

    assert before.status_code == 404  # written down a moment after the record's own time
    assert after.json()["note"] == changed["note"]
