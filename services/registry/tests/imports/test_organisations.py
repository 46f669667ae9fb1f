"""Rows that speak of an organisation alone, and all that a list may say of one."""

from typing import Any

import pytest

from registry.imports.rules import Result

from .test_rules import on_record, outcomes, told

BARE = dict.fromkeys(("kind", "number", "issuer", "issued_on", "valid_from", "valid_to"))


def test_a_row_without_a_certificate_speaks_of_its_organisation_alone() -> None:
    new, same = (
        outcomes({**BARE, "provinces": None}),
        outcomes({**BARE, "provinces": None}, known=[on_record()]),
    )

    assert [(one.result, one.after and one.after["certificate"]) for one in (*new, *same)] == [
        (Result.ADD, None),
        (Result.SAME, None),
    ]


def test_half_a_certificate_is_refused_by_what_it_lacks() -> None:
    (outcome,) = outcomes({"number": None, "issuer": None})

    assert told(outcome) == [("number", "field.missing"), ("issuer", "field.missing")]


def test_the_id_that_a_row_bears_comes_before_its_name() -> None:
    row = {
        "name_vi": "Quỹ Đổi Tên",
        "public_id": "INGO-000009-89",
        "sectors": "Dạy nghề, hướng nghiệp",
    }

    (outcome,) = outcomes({**row, **BARE, "provinces": None}, known=[on_record()])

    assert outcome.result is Result.CHANGE
    assert outcome.before
    assert outcome.before["ngo"]["name_vi"] == "Quỹ Đường Mới"


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ({"names": "former | en | Old Fund | 2009-01-01 | 2001-01-01"}, "names"),
        ({"names": "nickname | en | Old Fund"}, "names"),
        ({"names": "former | English | Old Fund"}, "names"),
        ({"identifiers": "lei | 12345"}, "identifiers"),
        ({"identifiers": "other"}, "identifiers"),
        ({"public_id": "INGO-000009-88"}, "public_id"),
        ({"founded_year": 1066}, "founded_year"),
    ],
)
def test_what_an_organisation_cannot_be_called_or_numbered_is_refused(
    cells: dict[str, Any], field: str
) -> None:
    (outcome,) = outcomes(cells)

    assert outcome.result is Result.ERROR
    assert [name for name, _ in told(outcome)] == [field]
