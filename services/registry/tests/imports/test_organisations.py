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


LEI = "lei | 5493006MHB84DD0ZWV18"
OTHER_ROW = {"name_vi": "Quỹ Khác", "number": "02/2026", "identifiers": LEI}


@pytest.mark.parametrize(
    "written",
    [LEI, "lei | 5493 006m-hb84 dd0z-wv18"],
    ids=["as on record", "with other strokes and spaces"],
)
def test_a_number_of_another_organisation_is_refused_in_its_row(written: str) -> None:
    bearer = on_record()
    bearer.values["identifiers"] = [{"scheme": "lei", "value": LEI[6:]}]

    (outcome,) = outcomes({**OTHER_ROW, "identifiers": written}, known=[bearer])

    assert outcome.result is Result.ERROR
    assert told(outcome) == [("identifiers", "registry.number_of_another")]
    assert outcome.reasons[0].params["name"] == "Quỹ Đường Mới"


def test_two_rows_that_give_one_number_to_two_organisations_name_each_other() -> None:
    own, again, other = outcomes(
        {"identifiers": LEI},
        {"identifiers": LEI, "number": "03", "kind": "representative_office"},
        OTHER_ROW,
    )

    assert (own.result, again.result) == (Result.ADD, Result.ADD)
    assert told(other) == [("identifiers", "registry.number_in_row")]
    assert other.reasons[0].params["row"] == "2"
