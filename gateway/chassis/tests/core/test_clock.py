"""A test names the day of one request, in a demonstration and nowhere else."""

from datetime import date, timedelta
from typing import Any

import pytest

from chassis.days import moment, named, today
from chassis.db import now
from chassis.settings import Settings
from chassis.testing import Caller

HEADER = "X-Test-Today"
FAR = date(2031, 3, 1)


def settings(**values: Any) -> Settings:
    return Settings(name="specimen", database_url="postgresql://nowhere/x", **values)


def test_only_the_day_moves_and_not_the_time_that_is_written_down() -> None:
    real = now()
    before = named.set(FAR)
    try:
        assert today() == FAR
        assert moment() - real > timedelta(days=365)
        assert now() - real < timedelta(seconds=5)
    finally:
        named.reset(before)
    assert moment() - real < timedelta(seconds=5)


async def test_a_request_names_its_day_and_the_next_one_has_the_real_one(client: Caller) -> None:
    who = client.as_("reader")

    moved = await who.get("/v1/things", headers={HEADER: FAR.isoformat()})
    plain = await who.get("/v1/things")

    assert (moved.status_code, moved.headers[HEADER]) == (200, FAR.isoformat())
    assert HEADER not in plain.headers


@pytest.mark.parametrize(
    "day", ["tomorrow", "2031-02-30", "1899-12-31", "20310301", "", "9999-1-1"]
)
async def test_what_is_no_day_is_refused(client: Caller, day: str) -> None:
    answer = await client.as_("reader").get("/v1/things", headers={HEADER: day})

    assert (answer.status_code, answer.json()["code"]) == (400, "clock.no_day")


@pytest.mark.parametrize("values", [{"mode": "production"}, {"test_clock": False}])
async def test_elsewhere_it_is_refused_and_never_ignored(
    client: Caller, app: Any, values: dict[str, Any]
) -> None:
    app.state.settings = app.state.settings.model_copy(update=values)

    answer = await client.as_("reader").get("/v1/things", headers={HEADER: FAR.isoformat()})

    assert (answer.status_code, answer.json()["code"]) == (400, "clock.fixed")


@pytest.mark.parametrize("values", [{"test_clock": True}, {"feed_days": 89}])
def test_production_does_not_start_with_a_tests_switch(values: dict[str, Any]) -> None:
    settings(mode="demo", **values).refuse_test_switches()

    with pytest.raises(SystemExit):
        settings(mode="production", **values).refuse_test_switches()


async def test_a_service_in_production_does_not_come_up_with_it(app: Any) -> None:
    given = app.state.settings
    app.state.settings = given.model_copy(update={"mode": "production", "test_clock": True})
    try:
        with pytest.raises(SystemExit):
            async with app.router.lifespan_context(app):
                pass
    finally:
        app.state.settings = given
