"""Every setting that code reads is explained in .env.example, and the example holds no secret."""

import re
from pathlib import Path

from chassis.settings import Settings
from gateway.settings import GatewaySettings

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
NAMED = dict(re.findall(r"^([A-Z_]+)=(.*)$", EXAMPLE, re.MULTILINE))
# One field in the code, one variable per service in the environment.
PER_SERVICE = {"NAME", "DATABASE_URL", "CLIENT_ID", "CLIENT_SECRET"}


def test_every_field_of_the_settings_is_in_the_example() -> None:
    fields = {*Settings.model_fields, *GatewaySettings.model_fields}

    wanted = {field.upper() for field in fields} - PER_SERVICE

    assert wanted <= set(NAMED)


def test_every_variable_the_launcher_reads_is_in_the_example() -> None:
    read = {
        name
        for file in (ROOT / "deploy").rglob("*.py")
        for name in re.findall(r'environ\.get\("([A-Z_]+)"', file.read_text(encoding="utf-8"))
    }

    assert "PORT" in read
    assert read - {"PATH", "TMPDIR", "CI"} <= set(NAMED)


def test_the_example_holds_no_secret() -> None:
    filled = {name for name, value in NAMED.items() if value}

    assert not [name for name in filled if re.search("SECRET|PASSWORD|DATABASE", name)]
