"""A number that another organisation bears: named in its row, the other rows are entered."""

from collections.abc import Callable

import asyncpg
import pytest

from chassis.testing import Caller
from registry.demo.load import Loaded
from registry.imports.rules import Result

from .test_routes import checked, commit, counts, rows
from .test_rules import on_record, outcomes, told

Staff = Callable[..., Caller]

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


async def test_a_number_of_another_is_named_in_its_row_and_the_other_rows_are_entered(
    staff: Staff, demo: Loaded, db: asyncpg.Connection, a_list: Callable[..., bytes]
) -> None:
    officer = staff("officer")
    number = "lei | 5493006MHB84DD0ZWV18"
    one, two, three = (
        {"Tên tổ chức": f"{n} Hư Cấu", "Số giấy đăng ký": n} for n in ("Quỹ", "Hội", "Nhóm")
    )
    entered = await checked(officer, a_list({**one, "Mã số khác": number}))
    assert (await commit(officer, entered)).status_code == 200

    record = await checked(officer, a_list({**two, "Mã số khác": number}, three))

    assert counts(record) == (1, 0, 0, 1)
    (bad,) = await rows(officer, record, outcome="error")
    assert [reason["code"] for reason in bad["reasons"]] == ["registry.number_of_another"]
    assert "Quỹ Hư Cấu" in bad["reasons"][0]["vi"]
    assert (await commit(officer, record, skip_errors=True)).status_code == 200
    assert await db.fetchval("SELECT count(*) FROM ngos WHERE name_vi = 'Nhóm Hư Cấu'") == 1
