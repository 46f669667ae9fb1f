"""Every scope that a program can be given: written from the contracts by `make openapi`."""

import json
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("scopes.json")


@cache
def every_scope() -> list[str]:
    found: list[str] = json.loads(FILE.read_text("utf-8"))
    return found
