"""Every list of the register can be had whole as a file, with a value for each of its titles."""

import csv
import io
import json
from collections.abc import Callable

import pytest
from fastapi import FastAPI

from chassis.testing import Caller
from registry.demo.load import Loaded

Staff = Callable[..., Caller]
LISTS = (
    *("ngos", "certificates", "procedures", "units", "terms", "officers", "foundings", "members"),
    *("parties", "agreements", "recognitions", "needs", "referrals"),
    *("representatives", "bank-accounts", "contacts", "proposals", "obligations"),
    *("deadlines", "regions", "countries", "provinces", "sectors", "working-days/exceptions"),
)


def titled(app: FastAPI) -> set[str]:
    """The lists whose contract offers a file."""
    paths = app.openapi()["paths"]
    found = set()
    for path, operations in paths.items():
        good = operations.get("get", {}).get("responses", {}).get("200", {})
        if "text/csv" in good.get("content", {}):
            found.add(path.removeprefix("/v1/"))
    return found


def test_these_are_all_that_offer_one(app: FastAPI) -> None:
    assert titled(app) == set(LISTS)


# the demonstration data has procedures in a house alone
@pytest.mark.parametrize("name", [name for name in LISTS if name != "procedures"])
async def test_a_list_is_one_file_of_all_its_rows(staff: Staff, demo: Loaded, name: str) -> None:
    viewer, url = staff("viewer", "VUFO"), f"/v1/{name}"

    page = (await viewer.get(url, params={"count": "true", "limit": 1})).json()
    text = (await viewer.get(url, headers={"Accept": "text/csv"})).content.decode("utf-8-sig")
    lines = (await viewer.get(url, headers={"Accept": "application/x-ndjson"})).text.splitlines()

    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == len(lines) == page["total"] > 0
    assert {row["Id"] for row in rows} == {json.loads(line)["id"] for line in lines}
    filled = {title for row in rows for title, value in row.items() if value}
    assert len(filled) >= len(rows[0]) * 0.6, f"empty: {sorted(rows[0].keys() - filled)}"
    assert len(set(rows[0])) == len(next(csv.reader(io.StringIO(text)))), "no title twice"


def test_every_title_of_a_file_is_a_field_of_its_list() -> None:
    from registry.agreements.queries import AGREEMENTS
    from registry.bank_accounts.queries import BANK_ACCOUNTS
    from registry.contacts.queries import CONTACTS
    from registry.foundings.queries import FOUNDINGS
    from registry.members.queries import MEMBERS
    from registry.needs.queries import NEEDS
    from registry.officers.queries import OFFICERS
    from registry.parties.queries import PARTIES
    from registry.procedures.queries import PROCEDURES
    from registry.proposals.queries import PROPOSALS
    from registry.recognitions.queries import RECOGNITIONS
    from registry.referrals.queries import REFERRALS
    from registry.representatives.queries import REPRESENTATIVES
    from registry.terms.queries import TERMS
    from registry.units.queries import UNITS

    for one in (
        *(AGREEMENTS, FOUNDINGS, MEMBERS, NEEDS, OFFICERS, PARTIES, PROCEDURES, RECOGNITIONS),
        *(REFERRALS, TERMS, UNITS, REPRESENTATIVES, BANK_ACCOUNTS, CONTACTS, PROPOSALS),
    ):
        assert one.sheet
        keys = {column.key for column in one.sheet.columns}
        assert keys <= set(one.base.selected_columns.keys()), one.sheet.name


@pytest.mark.parametrize(
    ("name", "day"), [("certificates", "2021-11-11"), ("obligations", "2026-02-01")]
)
async def test_a_file_of_a_past_day_says_what_the_list_says(
    staff: Staff, demo: Loaded, name: str, day: str
) -> None:
    viewer, url = staff("viewer", "VUFO"), f"/v1/{name}?as_of={day}"

    text = (await viewer.get(url, headers={"Accept": "text/csv"})).content.decode("utf-8-sig")
    lines = (await viewer.get(url, headers={"Accept": "application/x-ndjson"})).text.splitlines()

    shown = {one["id"]: one["status"] for one in map(json.loads, lines)}
    filed = {row["Id"]: row["Trạng thái"] for row in csv.DictReader(io.StringIO(text))}
    assert filed == shown != {}
