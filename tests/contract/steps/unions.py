"""The registry's operations on the unions' own records. What all units see carries no canary."""

from tests.contract.steps import relations
from tests.contract.steps.step import Given, Step, after

_UNIT, _COVER = "registry_create_unit", "registry_create_unit_province"
_TERM, _OFFICER = "registry_create_term", "registry_create_officer"
_FOUNDING, _FILE = "registry_create_founding", "registry_file_founding"


def _own(given: Given) -> str:
    return given.unit_id


def _unit(given: Given) -> object:
    return {
        "code": f"TOUR{given.number}",
        "name_vi": f"Liên hiệp Chuyến Đi số {given.number} (demo)",
        "founded": "2031-01-01",
        "status": "active",
        "source": "chuyến đi qua mọi thao tác",
    }


def _cover(_: Given) -> object:
    """A former province, which may lie in as many unions as the tour makes."""
    return {
        "province_code": "VN-93",
        "basis": "former_territory",
        "valid_from": "2031-01-01",
        "source": "chuyến đi qua mọi thao tác",
    }


def _term(given: Given) -> object:
    return {
        "unit_id": given.unit_id,
        # a union has one term of each number
        "ordinal": 10 + given.number % 990,
        "starts": {"date": "2031-01-01", "precision": "year"},
        "ends": {"date": "2036-01-01", "precision": "year"},
    }


def _officer(given: Given) -> object:
    return {
        "unit_id": given.unit_id,
        "person": f"Người Chuyến Đi {given.number} (demo)",
        "post": "deputy_chair",
        "title": "Phó Chủ tịch",
        "concurrent": ["Ủy viên một hội giả định"],
        "starts": {"date": "2031-01-01", "precision": "month"},
    }


def _founding(given: Given) -> object:
    return {
        "unit_id": given.unit_id,
        "province_code": "VN-92",
        "guided": {"date": "2031-01-01", "precision": "quarter", "planned": True},
    }


def _filed(_: Given) -> object:
    return {"dossier": {"date": "2031-03-01"}}


STEPS = {
    **relations.STEPS,
    _UNIT: Step(body=_unit, national=True),
    "registry_update_unit": Step(known=_own, body=lambda _: {"fax": "028.0000000"}),
    "registry_get_unit_history": Step(known=_own),
    "registry_list_unit_provinces": Step(known=_own),
    _COVER: Step(after=(_UNIT,), body=_cover, national=True),
    "registry_update_unit_province": Step(
        after=(_UNIT, _COVER),
        path={"cover_id": _COVER},
        body=lambda _: {"verified": True},
        national=True,
    ),
    "registry_delete_unit_province": Step(
        after=(_UNIT, _COVER), path={"cover_id": _COVER}, national=True
    ),
    "registry_unit_statistics": Step(query={"as_of": "2017-12-31", "by": "founded"}),
    "registry_list_terms": Step(query={"unit": "VUFO", "as_of": "2018-01-16"}),
    "registry_create_term": Step(body=_term),
    "registry_get_term": after(_TERM),
    "registry_update_term": Step(after=(_TERM,), body=lambda _: {"statute": "Quy chế (demo)"}),
    "registry_get_term_history": after(_TERM),
    "registry_list_officers": Step(query={"unit": "HAIPHONG", "as_of": "2023-01-09"}),
    "registry_create_officer": Step(body=_officer),
    "registry_get_officer": after(_OFFICER),
    "registry_update_officer": Step(
        after=(_OFFICER,), body=lambda _: {"ends": {"date": "2033-12-31"}}
    ),
    "registry_get_officer_history": after(_OFFICER),
    "registry_list_foundings": Step(query={"as_of": "2017-12-31"}),
    "registry_create_founding": Step(body=_founding),
    "registry_get_founding": after(_FOUNDING),
    "registry_update_founding": Step(after=(_FOUNDING,), body=lambda _: {"note": "Đã gọi điện"}),
    "registry_get_founding_history": after(_FOUNDING),
    "registry_file_founding": Step(after=(_FOUNDING,), body=_filed),
    "registry_found_founding": Step(
        after=(_FOUNDING, _FILE), body=lambda _: {"congress": {"date": "2031-09-01"}}
    ),
    "registry_stop_founding": Step(
        after=(_FOUNDING,),
        body=lambda _: {"stopped_on": "2031-05-01", "reason": "Lập tổ chức chuyên trách"},
    ),
    "registry_get_coverage": Step(query={"as_of": "2017-12-31", "boundaries": "now"}),
}
