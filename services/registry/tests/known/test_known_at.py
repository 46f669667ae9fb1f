"""Every record of the register can be asked for as it was known at some past moment."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import asyncpg
import pytest
from fastapi import FastAPI

from chassis.testing import Caller
from registry.demo.load import Loaded

Staff = Callable[..., Caller]
LISTS = (
    *("terms", "officers", "members", "parties", "agreements", "recognitions", "needs"),
    *("foundings", "units", "ngos", "representatives", "bank-accounts"),
)


def operations(app: FastAPI) -> dict[str, set[str]]:
    """The parameters of every GET, by its path."""
    return {
        path: {one["name"] for one in found["get"].get("parameters", ())}
        for path, found in app.openapi()["paths"].items()
        if "get" in found
    }


def test_whatever_has_a_history_has_a_past(app: FastAPI) -> None:
    asked = operations(app)
    with_history = {path.removesuffix("/history") for path in asked if path.endswith("/history")}

    assert len(with_history) >= 15
    assert {path for path in with_history if "known_at" not in asked[path]} == set()


@pytest.mark.parametrize("name", LISTS)
async def test_a_record_is_shown_as_it_was_known_at_the_moment(
    staff: Staff, demo: Loaded, db: asyncpg.Connection, name: str
) -> None:
    officer = staff("officer", "VUFO")
    one = (await officer.get(f"/v1/{name}?limit=1")).json()["items"][0]
    url = f"/v1/{name}/{one['id']}"

    async def at(moment: datetime) -> dict[str, Any]:
        answer = await officer.get(url, params={"known_at": moment.isoformat()})
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    first = await officer.merge(url, {"note": "điều đã biết"}, one["version"])
    assert first.status_code == 200, first.text
    then = datetime.now(UTC)
    second = await officer.merge(url, {"note": "điều biết sau"}, first.json()["version"])
    assert second.status_code == 200, second.text

    assert (await at(then))["note"] == "điều đã biết"
    assert (await at(datetime.now(UTC)))["note"] == "điều biết sau"
    gone = await officer.get(url, params={"known_at": "1999-01-01T00:00:00Z"})
    assert gone.status_code == 404
