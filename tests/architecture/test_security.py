"""The fast half of `make sec`, and docs/security.md kept honest."""

import json
import re
from pathlib import Path

import pytest

from deploy.sec import floors, lines, secrets

TABLE = Path("docs/security.md")
ROWS = {"AN": 23, "AZ": 12, "IN": 21, "AU": 6, "PR": 8, "SC": 7}
NAMED = re.compile(r"`([\w/.-]+)(?:::(\w+))?`")


def test_no_package_is_below_its_floor() -> None:
    assert floors.everywhere() == []


@pytest.mark.parametrize(
    ("packages", "is_well"),
    [
        ([("h11", "0.16.0")], True),
        ([("h11", "0.14.0")], False),
        ([("other", "2.0.0-beta.2")], True),
        ([("other", "newest")], False),
        ([("other", "1.0"), ("h11", "0.16.0rc1")], False),
        ([("vite", "7.1.11")], True),
        ([("vite", "6.4.1")], True),
        ([("vite", "7.1.10")], False),
        ([("vite", "6.4.0")], False),
        ([("vite", "4.0.0")], False),
        ([("vite", "8.0.0")], True),
        ([("vite", "8.0.0"), ("vite", "")], False),
        ([], False),
    ],
)
def test_a_package_below_its_floor_or_passed_over_is_a_finding(
    packages: list[tuple[str, str]], is_well: bool
) -> None:
    assert (floors.below(packages, floors.FLOORS | floors.NPM_FLOORS) == []) is is_well


def test_every_package_of_a_lock_is_compared() -> None:
    lock = floors.LOCK.read_text("utf-8")

    assert len(floors.pinned(lock)) == len(re.findall(r"^[A-Za-z0-9]", lock, re.MULTILINE))


def test_no_rule_of_ours_is_broken() -> None:
    assert lines.everywhere() == []


@pytest.mark.parametrize(
    "line",
    [
        "tx.execute(f'SELECT * FROM t WHERE name = {name}')",
        "tx.execute('SELECT %s' % name)",
        "text('SELECT {}'.format(name))",
        "subprocess.run(command, shell=True)",
        "httpx.get(url, verify=False)",
        "tx.execute('SELECT * FROM t WHERE name = ' + name)",
        "tx.executemany(f'SELECT {name}' + ' FROM t', [])",
        "jwt.decode(token, key)",
        "jwt.decode(token, key, algorithms=['EdDSA'])",
        "JWTClaimsRegistry(aud={})\njwt.decode(token, key)",
        "from joserfc.jwt import decode",
        "allowed = request.url.path.startswith('/api')",
        "if grant is None or not actor.sees(grant.unit_id):\n    raise NotFound",
        "if grant.unit_id != actor.unit_id:\n    raise NotFound('no.grant')",
    ],
)
def test_a_planted_line_breaks_its_rule(line: str) -> None:
    assert list(lines.broken(line, "gateway/gateway/edge/door.py")) != []


def test_a_token_that_is_read_as_it_should_breaks_no_rule() -> None:
    well = "JWTClaimsRegistry(aud={})\njwt.decode(token, key, algorithms=['EdDSA'])"

    assert list(lines.broken(well, "gateway/gateway/clients/live.py")) == []


@pytest.mark.parametrize(
    "line",
    [
        "-----BEGIN EC " + "PRIVATE KEY-----",
        "AKIA" + "A1B2C3D4E5F6G7H8",
        "postgresql://owner:" + "kB8f2nQz91LmXw@db/registry",
    ],
)
def test_a_planted_secret_is_seen(line: str) -> None:
    assert secrets.shapes(line) != []


@pytest.mark.parametrize("folder", ["frontend", "deploy/npm-tools"])
def test_every_javascript_package_has_its_digest(folder: str) -> None:
    packages = json.loads(Path(folder, "package-lock.json").read_text("utf-8"))["packages"]
    fetched = {name: one for name, one in packages.items() if name and not one.get("link")}

    assert fetched
    assert [name for name, one in fetched.items() if not one.get("integrity")] == []
    assert [
        n for n, one in fetched.items() if re.match(r"git|file:", one.get("resolved", ""))
    ] == []


def test_every_row_of_the_bar_has_its_line_and_every_named_test_exists() -> None:
    text = TABLE.read_text("utf-8")
    listed = re.findall(r"^\| ([A-Z]{2})-(\d\d) \|", text, re.MULTILINE)
    missing = []
    for file, name in NAMED.findall(text):
        path = Path(file)
        if not file.startswith(("frontend/", "gateway/", "services/", "tests/")):
            continue
        if not path.exists() or (name and f"def {name}(" not in path.read_text("utf-8")):
            missing.append(f"{file}::{name}")

    assert missing == []
    assert listed == [(part, f"{n:02}") for part, many in ROWS.items() for n in range(1, many + 1)]
