"""What each row of a list would do, decided without a database."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from registry.imports.reading import Words, read
from registry.imports.rules import (
    Importer,
    Outcome,
    Result,
    plan,
)
from registry.imports.standing import Known, Organisation, Paper
from registry.places.rules import Named, Vocabulary

HUFO, OTHER = UUID(int=1), UUID(int=2)
MERGER = date(2025, 7, 1)
WORDS = Words(
    countries=Vocabulary([Named("US", ("Hoa Kỳ", "Mỹ")), Named("KR", ("Hàn Quốc",))]),
    provinces=Vocabulary(
        [
            Named("VN-79", ("Thành phố Hồ Chí Minh", "TP.HCM")),
            Named("VN-01", ("Thành phố Hà Nội",)),
            Named("VN-80", ("Tỉnh Long An",), valid_to=date(2025, 6, 30)),
            Named("VN-80", ("Tỉnh Tây Ninh",), valid_from=MERGER),
        ]
    ),
    sectors=Vocabulary(
        [Named("health", ("Y tế",)), Named("vocational_training", ("Dạy nghề, hướng nghiệp",))]
    ),
    read_on=date(2026, 3, 2),
)
CELLS = {
    "name_vi": "Quỹ Đường Mới",
    "name_en": "New Road Fund",
    "short_name": None,
    "home_country": "Mỹ",
    "sectors": "Y tế",
    "provinces": "TP.HCM",
    "kind": "operation",
    "number": "01/2026",
    "issuer": "Bộ Ngoại giao",
    "issued_on": date(2026, 1, 5),
    "valid_from": date(2026, 1, 5),
    "valid_to": date(2029, 1, 4),
}

OFFICE = {"number": "02", "kind": "representative_office"}


def on_record(steward: UUID = HUFO, **paper: Any) -> Organisation:
    """An NGO with one certificate, as CELLS say it."""
    entry = read(0, CELLS, WORDS)
    ngo = Organisation(UUID(int=9), steward, entry.ngo, kept={"public_id": "INGO-000009-89"})
    held = {**(entry.certificate or {}), **paper}
    ngo.certificates.append(Paper(UUID(int=10), ngo, held))
    return ngo


def outcomes(
    *rows: dict[str, Any], known: list[Organisation] | None = None, national: bool = False
) -> list[Outcome]:
    entries = [read(number, {**CELLS, **row}, WORDS) for number, row in enumerate(rows, 2)]
    return plan(entries, Known(known or []), Importer(HUFO, national))


def told(outcome: Outcome) -> list[tuple[str, str]]:
    return [(reason.field, reason.code) for reason in outcome.reasons]


def test_a_new_organisation_is_added_with_its_certificate() -> None:
    (outcome,) = outcomes({})

    assert (outcome.result, outcome.row) == (Result.ADD, 2)
    assert outcome.before == {"ngo": None, "certificate": None}
    assert outcome.after
    assert outcome.after["ngo"]["home_country"] == "US"
    assert outcome.after["certificate"]["issued_on"] == "2026-01-05"


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"name_vi": "QUỸ  ĐƯỜNG MỚI"},
        {"name_vi": "Quy Duong Moi", "name_en": None},
        {"name_en": None, "sectors": None, "valid_to": None},
        {"home_country": "hoa ky", "provinces": "thanh pho ho chi minh"},
        {"issuer": "bộ ngoại giao"},
    ],
)
def test_what_is_on_record_stays_the_same(row: dict[str, Any]) -> None:
    """Neither an empty cell nor a difference of case, marks or spaces is a change."""
    (outcome,) = outcomes(row, known=[on_record()])

    assert outcome.result is Result.SAME, outcome
    assert outcome.before == outcome.after


@pytest.mark.parametrize(
    ("row", "part", "field", "after"),
    [
        ({"provinces": "TP.HCM; Thành phố Hà Nội"}, "certificate", "provinces", ["VN-79", "VN-01"]),
        ({"valid_to": date(2028, 1, 4)}, "certificate", "valid_to", "2028-01-04"),
        ({"name_en": "Newer Road Fund"}, "ngo", "name_en", "Newer Road Fund"),
        ({"short_name": "NRF"}, "ngo", "short_name", "NRF"),
        ({"name_vi": "Quỹ Tên Khác"}, "ngo", "name_vi", "Quỹ Tên Khác"),
    ],
)
def test_what_differs_is_changed(row: dict[str, Any], part: str, field: str, after: object) -> None:
    (outcome,) = outcomes(row, known=[on_record()])

    assert outcome.result is Result.CHANGE
    assert outcome.before
    assert outcome.after
    assert outcome.after[part][field] == after
    assert outcome.before[part][field] != after


def test_sectors_of_an_organisation_are_added_to_and_never_taken_away() -> None:
    row = {"sectors": "Dạy nghề, hướng nghiệp", "number": "02/2030"}
    later = {day: date(2030, 1, 1) for day in ("issued_on", "valid_from", "valid_to")}

    (outcome,) = outcomes({**row, **later}, known=[on_record()])

    assert outcome.result is Result.ADD
    assert outcome.after
    assert outcome.after["ngo"]["sectors"] == ["health", "vocational_training"]


def test_two_rows_of_a_new_organisation_make_one_record() -> None:
    second = {"number": "02/2029", "valid_from": date(2029, 1, 5), "valid_to": None}
    entries = [read(n, {**CELLS, **row}, WORDS) for n, row in enumerate(({}, second), 2)]
    known = Known([])

    results = [outcome.result for outcome in plan(entries, known, Importer(HUFO, False))]

    assert results == [Result.ADD, Result.ADD]
    assert len(known.ngos) == 1
    assert len(known.ngos[0].certificates) == 2


@pytest.mark.parametrize(
    ("second", "code"),
    [
        ({}, "registry.row_repeated"),
        ({"valid_to": date(2027, 1, 1)}, "registry.row_contradicts"),
        ({**OFFICE, "name_en": "X"}, "registry.row_contradicts"),
    ],
)
def test_rows_of_one_file_may_not_repeat_or_contradict_each_other(
    second: dict[str, Any], code: str
) -> None:
    first, other = outcomes({}, second)

    assert first.result is Result.ADD
    assert [reason.code for reason in other.reasons] == [code]
    assert other.reasons[0].params == {"row": "2"}


def test_a_repeated_row_of_what_is_on_record_is_found_too() -> None:
    first, second = outcomes({}, {}, known=[on_record()])

    assert first.result is Result.SAME
    assert told(second) == [("number", "registry.row_repeated")]


@pytest.mark.parametrize(
    ("row", "national", "result"),
    [
        ({"name_en": "X"}, False, Result.ERROR),
        (OFFICE, False, Result.ERROR),
        ({}, False, Result.SAME),  # nothing to change: nothing to refuse
        ({"name_en": "X"}, True, Result.CHANGE),
    ],
)
def test_another_units_organisation_is_not_changed_by_a_list(
    row: dict[str, Any], national: bool, result: Result
) -> None:
    (outcome,) = outcomes(row, known=[on_record(steward=OTHER)], national=national)

    assert outcome.result is result
    if result is Result.ERROR:
        assert told(outcome) == [("name_vi", "registry.not_steward")]


def test_one_name_for_two_organisations_is_not_guessed() -> None:
    twin = on_record()
    twin.certificates.clear()

    (outcome,) = outcomes({"number": "77"}, known=[on_record(), twin])

    assert told(outcome) == [("name_vi", "registry.several_ngos")]


def test_a_number_of_another_organisation_is_refused() -> None:
    other = on_record()
    other.values["name_vi"] = "Quỹ Khác"
    named = on_record()
    named.certificates.clear()

    (outcome,) = outcomes({}, known=[other, named])

    assert told(outcome) == [("number", "registry.certificate_of_another")]


@pytest.mark.parametrize(
    ("row", "result"),
    [
        ({"valid_from": date(2029, 1, 4), "valid_to": None}, Result.ERROR),
        ({"valid_from": date(2029, 1, 5), "valid_to": None}, Result.ADD),
        ({"kind": "representative_office"}, Result.ADD),
    ],
)
def test_a_list_enters_no_overlapping_operation_certificates(
    row: dict[str, Any], result: Result
) -> None:
    (outcome,) = outcomes({**row, "number": "02/2029"}, known=[on_record()])

    assert outcome.result is result
    if result is Result.ERROR:
        assert told(outcome) == [("valid_from", "registry.import_overlap")]


def test_a_renamed_organisation_is_found_by_its_new_name_below() -> None:
    renamed = {"name_vi": "Quỹ Tên Khác"}
    second = {**renamed, **OFFICE}
    entries = [read(n, {**CELLS, **row}, WORDS) for n, row in enumerate((renamed, second), 2)]
    known = Known([on_record()])

    plan(entries, known, Importer(HUFO, False))

    assert len(known.ngos) == 1
