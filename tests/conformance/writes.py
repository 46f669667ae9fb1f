"""Creating once, changing what one has read, and nothing by accident."""

import json
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

from .kit import RECIPIENTS, House, expect, scenario


@scenario("a POST without a key is refused: it could not be repeated safely")
def without_key(house: House) -> None:
    token = house.ask_token().json()["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    answer = house.http.post(RECIPIENTS, json=house.recipient(), headers=headers)
    house.problem(answer, 400, "idempotency.required")


@scenario("a new record is 201 with its address and version")
def created(house: House) -> None:
    answer = house.create()
    expect(answer.status_code == 201, "it was not made", answer)
    place = answer.headers.get("location", "")
    expect(place.endswith(f"{RECIPIENTS}/{answer.json()['id']}"), f"Location is {place!r}")
    expect(answer.headers.get("etag") == '"1"', "ETag is not the version")
    read = house.get(f"{RECIPIENTS}/{answer.json()['id']}")
    expect(read.headers.get("etag") == '"1"', "the record is read with another ETag", read)


@scenario("the same key and body get the first answer, letter by letter")
def repeated(house: House) -> None:
    key, name = uuid4().hex, f"Trường Nhắc lại {uuid4().hex[:8]} (demo)"
    first = house.create(name, **{"Idempotency-Key": key})
    again = house.create(name, **{"Idempotency-Key": key})
    expect(again.status_code == 201, "the repeat was refused", again)
    expect(first.content == again.content, "the repeat has another body", again)
    expect(again.headers.get("idempotent-replayed") == "true", "the repeat is not marked")
    expect("idempotent-replayed" not in first.headers, "the first is marked as a repeat")


@scenario("the same key with another body is refused")
def another_body(house: House) -> None:
    key = uuid4().hex
    house.create(**{"Idempotency-Key": key})
    house.problem(house.create(**{"Idempotency-Key": key}), 422, "idempotency.key_reused")


@scenario("ten at once with one key make one record")
def at_once(house: House) -> None:
    key, name = uuid4().hex, f"Trường Cùng lúc {uuid4().hex[:8]} (demo)"
    house.get(RECIPIENTS, limit=1)
    with ThreadPoolExecutor(10) as threads:
        answers = list(
            threads.map(lambda _: house.create(name, **{"Idempotency-Key": key}), range(10))
        )
    ids = {answer.json()["id"] for answer in answers if answer.status_code == 201}
    expect(len(ids) == 1, f"{len(ids)} records were made")
    others = {answer.status_code for answer in answers}
    expect(others <= {201, 409}, f"answers were {sorted(others)}")


@scenario("an own id is taken, and only once")
def own_id(house: House) -> None:
    body = {**house.recipient(), "id": str(uuid4())}
    first = house.call("POST", RECIPIENTS, json=body)
    house.made.append(f"{RECIPIENTS}/{body['id']}")
    expect(first.status_code == 201 and first.json()["id"] == body["id"], "not taken", first)
    house.problem(house.call("POST", RECIPIENTS, json=body), 409)


@scenario("a change names its version, else 428")
def without_a_version(house: House) -> None:
    path = f"{RECIPIENTS}/{house.create().json()['id']}"
    house.problem(house.patch(path, '{"name_en": "x"}', None), 428)


@scenario("a stale version is 412 and changes nothing")
def stale(house: House) -> None:
    path = f"{RECIPIENTS}/{house.create().json()['id']}"
    taken = house.patch(path, '{"name_en": "first"}', '"1"')
    expect(taken.headers.get("etag") == '"2"', "the version did not rise", taken)
    house.problem(house.patch(path, '{"name_en": "second"}', '"1"'), 412)
    expect(house.get(path).json()["name_en"] == "first", "the late change came through")


@scenario("of ten changes at once on one version, one wins")
def a_race(house: House) -> None:
    path = f"{RECIPIENTS}/{house.create().json()['id']}"
    with ThreadPoolExecutor(10) as threads:
        bodies = [json.dumps({"name_en": f"n{n}"}) for n in range(10)]
        seen = [a.status_code for a in threads.map(lambda b: house.patch(path, b, '"1"'), bodies)]
    expect(sorted(seen) == [200, *[412] * 9], f"answers were {sorted(seen)}")


@scenario("a merge patch clears with null and leaves the rest")
def merged(house: House) -> None:
    made = house.create().json()
    path = f"{RECIPIENTS}/{made['id']}"
    after = house.patch(path, '{"province": null}', '"1"').json()
    expect(after["province"] is None, "null does not clear")
    expect(after["name_vi"] == made["name_vi"], "what was left out changed")


@scenario("a patch is merge-patch+json, and the refusal says so")
def wrong_media(house: House) -> None:
    path = f"{RECIPIENTS}/{house.create().json()['id']}"
    headers = {"If-Match": '"1"', "Content-Type": "application/json"}
    answer = house.call("PATCH", path, content="{}", headers=headers)
    house.problem(answer, 415)
    expect("merge-patch" in answer.headers.get("accept-patch", ""), "no Accept-Patch", answer)


@scenario("a deleted record is 404 and stays so")
def deleted(house: House) -> None:
    path = f"{RECIPIENTS}/{house.create().json()['id']}"
    answer = house.call("DELETE", path, headers={"If-Match": '"1"'})
    expect(answer.status_code == 204, "it was not deleted", answer)
    house.problem(house.get(path), 404)


@scenario("history tells who changed what")
def history(house: House) -> None:
    path = f"{RECIPIENTS}/{house.create().json()['id']}"
    house.patch(path, '{"name_en": "told"}', '"1"')
    entries = house.get(f"{path}/history").json()["items"]
    expect([one["action"] for one in entries] == ["update", "create"], "entries are missing")
    fields = {one["field"]: one["after"] for one in entries[0]["fields"]}
    expect(fields == {"name_en": "told"}, f"the change is told as {fields}")
