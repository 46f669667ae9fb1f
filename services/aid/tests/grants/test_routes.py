"""Grants over HTTP: entering, correcting, finding, and what another unit may know."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from chassis.testing import Caller

Making = Callable[..., Awaitable[dict[str, Any]]]
DRAFT = {"title_vi": "Phòng khám lưu động", "form": "project"}
NOBODY = "01900000-0000-7000-8000-000000000000"


async def test_an_officer_enters_a_draft_with_a_code(client: Caller) -> None:
    answer = await client.as_("officer").post("/v1/grants", json=DRAFT)

    grant = answer.json()
    assert answer.status_code == 201, answer.text
    assert answer.headers["location"] == f"/v1/grants/{grant['id']}"
    assert re.fullmatch(r"VT-20[0-9]{2}-0001", grant["code"])
    assert (grant["status"], grant["amount"], grant["sectors"]) == ("draft", None, [])
    assert grant["allowed_actions"] == ["update", "submit", "withdraw"]


@pytest.mark.parametrize("role", ["viewer", "auditor", "admin", "appraiser", "approver"])
async def test_only_officers_and_integrators_enter_grants(client: Caller, role: str) -> None:
    answer = await client.as_(role).post("/v1/grants", json=DRAFT)

    assert (answer.status_code, answer.json()["code"]) == (403, "identity.role")


async def test_a_client_writes_within_its_scope_and_decides_nothing(client: Caller) -> None:
    integrator = client.as_("integrator", kind="client", scope="aid:grants:write aid:grants:read")

    made = await integrator.post("/v1/grants", json=DRAFT, headers={"Idempotency-Key": "one"})
    decided = await client.as_("approver", kind="client", scope="aid:grants:write").act(
        f"/v1/grants/{made.json()['id']}/approve", 1, {}
    )

    assert made.status_code == 201
    assert (decided.status_code, decided.json()["code"]) == (403, "identity.scope")


async def test_a_merge_patch_changes_what_it_names_and_clears_with_null(
    client: Caller, a_grant: Making
) -> None:
    grant = await a_grant()
    url = f"/v1/grants/{grant['id']}"
    patch = {"amount": {"amount": "671000.50", "currency": "USD"}, "purpose": None}

    changed = (await client.as_("officer").merge(url, patch, 1)).json()

    assert changed["amount"] == {"amount": "671000.50", "currency": "USD"}
    assert changed["purpose"] is None
    assert changed["title_vi"] == grant["title_vi"]
    assert changed["version"] == 2


@pytest.mark.parametrize(
    ("fields", "status", "code", "pointer"),
    [
        ({"donor_id": NOBODY}, 409, "aid.unknown_donor", "/body/donor_id"),
        ({"recipient_id": NOBODY}, 409, "aid.unknown_recipient", "/body/recipient_id"),
        (
            {"amount": {"amount": "10.5", "currency": "VND"}},
            409, "aid.dong_has_no_parts", "/body/amount/amount",
        ),
        (
            {"starts_on": "2022-01-02", "ends_on": "2022-01-01"},
            409, "aid.dates_out_of_order", "/body/ends_on",
        ),
        ({"amount": {"amount": "-1", "currency": "VND"}}, 422, "invalid", "/body/amount/amount"),
        ({"amount": {"amount": 5, "currency": "VND"}}, 422, "invalid", "/body/amount/amount"),
        ({"amount": {"amount": "1e9", "currency": "VND"}}, 422, "invalid", "/body/amount/amount"),
        ({"amount": {"amount": "5"}}, 422, "invalid", "/body/amount/currency"),
        ({"form": "loan"}, 422, "invalid", "/body/form"),
        ({"provinces": ["79"]}, 422, "invalid", "/body/provinces/0"),
        ({"provinces": ["VN-79", "VN-79"]}, 422, "invalid", "/body/provinces"),
        (
            {"sectors": [{"code": "a", "percentage": "50"}, {"code": "a", "percentage": "50"}]},
            409, "aid.sector_repeated", "/body/sectors",
        ),
        (
            {"sectors": [{"code": "a", "percentage": "101"}]},
            422, "invalid", "/body/sectors/0/percentage",
        ),
        ({"status": "approved"}, 422, "invalid", "/body"),
        ({"unit_id": NOBODY}, 422, "invalid", "/body"),
        ({"approved_on": "2021-01-01"}, 422, "invalid", "/body"),
        ({"code": "VT-2021-0001"}, 422, "invalid", "/body"),
        ({"title_vi": "a\u0000b"}, 422, "invalid", "/body/title_vi"),
        ({"starts_on": "9999-12-31"}, 422, "invalid", "/body/starts_on"),
    ],
)  # fmt: skip
async def test_what_cannot_be_entered_is_refused_by_name(
    client: Caller, fields: dict[str, Any], status: int, code: str, pointer: str
) -> None:
    answer = await client.as_("officer").post("/v1/grants", json=DRAFT | fields)

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["errors"][0]["pointer"] == pointer


async def test_donor_and_recipient_of_another_unit_are_unknown(
    client: Caller, a_donor: Making, a_recipient: Making
) -> None:
    foreign = {
        "donor_id": (await a_donor("CANTHO"))["id"],
        "recipient_id": (await a_recipient("CANTHO"))["id"],
    }

    for name, value in foreign.items():
        answer = await client.as_("officer").post("/v1/grants", json=DRAFT | {name: value})
        assert answer.status_code == 409, name
        assert answer.json()["errors"][0]["pointer"] == f"/body/{name}"


def _without_request_id(answer: httpx.Response) -> str:
    return answer.text.replace(answer.json()["request_id"], "…")


STEP = {"opinion": "x"}
OPERATIONS: list[tuple[str, str, str, dict[str, Any] | None]] = [
    ("GET", "", "officer", None),
    ("GET", "/history", "auditor", None),
    ("GET", "/documents", "viewer", None),
    ("GET", "/documents/{other}", "viewer", None),
    ("GET", "/documents/{other}/content", "viewer", None),
    ("DELETE", "/documents/{other}", "officer", None),
    ("PATCH", "", "officer", {"title_vi": "x"}),
    ("POST", "/submit", "officer", None),
    ("POST", "/withdraw", "officer", None),
    ("POST", "/return", "appraiser", {"reason": "x"}),
    ("POST", "/appraise", "appraiser", {"opinion": "x"}),
    ("POST", "/reject", "approver", {"reason": "x"}),
    (
        "POST", "/approve", "approver",
        {"decision_number": "1", "decided_on": "2021-01-01", "authority": "x"},
    ),
]  # fmt: skip


async def test_another_units_grant_answers_like_one_that_never_was(
    client: Caller, a_grant: Making
) -> None:
    foreign = (await a_grant("submitted", "CANTHO"))["id"]

    for method, path, role, body in OPERATIONS:
        seen = []
        for grant in (foreign, NOBODY):
            headers = {"If-Match": '"1"'}
            if method == "PATCH":
                headers["Content-Type"] = "application/merge-patch+json"
            url = f"/v1/grants/{grant}{path.format(other=NOBODY)}"
            request: dict[str, Any] = {"headers": headers} | ({"json": body} if body else {})
            answer = await client.as_(role, "HUFO").request(method, url, **request)
            assert answer.status_code == 404, (method, path, answer.text)
            seen.append(_without_request_id(answer))
        assert seen[0] == seen[1], (method, path)


async def test_national_staff_read_every_unit_and_step_into_none(
    client: Caller, a_grant: Making
) -> None:
    grant = await a_grant("submitted")
    url = f"/v1/grants/{grant['id']}"
    national = client.as_("appraiser", "VUFO")

    seen = await national.get(url)
    step = await national.act(f"{url}/appraise", grant["version"], {"opinion": "x"})

    assert (seen.status_code, seen.json()["allowed_actions"]) == (200, [])
    assert step.status_code == 404
