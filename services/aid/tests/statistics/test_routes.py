"""Statistics over HTTP."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from chassis.testing import Caller

Making = Callable[..., Awaitable[dict[str, Any]]]
URL = "/v1/statistics/grants"


async def test_an_approved_grant_is_counted_in_both_currencies_with_its_rate(
    client: Caller, a_grant: Making
) -> None:
    await a_grant("approved")
    await a_grant("appraised")

    body = (await client.as_("viewer").get(URL, params={"unit": "HUFO"})).json()

    assert body["rows"] == [
        {
            "key": {"form": "non_project"},
            "label": {"vi": "Phi dự án", "en": "Non-project aid"},
            "count": 1,
            "committed": {"VND": "5000000000", "USD": "217391.30"},
        }
    ]
    assert body["total"] == {
        "count": 1,
        "committed": {"VND": "5000000000", "USD": "217391.30"},
    }
    assert [(rate["currency"], rate["rate"]) for rate in body["rates"]] == [("USD", "23000")]
    assert body["rates"][0]["verified"] is False


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        ("2021-11-30", "2021-11-30", 1),
        ("2021-11-01", "2021-11-30", 1),
        ("2021-12-01", None, 0),
        (None, "2021-11-29", 0),
        ("2021-01-01", "2021-12-31", 1),
    ],
)
async def test_both_ends_of_the_period_are_inclusive(
    client: Caller, a_grant: Making, start: str | None, end: str | None, count: int
) -> None:
    await a_grant("approved")  # on 2021-11-30
    params = {name: day for name, day in (("from", start), ("to", end)) if day}

    for by in ("form", "year", "sector", "province", "donor", "donor_country", "recipient_kind"):
        body = (await client.as_("viewer").get(URL, params=params | {"by": by})).json()
        assert body["total"]["count"] == count, by
