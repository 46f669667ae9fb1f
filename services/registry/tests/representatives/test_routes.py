"""Who speaks for an NGO over HTTP: days in a post, and a number that only a logged sight shows."""

from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg

from chassis.testing import Caller, stored
from registry.demo.load import Loaded

Staff = Callable[..., Caller]
URL, NUMBER, NAME = "/v1/representatives", "CANARY7788321", "Bà Jane Canary (demo)"
BODY = {
    "person": NAME,
    "post": "representative",
    "nationality": "US",
    "starts": {"date": "2024-03-01"},
    "paper_kind": "passport",
    "paper_number": "canary 7788-321",
}


async def an_ngo(own: Caller, name: str = "Quỹ Giả Định (demo)") -> str:
    made = await own.post("/v1/ngos", json={"name_vi": name, "home_country": "US"})
    assert made.status_code == 201, made.text
    return str(made.json()["id"])


async def written(staff: Staff, **said: Any) -> dict[str, Any]:
    """A representative that HUFO keeps."""
    own = staff("officer")
    made = await own.post(URL, json={**BODY, "ngo_id": await an_ngo(own), **said})
    assert made.status_code == 201, made.text
    return dict(made.json())


async def test_the_number_is_masked_in_every_answer_the_log_and_the_feed(
    staff: Staff, db: asyncpg.Connection, sequenced: Callable[[], Awaitable[None]]
) -> None:
    made = await written(staff)
    await sequenced()
    where, viewer = f"{URL}/{made['id']}", staff("viewer", "HAIPHONG")

    seen = [(await viewer.get(url)).text for url in (URL, where, f"{where}/history", "/v1/changes")]
    files = await viewer.get(URL, headers={"Accept": "text/csv"})

    assert made["paper_masked"] == "••••321"
    assert "••••321" in seen[0]
    assert NAME in files.text
    assert NUMBER not in "".join([*seen, files.text, str(made)])
    kept = [row["after"] for row in await db.fetch("SELECT after::text FROM changes")]
    assert not [entry for entry in kept if entry and NUMBER in entry]


async def test_a_sight_of_the_number_is_told_in_the_history_with_who_and_why(staff: Staff) -> None:
    made = await written(staff)
    where, own = f"{URL}/{made['id']}", staff("officer")
    why = {"reason": "Đối chiếu hồ sơ gia hạn"}

    stranger = await staff("officer", "HAIPHONG").post(f"{where}/reveal", json=why)
    viewer = await staff("viewer").post(f"{where}/reveal", json=why)
    unsaid = await own.post(f"{where}/reveal", json={})
    seen = await own.post(f"{where}/reveal", json=why, headers={"Idempotency-Key": "sight-0001"})

    assert (stranger.status_code, viewer.status_code, unsaid.status_code) == (403, 403, 422)
    assert (seen.json(), seen.headers["cache-control"]) == ({"number": NUMBER}, "no-store")
    newest, first = (await staff("viewer").get(f"{where}/history")).json()["items"]
    assert (newest["action"], newest["actor"]["name"]) == ("reveal", "officer@HUFO")
    assert (newest["reason"], newest["fields"], first["action"]) == (why["reason"], [], "create")
    assert (await own.get(where)).json()["version"] == 1


async def test_the_number_is_never_kept_as_the_answer_to_a_repeated_key(
    staff: Staff, db: asyncpg.Connection
) -> None:
    made, own = await written(staff), staff("officer")
    asked = {"json": {"reason": "Đối chiếu"}, "headers": {"Idempotency-Key": "sight-0002"}}

    first = await own.post(f"{URL}/{made['id']}/reveal", **asked)  # type: ignore[arg-type]
    again = await own.post(f"{URL}/{made['id']}/reveal", **asked)  # type: ignore[arg-type]

    assert first.json() == again.json()
    answers = [row["answer"] for row in await db.fetch("SELECT answer::text FROM changes")]
    assert not [answer for answer in answers if answer and NUMBER in answer]
    assert await db.fetchval("SELECT count(*) FROM changes WHERE action = 'reveal'") == 2


async def test_a_paper_is_changed_left_alone_and_taken_away(
    staff: Staff, db: asyncpg.Connection
) -> None:
    made, own = await written(staff), staff("officer")
    where, why = f"{URL}/{made['id']}", {"reason": "Đối chiếu"}

    kept = await own.merge(where, {"title": "Giám đốc quốc gia"}, 1)
    still = await own.post(f"{where}/reveal", json=why)
    half = await own.merge(where, {"paper_number": None}, 2)
    other = await own.merge(where, {"paper_number": "P9900112233"}, 2)
    gone = await own.merge(where, {"paper_kind": None}, 3)
    nothing = await own.post(f"{where}/reveal", json=why)

    assert (kept.json()["paper_masked"], still.json()["number"]) == ("••••321", NUMBER)
    assert (half.status_code, half.json()["code"]) == (409, "registry.paper_incomplete")
    assert other.json()["paper_masked"] == "••••233"
    assert (gone.json()["paper_masked"], gone.json()["allowed_actions"]) == (None, ["update"])
    assert (nothing.status_code, nothing.json()["code"]) == (409, "registry.nothing_sealed")
    assert await db.fetchval("SELECT count(*) FROM representative_papers") == 0


async def test_a_person_is_found_by_the_number_and_it_goes_at_an_erasure(
    staff: Staff, db: asyncpg.Connection
) -> None:
    made, admin = await written(staff), staff("admin", "VUFO")
    named = [{"resource": "representatives", "id": made["id"]}]

    found = await admin.post("/v1/subjects/find", json={"texts": [NUMBER]})
    said = {"id": "0191d5a0-0000-7000-8000-00004f7a2b1c", "texts": [NAME, NUMBER]}
    done = await admin.post(
        "/v1/subjects/erase", json={**said, "records": named, "reason": "Đơn số 12 (demo)"}
    )

    assert [one["resource"] for one in found.json()["records"]] == ["representatives"]
    assert done.json()["records"] == 1
    left = await stored(db)
    assert NUMBER.casefold() not in left
    assert NAME.casefold() not in left


async def test_the_list_says_who_held_a_post_that_day_also_of_a_record_merged_away(
    staff: Staff,
) -> None:
    own = staff("officer")
    made = await written(staff, ends={"date": "2025-02-28"})
    into = await an_ngo(own, "Tổ chức còn lại (demo)")

    async def held(day: str, ngo: str) -> list[str]:
        answer = await own.get(URL, params={"as_of": day, "ngo_id": ngo})
        return [one["person"] for one in answer.json()["items"]]

    before = await held("2024-06-01", into)
    merged = await own.act(
        f"/v1/ngos/{made['ngo_id']}/merge", 1, {"into": into, "reason": "Trùng hồ sơ"}
    )

    assert merged.status_code == 200, merged.text
    assert (before, await held("2024-06-01", into)) == ([], [NAME])
    assert (await held("2024-02-29", into), await held("2025-03-01", into)) == ([], [])


async def test_who_keeps_the_record_is_who_changes_it(staff: Staff, demo: Loaded) -> None:
    made = await written(staff)

    foreign = await staff("officer", "HAIPHONG").merge(f"{URL}/{made['id']}", {"title": "x"}, 1)
    undated = await staff("officer").post(
        URL, json={"ngo_id": made["ngo_id"], "person": "Ông Không Ngày (demo)", "post": "deputy"}
    )

    assert (foreign.status_code, foreign.json()["code"]) == (403, "registry.not_steward")
    assert (undated.status_code, undated.json()["code"]) == (409, "registry.undated_post")
