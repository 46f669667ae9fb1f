"""The coverage report without a database: a code that was reused, and boundaries of two days."""

from datetime import date

from registry.coverage.rules import CoverageStatus, Place, later, report, totals

DAY, MERGER = date(2025, 6, 30), date(2025, 7, 1)
# Tây Ninh (72) and Long An (80) became Tây Ninh, which took over the code 80.
OLD = [
    Place("72", "Tây Ninh", "Tay Ninh", None, DAY, "80", MERGER),
    Place("80", "Long An", "Long An", None, DAY, "80", MERGER),
]
PLACES = [*OLD, Place("80", "Tây Ninh", "Tay Ninh", MERGER, None, None, None)]
UNIONS = {"72": {"id": "u", "code": "TAYNINH", "name_vi": "…", "demo": False, "verified": True}}
CASES = {"80": {"id": "c"}}


def test_a_reused_code_means_another_province_on_another_day() -> None:
    assert later(PLACES, OLD[0], MERGER).name_vi == "Tây Ninh"
    assert [r["province_code"] for r in report(PLACES, {}, {}, MERGER, MERGER)] == ["80"]


def test_under_the_boundaries_of_then_each_province_stands_for_itself() -> None:
    rows = report(PLACES, UNIONS, CASES, DAY, DAY)

    assert [(r["name_vi"], r["status"]) for r in rows] == [
        ("Tây Ninh", CoverageStatus.UNION),
        ("Long An", CoverageStatus.CASE),
    ]
    assert totals(rows) == {"union": 1, "case": 1, "none": 0}


def test_under_the_boundaries_of_now_the_parts_stay_readable() -> None:
    (row,) = report(PLACES, UNIONS, CASES, DAY, MERGER)

    assert (row["province_code"], row["name_vi"], row["status"]) == ("80", "Tây Ninh", "union")
    assert [part["status"] for part in row["parts"]] == ["union", "case"]
