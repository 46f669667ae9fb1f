"""A register that is written to files and read into an empty one is the same register (XLS-4)."""

import json
from collections.abc import Callable
from typing import Any

import asyncpg
import pytest

from chassis.tables.write import XLSX_MEDIA_TYPE
from chassis.testing import Caller
from registry.demo.load import Loaded

Staff = Callable[..., Caller]
FILES = {"csv": "text/csv;delimiter=semicolon", "xlsx": XLSX_MEDIA_TYPE}
# The texts of interop.md 4.2 that a record may hold; what no record may hold is refused on the way
# in and stands in the chassis' table of nasty inputs.
NASTY = [
    *("=1+1", '=HYPERLINK("http://x","y")', "@SUM(1)", "+84 28 3822", "-5", "'=1+1", "''@x"),
    *("00123", "0100109106-001", "1.234.567", "1,5E+09", "TRUE", "31/12/2026", "2026"),
    *(
        "Ðại học",
        "Hoà Bình, Hòa Bình",
        '"trong ngoặc"',
        "a;b,c\\|d | e\\",
        "👩\u200d👧",
        "Tổng cộng",
    ),
    *("x" * 300, "＝1+1", "Nghệ thuật", "TP.HCM", "http://example.org", "#hashtag"),
]
NOT_OURS = ("id", "version", "created_at", "updated_at", "unit_id", "demo", "public_id", "ngo_id")


async def written(caller: Caller, url: str, kind: str) -> bytes:
    answer = await caller.get(url, headers={"Accept": kind})
    assert answer.status_code == 200, answer.text
    return answer.content


async def records(caller: Caller) -> dict[str, list[dict[str, Any]]]:
    """All that people entered, without what the house gives every record."""
    found = {}
    for url in ("/v1/ngos", "/v1/certificates"):
        lines = (await written(caller, url, "application/x-ndjson")).splitlines()
        rows = [json.loads(line) for line in lines]
        kept = [{k: v for k, v in row.items() if not k.endswith(NOT_OURS)} for row in rows]
        found[url] = sorted(kept, key=lambda row: json.dumps(row, sort_keys=True))
    return found


async def entered(caller: Caller, content: bytes, form: str) -> dict[str, Any]:
    checked = await caller.post("/v1/imports", files={"file": (f"sổ.{form}", content)})
    assert checked.status_code == 201, checked.text
    record = checked.json()
    if record["counts"]["error"]:
        rows = await caller.get(f"/v1/imports/{record['id']}/rows?outcome=error")
        raise AssertionError(rows.json()["items"][:3])
    path = f"/v1/imports/{record['id']}/commit"
    done = await caller.act(path, record["version"], json={})
    assert done.status_code == 200, done.text
    counts: dict[str, Any] = done.json()["counts"]
    return counts


async def enter_the_nasty(officer: Caller) -> None:
    for number, text in enumerate(NASTY):
        spell = {"valid_from": "2001-01-01", "valid_to": "2009-12-31", "source": text}
        body = {
            **{"name_vi": text, "name_en": text, "short_name": text[:100], "home_country": "US"},
            **{"note": f"{text}\n\n{text}", "website": text, "founded_year": 1900 + number},
            "sectors": ["education", "health"],
            "names": [
                {"text": text, "language": "en", "kind": "former", **spell},
                {"text": f"{text[:200]} ALT", "language": "vi", "kind": "acronym"},
            ],
            "identifiers": [{"scheme": "other", "value": f"{number} {text[:80]}", "issuer": text}],
        }
        answer = await officer.post("/v1/ngos", json=body)
        if answer.status_code == 409:
            seal = {"Confirmation": answer.json()["confirmation"]}
            answer = await officer.post("/v1/ngos", json=body, headers=seal)
        assert answer.status_code == 201, answer.text


@pytest.mark.parametrize("form", FILES)
async def test_xls_4_export_and_import_lose_nothing(
    staff: Staff, demo: Loaded, db: asyncpg.Connection, form: str
) -> None:
    officer = staff("officer", "VUFO")
    await enter_the_nasty(officer)
    before = await records(officer)
    ngos = await written(officer, "/v1/ngos", FILES[form])
    papers = await written(officer, "/v1/certificates", FILES[form])
    same = [await entered(officer, ngos, form), await entered(officer, papers, form)]
    await db.execute("TRUNCATE ngos, certificates CASCADE")

    again = [await entered(officer, ngos, form), await entered(officer, papers, form)]

    assert [(c["add"], c["change"], c["error"]) for c in same] == [(0, 0, 0)] * 2
    assert [c["add"] for c in again] == [len(rows) for rows in before.values()]
    after = await records(officer)
    for url, rows in before.items():
        assert after[url] == rows
