"""Another unit's record named indirectly, in a body, a nested address or a filter, is refused, and
nothing changes; what the server owns cannot be set from outside."""

from typing import Any

import pytest
import pytest_asyncio

from tests.contract.callers import Caller, Callers
from tests.contract.matrix import shape
from tests.contract.operations import Operation
from tests.contract.tour import STEPS, Tour

pytestmark = pytest.mark.asyncio(loop_scope="session")
UNKNOWN = "01890000-0000-7000-8000-000000000000"


@pytest_asyncio.fixture(loop_scope="session")
async def foreign(callers: Callers) -> Caller:
    return await callers.as_("officer", "HAIPHONG")


@pytest.fixture
def theirs(callers: Callers, known: dict[str, Operation]) -> Tour:
    return Tour(callers, known, "HAIPHONG")


async def test_a_paper_is_found_under_its_own_dossier_only(
    tour: Tour, theirs: Tour, foreign: Caller
) -> None:
    paper = await tour.ready("aid_get_document")
    own = await theirs.make("aid_create_grant")
    for tail in ("", "/content"):
        asked = [
            await foreign.get(f"/api/aid/v1/grants/{own}/documents/{document}{tail}")
            for document in (paper.ids["document_id"], UNKNOWN)
        ]
        assert asked[0].status_code == 404
        assert shape(asked[0]) == shape(asked[1])


@pytest.mark.parametrize(
    ("maker", "field", "named"),
    [
        ("aid_create_grant", "donor_id", "aid_create_donor"),
        ("aid_create_grant", "recipient_id", "aid_create_recipient"),
        ("events_create_booking", "event_id", "events_create_event"),
    ],
)
async def test_a_body_that_names_a_foreign_record_is_refused_like_an_unknown_one(
    maker: str, field: str, named: str, tour: Tour, theirs: Tour, foreign: Caller
) -> None:
    secret = await tour.make(named)
    ready = await theirs.ready(maker)
    told = [
        await foreign.post(ready.url, json={**ready.body(), field: record})
        for record in (secret, UNKNOWN)
    ]
    assert told[0].status_code == 409
    assert shape(told[0]) == shape(told[1])
    assert tour.canary not in told[0].text


async def test_who_does_not_keep_an_organisation_adds_no_certificate_to_it(
    tour: Tour, theirs: Tour, foreign: Caller
) -> None:
    ngo = await tour.make("registry_create_ngo")
    ready = await theirs.ready("registry_create_certificate")
    refused = await foreign.post(ready.url, json={**ready.body(), "ngo_id": ngo})
    assert refused.status_code == 403
    of_it = await foreign.get(ready.url, params={"ngo_id": ngo})
    assert of_it.json()["items"] == []


async def test_an_administrator_makes_nobody_for_another_unit(callers: Callers, tour: Tour) -> None:
    admin = await callers.as_("admin", "HAIPHONG")
    for maker in ("gateway_create_account", "gateway_create_client"):
        ready = await tour.ready(maker)  # HUFO's, complete and valid
        refused = await admin.post(ready.url, json=ready.body())
        assert (refused.status_code, refused.json()["code"]) == (403, "accounts.foreign_unit")


# A list of each part whose pages hold one unit's records, and what makes one of them.
OF_A_UNIT = {
    "aid_list_grants": "aid_create_grant",
    "aid_list_recipients": "aid_create_recipient",
    "events_list_events": "events_create_event",
    "registry_list_imports": "registry_create_import",
    "gateway_list_accounts": "gateway_create_account",
}


@pytest.mark.parametrize(("lister", "maker"), sorted(OF_A_UNIT.items()))
async def test_another_units_cursor_opens_none_of_its_pages(
    lister: str, maker: str, tour: Tour, known: dict[str, Operation], callers: Callers
) -> None:
    op = known[lister]
    role = "admin" if lister.startswith("gateway") else "officer"
    made = {await tour.make(maker) for _ in range(3)}
    owner, stranger = await callers.as_(role), await callers.as_(role, "HAIPHONG")
    query: dict[str, str] = {"limit": "1"}
    seen: set[str] = set()
    while not made & seen:  # until the page after this cursor is one of those just made
        page = (await owner.get(op.path, params=query)).json()
        seen |= {one["id"] for one in page["items"]}
        assert page["next_cursor"], f"{made} are in no page of {lister}"
        cursor, query = query, query | {"cursor": page["next_cursor"]}

    answer = await stranger.get(op.path, params=cursor | {"limit": "200"})

    assert answer.status_code == 200
    assert not made & {one["id"] for one in answer.json()["items"]}
    assert tour.canary not in answer.text


@pytest.mark.parametrize(
    ("maker", "address", "field"),
    [
        ("aid_create_grant", "/api/aid/v1/grants", "title_vi"),
        ("events_create_event", "/api/events/v1/events", "title_vi"),
        ("registry_create_contact", "/api/registry/v1/contacts", "summary"),
    ],
)
async def test_no_version_tells_a_foreign_record_from_an_unknown_one(
    maker: str, address: str, field: str, tour: Tour, foreign: Caller
) -> None:
    record = await tour.make(maker)
    for version in ("*", 1, 999):
        told = [
            await foreign.change("PATCH", f"{address}/{one}", {field: "khác"}, version)
            for one in (record, UNKNOWN)
        ]
        assert [answer.status_code for answer in told] == [404, 404]
        assert shape(told[0]) == shape(told[1])
        assert not {"etag", "location"} & told[0].headers.keys()
    named = {"If-None-Match": '"1"'}
    read = [await foreign.get(f"{address}/{one}", headers=named) for one in (record, UNKNOWN)]
    assert shape(read[0]) == shape(read[1])


OWNED: dict[str, Any] = {
    "unit_id": UNKNOWN, "status": "approved", "version": 7, "created_at": "2020-01-01T00:00:00Z",
    "decided_by": UNKNOWN, "submitted_by": UNKNOWN, "demo": True, "allowed_actions": ["approve"],
}  # fmt: skip
CREATES = sorted(
    name for name, step in STEPS.items()
    if "_create_" in name and step.body and not step.basic
    and not name.startswith("gateway_create_session")
)  # fmt: skip


@pytest.mark.parametrize("maker", CREATES)
async def test_what_the_server_owns_cannot_be_set(maker: str, tour: Tour) -> None:
    ready = await tour.ready(maker)
    who = await tour.caller(ready.op)
    for field in OWNED.keys() - ready.body().keys():
        refused = await who.post(ready.url, json={**ready.body(), field: OWNED[field]})
        assert refused.status_code == 422, f"{field}: {refused.text}"
        assert "field.unknown" in refused.text
