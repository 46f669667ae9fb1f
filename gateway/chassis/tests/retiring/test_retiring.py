"""An operation on its way out tells every caller, also the one whom it refuses."""

from datetime import UTC, datetime

import pytest
from specimen.main import app

from chassis.retiring import retired
from chassis.testing import Caller

SAID = {
    "deprecation": "@1767225600",
    "sunset": "Wed, 01 Jul 2026 00:00:00 GMT",
    "link": '</v1/things>; rel="successor-version"',
}


async def test_every_answer_says_since_when_until_when_and_what_instead(client: Caller) -> None:
    taken = await client.as_("reader").get("/v1/things/old-list")
    refused = await client.get("/v1/things/old-list")
    unknown = await client.as_("reader").get("/v1/things/old-list", params={"x": "1"})
    living = await client.as_("reader").get("/v1/things")

    assert [answer.status_code for answer in (taken, refused, unknown)] == [200, 401, 422]
    for answer in (taken, refused, unknown):
        assert {name: answer.headers.get(name) for name in SAID} == SAID
    assert not SAID.keys() & living.headers.keys()


def test_the_contract_says_so_as_well() -> None:
    old = app.openapi()["paths"]["/v1/things/old-list"]["get"]

    assert old["deprecated"] is True
    assert old["x-retired"]["Sunset"] == "Wed, 01 Jul 2026 00:00:00 GMT"


def test_nobody_is_given_less_than_half_a_year() -> None:
    with pytest.raises(ValueError, match="half a year"):
        retired(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC))
