"""What of an NGO does not agree with the decree, without a database."""

from datetime import date
from typing import Any

import pytest

from registry.ngos.conformity.rules import Finding, findings, sectors_outside
from registry.procedures.law import every_condition

PARENTS = {"health_care": "health", "scholarships": "education"}
NOW = date(2026, 3, 2)
CHARGED = {"VN-74": "VN-79", "VN-49": "VN-48"}


def an_office(number: str = "01/VPĐD", **fields: Any) -> dict[str, Any]:
    said = {"kind": "representative_office", "number": number, "issued_on": date(2024, 1, 5)}
    return {**said, "provinces": ["VN-79"], "sectors": [], **fields}


@pytest.mark.parametrize(
    ("declared", "registered", "outside"),
    [
        (["education"], [["education"]], []),
        (["education", "sports"], [["education"]], ["sports"]),
        # a part of what is registered, and the whole of which a part is registered
        (["health_care"], [["health"]], []),
        (["health"], [["health_care"]], []),
        (["health_care"], [["scholarships"]], ["health_care"]),
        (["education", "sports"], [["education"], ["sports"]], []),
        # nothing is known: no certificate in force, or one entered without its sectors
        (["sports"], [], []),
        (["sports"], [["education"], []], []),
    ],
)
def test_a_declared_sector_is_one_of_the_certificates_in_force(
    declared: list[str], registered: list[list[str]], outside: list[str]
) -> None:
    assert sectors_outside(declared, registered, PARENTS) == outside


@pytest.mark.parametrize(
    ("certificates", "became", "codes"),
    [
        ([an_office()], {}, []),
        ([an_office(provinces=["VN-01"])], {}, []),
        ([an_office(provinces=["VN-48", "VN-49"])], {}, []),
        ([an_office(provinces=["VN-92"])], {}, ["office_place"]),
        # Bình Dương went into TP.HCM, Quảng Nam into Đà Nẵng: until then they were elsewhere
        ([an_office(provinces=["VN-74"])], {}, ["office_place"]),
        ([an_office(provinces=["VN-74"])], CHARGED, []),
        ([an_office(provinces=["VN-49"])], CHARGED, []),
        # a paper of decree 12/2012 holds as it is
        ([an_office(provinces=["VN-92"], issued_on=date(2022, 10, 31))], {}, []),
        ([an_office(provinces=["VN-92"], issued_on=date(2022, 11, 1))], {}, ["office_place"]),
        ([an_office(), an_office("02/VPĐD")], {}, ["offices_many"]),
        ([an_office(kind="operation", provinces=["VN-92"])] * 2, {}, []),
    ],
)
def test_there_is_one_office_and_in_one_of_three_cities(
    certificates: list[dict[str, Any]], became: dict[str, str], codes: list[str]
) -> None:
    conditions = {one.code: one for one in every_condition(NOW)}
    found = findings([], certificates, conditions, parents=PARENTS, became=became)

    assert [one.code for one in found] == codes


def test_a_finding_names_what_it_is_about() -> None:
    conditions = {one.code: one for one in every_condition(NOW)}
    papers = [an_office("02/VPĐD", sectors=["education"]), an_office(sectors=["health"])]

    assert findings(["sports"], papers, conditions, parents=PARENTS, became={}) == [
        Finding("sectors_outside", ("sports",)),
        Finding("offices_many", ("01/VPĐD", "02/VPĐD")),
    ]


def test_nothing_is_asked_before_the_decree_held() -> None:
    papers = [an_office(sectors=["education"], provinces=["VN-92"])] * 2

    assert every_condition(date(2022, 10, 31)) == []
    assert findings(["sports"], papers, {}, parents=PARENTS, became={}) == []
