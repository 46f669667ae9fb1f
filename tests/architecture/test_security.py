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
    lock = floors.LOCK.read_text("utf-8")

    assert floors.below(lock) == []
    assert floors.below(re.sub(r"h11==[0-9.]+", "h11==0.14.0", lock)) != []
    assert floors.below("") != []


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
        "jwt.decode(token, key)",
        "allowed = request.url.path.startswith('/api')",
    ],
)
def test_a_planted_line_breaks_its_rule(line: str) -> None:
    assert list(lines.broken(line, "gateway/gateway/edge/door.py")) != []


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
