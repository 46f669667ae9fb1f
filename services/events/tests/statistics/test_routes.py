"""Counts over HTTP: every row and the total, by hand."""

from typing import Any

import pytest

from chassis.testing import Caller

pytestmark = pytest.mark.usefixtures("units")
URL = "/v1/statistics/events"


def on(day: str) -> dict[str, str]:
    return {"starts_at": f"{day}T08:00:00+07:00", "ends_at": f"{day}T09:00:00+07:00"}


@pytest.fixture
async def five(an_event: Any) -> None:
    year = {"precision": "year", "starts_on": "2026-01-01"}
    await an_event(kind="contest", countries=["KR"], **on("2026-03-01"))
    await an_event(kind="contest", status="done", countries=["LA", "KH"], **on("2026-03-31"))
    await an_event(kind="exchange", status="planned", countries=["LA"], **on("2027-01-01"))
    await an_event(kind="exchange", starts_at=None, ends_at=None, **year)
    await an_event("CANTHO", kind="run", status="planned", visibility="public", **on("2026-03-02"))
    await an_event("CANTHO", kind="run", **on("2026-03-03"))


async def counts(client: Caller, caller: str = "HUFO", **params: Any) -> dict[str, int]:
    answer = await client.as_("viewer", caller).get(URL, params=params)
    assert answer.status_code == 200, answer.text
    body = answer.json()
    rows = {next(iter(row["key"].values())): row["count"] for row in body["rows"]}
    assert sum(rows.values()) == body["total"]["count"]
    assert all(row["label"]["vi"] and row["label"]["en"] for row in body["rows"])
    return rows


@pytest.mark.usefixtures("five")
@pytest.mark.parametrize(
    ("params", "rows"),
    [
        ({"by": "kind"}, {"contest": 2, "exchange": 2, "run": 1}),
        ({"by": "status"}, {"draft": 2, "planned": 2, "done": 1}),
        ({"by": "year"}, {"2026": 4, "2027": 1}),
        ({"by": "month"}, {"2026-03": 3, "2027-01": 1, "unknown": 1}),
        ({"by": "country"}, {"KR": 1, "LA": 1, "several": 1, "unknown": 2}),
        ({"by": "kind", "unit": "HUFO"}, {"contest": 2, "exchange": 2}),
        ({"by": "kind", "from": "2026-03-02", "to": "2026-03-31"}, {"contest": 1, "run": 1}),
        ({"by": "kind", "status": "done"}, {"contest": 1}),
        ({"by": "year", "country": "LA"}, {"2026": 1, "2027": 1}),
        ({"by": "kind", "unit": "VUFO"}, {}),
    ],
)
async def test_rows_add_up_and_hold_what_the_caller_may_see(
    client: Caller, params: dict[str, str], rows: dict[str, int]
) -> None:
    assert await counts(client, **params) == rows


@pytest.mark.usefixtures("five")
async def test_national_staff_count_all(client: Caller) -> None:
    assert await counts(client, "VUFO", by="kind") == {"contest": 2, "exchange": 2, "run": 2}


@pytest.mark.usefixtures("five")
async def test_labels_are_in_both_languages_and_remainders_last(client: Caller) -> None:
    viewer = client.as_("viewer")

    months = (await viewer.get(URL, params={"by": "month"})).json()
    lands = (await viewer.get(URL, params={"by": "country", "from": "2026-01-01"})).json()

    assert months["rows"][0]["label"] == {"vi": "Tháng 3/2026", "en": "March 2026"}
    assert months["rows"][-1]["label"] == {"vi": "Chưa rõ", "en": "Unknown"}
    assert lands["rows"][0]["label"]["vi"] == "Hàn Quốc"
    assert [row["key"]["country"] for row in lands["rows"]][-2:] == ["several", "unknown"]
    assert lands["filters"] == {"by": "country", "from": "2026-01-01"}


async def test_an_unknown_dimension_or_parameter_is_refused(client: Caller) -> None:
    viewer = client.as_("viewer")

    for params in ({"by": "mood"}, {"colour": "red"}, {"from": "0"}):
        assert (await viewer.get(URL, params=params)).status_code == 422, params
    assert (await viewer.get(URL, params={"unit": "NOWHERE"})).status_code == 409
    assert (await client.get(URL)).status_code == 401
