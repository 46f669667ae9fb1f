"""Our own house meets every scenario of the kit, and the kit notices a house that does not."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from standardwebhooks.webhooks import Webhook

from tests.conformance.__main__ import run
from tests.conformance.kit import SCENARIOS, House, Unmet
from tests.conformance.webhooks import BODY, SECRET, sent
from tests.conformance.writes import repeated, stale


@pytest.fixture
def house() -> Iterator[House]:
    accounts = json.loads((Path(os.environ["DATA_DIR"]) / "demo-accounts.json").read_text())
    (client,) = [one for one in accounts["clients"] if one["unit_code"] == "HUFO"]
    house = House(os.environ["HOUSE_URL"], client["client_id"], client["client_secret"])
    yield house
    house.http.close()


def test_our_own_house_meets_every_scenario(house: House) -> None:
    assert len(SCENARIOS) >= 40
    assert run(house) == []


def test_a_house_that_forgets_keys_or_versions_is_noticed(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = House.call

    def forgetful(self: House, method: str, path: str, **request: object) -> object:
        headers = dict(request.pop("headers", {}))  # type: ignore[call-overload]
        headers.pop("Idempotency-Key", None)
        if "If-Match" in headers:
            headers["If-Match"] = "*"
        return call(self, method, path, headers=headers, **request)  # type: ignore[arg-type]

    monkeypatch.setattr(House, "call", forgetful)
    for scenario in (repeated, stale):
        with pytest.raises(Unmet):
            scenario(house)
    monkeypatch.undo()
    house.tidy()


def test_the_kits_messages_are_those_of_the_reference_library() -> None:
    assert Webhook(SECRET).verify(BODY.decode(), sent())
