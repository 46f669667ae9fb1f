"""What the unions printed about themselves, the running house answers, each with its qualifier."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.contract.callers import Callers

inhouse = pytest.mark.asyncio(loop_scope="session")
FIGURES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("figures.toml").read_text(encoding="utf-8")
)["figures"]
ALMOST = Decimal("0.98")


def _at(body: Any, path: list[str]) -> Decimal:
    """The number under these keys; `region=europe` is the row with that key."""
    for step in path:
        if step == "count()":
            body = len(body)
        elif "=" in step:
            name, _, key = step.partition("=")
            (body,) = [row for row in body if row["key"] == {name: key}]
        else:
            body = body[step]
    return Decimal(body)


def test_every_figure_is_listed_once() -> None:
    ids = [figure["id"] for figure in FIGURES]
    assert len(set(ids)) == len(ids)
    assert {f"F{number:02}" for number in range(1, 11)} <= set(ids)


@inhouse
@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: str(figure["id"]))
async def test_the_house_says_what_was_printed(figure: dict[str, Any], callers: Callers) -> None:
    answer = await (await callers.as_("viewer")).get(figure["url"])
    assert answer.status_code == 200, answer.text
    found = _at(answer.json(), figure["path"]) / Decimal(figure.get("unit", "1"))
    printed = Decimal(figure["value"])
    match figure["qualifier"]:
        case "exact":
            assert found == printed
        case "almost":
            assert printed * ALMOST <= found < printed
        case "about":
            assert round(found, -int(printed.as_tuple().exponent)) == printed
        case unknown:
            pytest.fail(f"{figure['id']}: no such qualifier: {unknown}")


@inhouse
async def test_rows_add_up_to_their_total_and_dollars_name_their_rate(callers: Callers) -> None:
    who = await callers.as_("viewer")
    for url in sorted({f["url"] for f in FIGURES if "/statistics/" in f["url"]}):
        body = (await who.get(url)).json()
        assert sum(row["count"] for row in body["rows"]) == body["total"]["count"]
        if "committed" in body["total"]:
            for currency in ("VND", "USD"):
                parts = [Decimal(row["committed"][currency]) for row in body["rows"]]
                assert sum(parts) == Decimal(body["total"]["committed"][currency])
            rate, *others = body["rates"]
            assert not others
            assert (rate["currency"], rate["rate"]) == ("USD", "23000")
            assert rate["source"]
