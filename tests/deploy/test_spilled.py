"""A suite ends red when the house's log holds a secret; what it was is not repeated."""

import json
import secrets
from pathlib import Path

import pytest

from deploy.spilled import Spilled, found, require_none

PASSWORD = "bốn con ngựa đi qua cầu"
LINES = {
    "a value that was said in secret": f"WARNING x: wrong password {PASSWORD!r}",
    "a long random text": f"INFO x: session {secrets.token_urlsafe(32)}aA1",
    "a client secret of ours": f"INFO x: ncs_{secrets.token_urlsafe(32)}",
    "a webhook secret": "INFO x: whsec_" + "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQ",
    "a signed token": "INFO x: eyJhbGciOiJFZERTQSJ9AAAAA.eyJpc3MiOiJuaGlwLWNhdSJ9A.QUJDREVGR0hJSktM"
    "TU5PUFFSUw",
}
WELL = [
    "INFO chassis.access: answered method='GET'"
    " path='/v1/ngos/0193a1d2-0000-7000-8000-00000000000a' status=200 ms=5.0 queries=1",
    "request_id=" + secrets.token_hex(16),
]


@pytest.mark.parametrize("kind", LINES)
def test_each_kind_of_secret_is_found_and_not_repeated(kind: str) -> None:
    told = list(found([*WELL, LINES[kind]], [PASSWORD]))

    assert f"{kind} in line {len(WELL) + 1}" in told
    assert not [one for one in told if PASSWORD in one]


def test_the_secrets_of_the_house_and_of_its_demonstration_are_looked_for(tmp_path: Path) -> None:
    drawn, shown, said = (secrets.token_hex(8) for _ in range(3))
    (tmp_path / "secrets.json").write_text(json.dumps({"GATEWAY_SECRET": drawn}))
    people = {"people": [{"username": "officer.hufo", "password": shown}]}
    (tmp_path / "demo-accounts.json").write_text(json.dumps(people))
    (tmp_path / "said").write_text(f"{said}\n")
    log = tmp_path / "house.log"

    for value in (drawn, shown, said):
        log.write_text("\n".join([*WELL, f"x {value}"]))
        with pytest.raises(Spilled, match="line 3"):
            require_none(log, tmp_path, tmp_path / "said")
    log.write_text("\n".join([*WELL, "officer.hufo"]))
    require_none(log, tmp_path, tmp_path / "said")
