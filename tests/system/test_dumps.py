"""A dump of the four databases and the store of papers hold no secret and no paper in plain text.

Numbers of papers and of accounts stand in their two tables, unsealed (docs/adr/0014), and nowhere
else.
"""

import base64
import os
import re
import secrets
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyotp import TOTP

from chassis.db import now
from deploy.postgres import binaries
from tests.bench.house import superuser
from tests.contract.callers import Caller, Callers

pytestmark = pytest.mark.asyncio(loop_scope="session")
SERVICES = ("gateway", "registry", "aid", "events")
NUMBERS = {"representative_papers", "bank_account_numbers"}
PASSPORT = f"C{secrets.randbelow(10**9):09}"
ACCOUNT = f"{secrets.randbelow(10**13):013}"
PAPER = f"Bản chụp hộ chiếu của bà Canary {secrets.token_hex(8)}"


async def _made(who: Caller, url: str, said: dict[str, Any]) -> dict[str, Any]:
    answer = await who.post(url, json=said)
    assert answer.status_code in (200, 201), answer.text
    return dict(answer.json())


async def _entered(callers: Callers) -> dict[str, str]:
    """What was shown once or typed in, by what it is."""
    admin, password = await callers.as_("admin", "VUFO"), secrets.token_urlsafe(15)
    unit = {"unit_id": callers.unit_id("HUFO"), "unit_code": "HUFO"}
    username = f"canary.{secrets.token_hex(4)}"
    account = {"username": username, "name": "Bà Canary (demo)", "roles": ["officer"], **unit}
    await _made(admin, "/api/gateway/v1/accounts", {**account, "password": password})
    hers = await callers.sign_in_with(username, password, "officer", "HUFO")
    seed = (await _made(hers, "/api/gateway/v1/authenticators/otp", {}))["secret"]
    said = {"otp": TOTP(seed).at(now())}
    proved = await hers.post("/api/gateway/v1/authenticators/otp/confirm", json=said)
    assert proved.status_code == 200, proved.text
    url = f"https://kho-{secrets.token_hex(4)}.example.invalid/hook"
    hook = {"name": "Kho (demo)", "url": url, "types": ["registry.officers"]}
    program = {"name": "Máy Canary (demo)", "scopes": ["registry:ngos:read"], **unit}
    return {
        "password": password,
        "session": next(iter(proved.cookies.values())),
        "recovery code": proved.json()["codes"][0],
        "one-time codes": seed,
        "webhook": (await _made(admin, "/api/gateway/v1/webhooks", hook))["secret"],
        "client": (await _made(admin, "/api/gateway/v1/clients", program))["client_secret"],
    }


async def _numbers_and_a_paper(officer: Caller) -> None:
    ngo = (await officer.get("/api/registry/v1/ngos?limit=1")).json()["items"][0]["id"]
    speaker = {"ngo_id": ngo, "person": "Bà Canary (demo)", "post": "representative"}
    paper = {"paper_kind": "passport", "paper_number": PASSPORT}
    starts = {"starts": {"date": "2026-01-02"}}
    await _made(officer, "/api/registry/v1/representatives", {**speaker, **paper, **starts})
    bank = {"ngo_id": ngo, "bank": "Ngân hàng (demo)", "holder": "Bà Canary (demo)"}
    told = {"number": ACCOUNT, "notified_on": "2026-01-02"}
    await _made(officer, "/api/registry/v1/bank-accounts", {**bank, **told})
    grant = (await officer.get("/api/aid/v1/grants?status=draft&limit=1")).json()["items"][0]["id"]
    answer = await officer.post(
        f"/api/aid/v1/grants/{grant}/documents",
        files={"file": ("ho-chieu.txt", PAPER.encode(), "text/plain")},
        data={"kind": "other"},
    )
    assert answer.status_code == 201, answer.text


def _dump(service: str) -> str:
    program = [binaries.find() / "pg_dump", "-d", superuser(service)]
    return subprocess.run(program, check=True, capture_output=True, text=True).stdout


def _spelt(secret: str) -> set[str]:
    """The secret and its bytes, as a dump may write them: text, hex, base64."""
    raw = {secret.encode()}
    if secret.startswith("whsec_"):
        raw.add(base64.b64decode(secret.removeprefix("whsec_")))
    if re.fullmatch("[A-Z2-7]{32}", secret):
        raw.add(base64.b32decode(secret))
    spelt = {secret, secret.replace("-", "")}
    return spelt | {one.hex() for one in raw} | {base64.b64encode(one).decode() for one in raw}


def _tables_with(dump: str, text: str) -> Iterator[str]:
    table = ""
    for line in dump.splitlines():
        if line.startswith("COPY public."):
            table = line.split()[1].removeprefix("public.")
        if text in line:
            yield table


async def test_a_dump_and_the_store_of_papers_hold_no_secret_in_plain_text(
    callers: Callers,
) -> None:
    entered = await _entered(callers)
    await _numbers_and_a_paper(await callers.as_("officer"))

    dumps = {service: _dump(service) for service in SERVICES}
    files = [f for f in (Path(os.environ["DATA_DIR"]) / "files").rglob("*") if f.is_file()]

    assert all(dump.count("COPY public.") > 5 for dump in dumps.values()), "nothing was dumped"
    assert "Bà Canary (demo)" in dumps["gateway"], "what is no secret is there"
    spilled = {
        (service, what)
        for service, dump in dumps.items()
        for what, secret in entered.items()
        if any(spelling in dump for spelling in _spelt(secret))
    }
    assert spilled == set()
    assert not re.search(r'\\?"d\\?": ?\\?"', dumps["gateway"]), "a private key"
    for number in (PASSPORT, ACCOUNT):
        assert {*_tables_with(dumps["registry"], number)} < NUMBERS
        assert not [s for s in SERVICES if s != "registry" and number in dumps[s]]
    assert files, "no paper was kept"
    assert not [file for file in files if PAPER.encode() in file.read_bytes()]
