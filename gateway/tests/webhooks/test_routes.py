"""Who may name an address, what is shown of it, and what is refused."""

import asyncio
from typing import Any

import asyncpg
import pytest

pytestmark = pytest.mark.usefixtures("hasty")
URL = "/api/gateway/v1/webhooks"


def body(**values: Any) -> dict[str, Any]:
    return {
        "name": "Kho",
        "url": "https://kho.example.vn/hook",
        "types": ["registry.ngos"],
    } | values


async def test_a_secret_is_shown_once_and_kept_sealed(
    hasty: None, signed_in: Any, db: asyncpg.Connection
) -> None:
    who = await signed_in("integrator")

    made = await who.post(URL, json=body())

    said = made.json()
    assert made.status_code == 201, made.text
    assert said["secret"].startswith("whsec_")
    assert (said["unit_code"], said["status"]) == ("HUFO", "active")
    assert set(said["allowed_actions"]) == {"change", "rotate", "replay", "disable"}
    seen = (await who.get(URL)).text + (await who.get(made.headers["location"])).text
    logged = await db.fetchval("SELECT string_agg(changes::text, '') FROM changes")
    stored = await db.fetchval("SELECT string_agg(webhooks::text, '') FROM webhooks")
    assert said["secret"] not in seen + logged + stored


@pytest.mark.parametrize(
    ("values", "status", "code"),
    [
        ({"url": "https://10.0.0.1/"}, 409, "webhooks.address"),
        ({"url": "https://user@kho.example.vn/"}, 409, "webhooks.address"),
        ({"url": "ftp://kho.example.vn/"}, 422, "invalid"),
        ({"types": ["other.things"]}, 409, "webhooks.no_such_service"),
        ({"types": ["*"]}, 422, "invalid"),
        ({"types": []}, 422, "invalid"),
        ({"secret": "mine"}, 422, "invalid"),
    ],
)
async def test_what_cannot_be_told_is_refused(
    hasty: None, signed_in: Any, values: dict[str, Any], status: int, code: str
) -> None:
    answer = await (await signed_in("integrator")).post(URL, json=body(**values))

    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text


async def test_a_program_hears_only_what_it_may_read(
    hasty: None, client: Any, a_token: Any
) -> None:
    token = await a_token("gateway:webhooks:write", "registry:changes:read")
    client.headers.update({"Authorization": f"Bearer {token}", "Idempotency-Key": "one"})

    may = await client.post(URL, json=body())
    may_not = await client.post(URL, json=body(types=["aid"]))

    assert may.status_code == 201, may.text
    assert (may_not.status_code, may_not.json()["code"]) == (403, "identity.scope")


async def test_another_units_webhook_is_not_there(hasty: None, signed_in: Any) -> None:
    made = (await (await signed_in("integrator", "CANTHO")).post(URL, json=body())).json()
    mine, national = await signed_in("integrator"), await signed_in("admin", "VUFO")

    for path in (f"{URL}/{made['id']}", f"{URL}/{made['id']}/deliveries"):
        assert (await mine.get(path)).status_code == 404
        assert (await national.get(path)).status_code == 200
    stop = await mine.post(f"{URL}/{made['id']}/disable", headers={"If-Match": "*"})
    assert stop.status_code == 404
    assert (await mine.get(URL)).json()["items"] == []


async def test_a_webhook_of_the_whole_country_is_in_no_units_feed(
    hasty: None, signed_in: Any, db: asyncpg.Connection
) -> None:
    theirs, national = await signed_in("admin"), await signed_in("admin", "VUFO")
    wide = (await national.post(URL, json=body(name="Toàn quốc"))).json()
    own = (await theirs.post(URL, json=body())).json()

    while await db.fetchval("SELECT count(*) FROM changes WHERE pos IS NULL"):
        await asyncio.sleep(0.05)
    pages = [(await who.get("/api/gateway/v1/changes")).json() for who in (theirs, national)]
    seen, whole = ({one["subject"] for one in page["items"]} for page in pages)

    assert own["id"] in seen
    assert wide["id"] not in seen
    assert {own["id"], wide["id"]} <= whole
    entries = (await theirs.get("/api/gateway/v1/changes/entries")).json()["items"]
    assert wide["id"] not in {one["record_id"] for one in entries}


@pytest.mark.parametrize("role", ["officer", "viewer", "appraiser"])
async def test_only_administrators_and_integrators_name_addresses(
    hasty: None, signed_in: Any, role: str
) -> None:
    assert (await (await signed_in(role)).post(URL, json=body())).status_code == 403


async def test_it_is_changed_stopped_and_started_on_a_version(hasty: None, signed_in: Any) -> None:
    who = await signed_in("admin")
    made = (await who.post(URL, json=body())).json()
    path = f"{URL}/{made['id']}"
    patch = {"Content-Type": "application/merge-patch+json"}

    no_version = await who.patch(path, content='{"name": "Khác"}', headers=patch)
    changed = await who.patch(
        path, content='{"types": ["registry", "aid"]}', headers=patch | {"If-Match": '"1"'}
    )
    stopped = await who.post(f"{path}/disable", headers={"If-Match": '"2"'})
    again = await who.post(f"{path}/disable", headers={"If-Match": '"3"'})
    stale = await who.post(f"{path}/enable", headers={"If-Match": '"1"'})
    started = await who.post(f"{path}/enable", headers={"If-Match": '"3"'})

    assert no_version.status_code == 428
    assert changed.json()["types"] == ["registry", "aid"]
    assert (stopped.json()["status"], stopped.json()["disabled_reason"]) == ("disabled", "asked")
    assert again.json()["code"] == "webhooks.already_disabled"
    assert stale.status_code == 412
    assert started.json()["status"] == "active"


async def test_a_replay_goes_no_further_than_what_was_heard(
    hasty: None, signed_in: Any, happen: Any
) -> None:
    happen(3)
    who = await signed_in("integrator")
    made = (await who.post(URL, json=body())).json()

    async def replay(**said: Any) -> Any:
        return await who.post(f"{URL}/{made['id']}/replay", json=said, headers={"If-Match": "*"})

    beyond = await replay(service="registry", after=4)
    other = await replay(service="aid", after=0)

    assert beyond.json()["code"] == "webhooks.not_so_far"
    assert other.json()["code"] == "webhooks.not_its_service"
    assert (await replay(service="registry", after=0)).status_code == 200
