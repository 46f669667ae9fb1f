"""Every list and statistic of the registry answers about a day, every record about a moment.

`as_of` is valid time, from the dates in the records; `known_at` recorded time, from the change log
(docs/architecture.md). What takes neither stands here with its reason.
"""

import importlib
from typing import Any

import pytest

LOG = "the log, or a part of it: recorded time is its own"
FILE = "what somebody handed in, as it was handed in"
TODAY = "looks ahead from today; the records behind it have their own lists of a day"
DATED = "is asked about days already"
WITHOUT = {
    "/v1/changes": LOG,
    "/v1/changes/digest": LOG,
    "/v1/changes/entries": LOG,
    "/v1/changes/schemas/{resource}": "how events are made, not what happened",
    "/v1/deadlines": TODAY,
    "/v1/imports": FILE,
    "/v1/imports/template": "an empty form to fill in",
    "/v1/imports/{import_id}/errors": FILE,
    "/v1/imports/{import_id}/progress": FILE,
    "/v1/imports/{import_id}/rows": FILE,
    "/v1/ngos/{ngo_id}/conformity": f"{DATED}: `on`",
    "/v1/ngos/{ngo_id}/duplicates": "who else this record may be, as both stand now",
    "/v1/parties": "an address book: a party's record has no dates, its contacts have",
    "/v1/procedure-rules": f"{DATED}: `on`",
    "/v1/procedures/{procedure_id}/documents": FILE,
    "/v1/procedures/{procedure_id}/documents/{document_id}": FILE,
    "/v1/procedures/{procedure_id}/documents/{document_id}/content": FILE,
    "/v1/recognitions/verify/{code}": "whether a certificate in somebody's hand is genuine now",
    "/v1/units/{unit_id}/provinces": "all of its days at once, each with the first and the last",
    "/v1/working-days": f"{DATED}: `from`",
    "/v1/working-days/calendar": f"{DATED}: `year`",
    "/v1/working-days/exceptions": f"{DATED}: `day_from`, `day_to`",
}


@pytest.fixture(scope="module")
def reads() -> dict[str, set[str]]:
    """Each address that is read, and the names that its query takes."""
    document: dict[str, Any] = importlib.import_module("registry.main").app.openapi()
    return {
        path: {p["name"] for p in item["get"].get("parameters", ()) if p["in"] == "query"}
        for path, item in document["paths"].items()
        if "get" in item and path.startswith("/v1/") and not path.endswith("/history")
    }


def test_every_list_and_statistic_answers_about_a_day(reads: dict[str, set[str]]) -> None:
    silent = {path for path, asked in reads.items() if "{" not in path and "as_of" not in asked}

    assert len([path for path in reads if "{" not in path]) > 30
    assert silent - WITHOUT.keys() == set()


def test_every_record_answers_about_a_moment(reads: dict[str, set[str]]) -> None:
    silent = {path for path, asked in reads.items() if "{" in path and "known_at" not in asked}

    assert len([path for path in reads if "{" in path]) > 25
    assert silent - WITHOUT.keys() == set()


def test_no_exception_outlives_its_reason(reads: dict[str, set[str]]) -> None:
    dated = {path for path, asked in reads.items() if asked & {"as_of", "known_at"}}

    assert WITHOUT.keys() - reads.keys() == set()
    assert WITHOUT.keys() & dated == set()


def test_whoever_filters_by_province_says_within_which_boundaries(
    reads: dict[str, set[str]],
) -> None:
    filtering = {path for path, asked in reads.items() if "province" in asked}
    # an address book says where a party sits, under the code that it was given
    silent = {path for path in filtering if "boundaries" not in reads[path]}

    assert len(filtering) >= 7
    assert silent == {"/v1/parties"}
