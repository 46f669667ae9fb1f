"""What a certificate said and was on a day, without a database."""

from datetime import date
from typing import Any

import pytest

from registry.certificates.rules import CertificateStatus, replaced, said_on, status_on

OLD: dict[str, Any] = {
    "number": "1", "issuer": "A", "provinces": ["VN-79"], "sectors": [],
    "former": [], "valid_from": date(2024, 1, 1),
}  # fmt: skip
WIDER = {"provinces": ["VN-79", "VN-92"]}


def test_an_amendment_keeps_what_it_replaced_until_the_day_before() -> None:
    once = replaced(OLD, WIDER, date(2025, 3, 1))
    amended = {**OLD, **WIDER, "former": once}
    twice = replaced(amended, {"number": "2"}, date(2025, 6, 1))
    now = {**amended, "number": "2", "former": twice}

    said = {day: said_on(now, date.fromisoformat(day)) for day in
            ("2024-06-01", "2025-02-28", "2025-03-01", "2025-05-31", "2025-06-01")}  # fmt: skip

    assert [one["until"] for one in twice] == ["2025-02-28", "2025-05-31"]
    assert [one.get("provinces") for one in said.values()] == [
        *(["VN-79"], ["VN-79"], ["VN-79", "VN-92"], ["VN-79", "VN-92"], None)
    ]


@pytest.mark.parametrize(
    ("changes", "on"),
    [
        ({"provinces": ["VN-79"]}, "2025-03-01"),  # nothing changed
        ({"valid_to": "2027-01-01"}, "2025-03-01"),  # an extension replaces nothing
        (WIDER, "2024-01-01"),  # before it held for a day
    ],
)
def test_what_replaces_nothing_leaves_no_past(changes: dict[str, Any], on: str) -> None:
    assert replaced(OLD, changes, date.fromisoformat(on)) == []


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2025-02-28", CertificateStatus.ACTIVE),
        ("2025-03-01", CertificateStatus.SUSPENDED),
        ("2025-04-30", CertificateStatus.SUSPENDED),
        ("2025-05-01", CertificateStatus.ACTIVE),
    ],
)
def test_a_lifted_suspension_still_was_one(day: str, status: CertificateStatus) -> None:
    over = [{"since": "2025-03-01", "lifted_on": "2025-05-01"}]
    dates = {"valid_from": date(2024, 1, 1), "valid_to": None, "ended_on": None}

    found = status_on(date.fromisoformat(day), **dates, suspended_on=None, suspensions=over)

    assert found is status
