"""A row's words read on the day of its paper, and what may become of an import."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from chassis.errors import NotAllowed, RuleViolation
from registry.imports.reading import Words, read
from registry.imports.rules import (
    MOVES,
    Action,
    Importer,
    Outcome,
    Result,
    Status,
    plan,
)
from registry.imports.standing import Known
from registry.places.rules import Named, Vocabulary

HUFO, OTHER = UUID(int=1), UUID(int=2)
MERGER = date(2025, 7, 1)
WORDS = Words(
    countries=Vocabulary([Named("US", ("Hoa Kỳ", "Mỹ")), Named("KR", ("Hàn Quốc",))]),
    provinces=Vocabulary(
        [
            Named("VN-79", ("Thành phố Hồ Chí Minh", "TP.HCM")),
            Named("VN-80", ("Tỉnh Long An",), valid_to=date(2025, 6, 30)),
            Named("VN-80", ("Tỉnh Tây Ninh",), valid_from=MERGER),
        ]
    ),
    sectors=Vocabulary(
        [
            Named("health", ("Y tế",)),
            Named("vocational_training", ("Dạy nghề, hướng nghiệp",)),
            Named("tourism", ("Du lịch",), valid_to=date(2026, 1, 4)),
            Named("sports", ("Thể thao",), valid_from=date(2026, 1, 6)),
        ]
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


def decided(row: dict[str, Any]) -> list[Outcome]:
    return plan([read(2, {**CELLS, **row}, WORDS)], Known([]), Importer(HUFO, False))


def told(outcome: Outcome) -> list[tuple[str, str]]:
    return [(reason.field, reason.code) for reason in outcome.reasons]


@pytest.mark.parametrize(
    ("row", "reasons"),
    [
        ({"home_country": "Xứ Không Có"}, [("home_country", "registry.import_unknown_country")]),
        ({"sectors": "Bay lên trời"}, [("sectors", "registry.import_unknown_sectors")]),
        ({"sectors": "Du lịch"}, [("sectors", "registry.import_sectors_not_in_force")]),
        ({"sectors": "Y tế; Thể thao"}, [("sectors", "registry.import_sectors_not_in_force")]),
        ({"provinces": "Tỉnh Long An"}, [("provinces", "registry.import_unknown_provinces")]),
        ({"provinces": " ; "}, [("provinces", "field.missing")]),
        (
            {"valid_to": date(2026, 1, 4)},
            [
                ("valid_to", "registry.dates_out_of_order"),
                ("issued_on", "registry.dates_out_of_order"),
            ],
        ),
        (
            {"home_country": "?", "provinces": "Y"},
            [
                ("home_country", "registry.import_unknown_country"),
                ("provinces", "registry.import_unknown_provinces"),
            ],
        ),
    ],
)
def test_a_wrong_row_says_all_that_is_wrong(
    row: dict[str, Any], reasons: list[tuple[str, str]]
) -> None:
    (outcome,) = decided(row)

    assert outcome.result is Result.ERROR
    assert told(outcome) == reasons


def test_a_province_is_read_with_the_boundaries_of_the_day_of_issue() -> None:
    then = {"issued_on": date(2024, 1, 5), "provinces": "Tỉnh Long An"}

    (outcome,) = decided(then)

    assert outcome.after
    assert outcome.after["certificate"]["provinces"] == ["VN-80"]


def test_a_row_with_an_unreadable_cell_is_an_error_whatever_it_says() -> None:
    entry = read(2, {**CELLS, "issued_on": None, "home_country": "?"}, WORDS, faulty=True)

    (outcome,) = plan([entry], Known([]), Importer(HUFO, False))

    assert outcome.result is Result.ERROR
    assert told(outcome) == [("home_country", "registry.import_unknown_country")]


@pytest.mark.parametrize(
    "cell", list(MOVES.cells()), ids=lambda cell: f"{cell.status}-{cell.action}"
)
def test_a_checked_import_is_entered_or_cancelled_and_an_entered_one_undone(cell: Any) -> None:
    allowed = {(Status.CHECKED, Action.COMMIT), (Status.CHECKED, Action.CANCEL)}
    if (cell.status, cell.action) not in allowed | {(Status.COMMITTED, Action.UNDO)}:
        with pytest.raises(RuleViolation):
            MOVES.next(cell.status, cell.action, roles=["officer"])
        return

    with pytest.raises(NotAllowed):
        MOVES.next(cell.status, cell.action, roles=["viewer"])
    done = {
        **{Action.COMMIT: Status.COMMITTED, Action.CANCEL: Status.CANCELLED},
        **{Action.UNDO: Status.UNDONE},
    }
    assert MOVES.next(cell.status, cell.action, roles=["integrator"]) is done[cell.action]
