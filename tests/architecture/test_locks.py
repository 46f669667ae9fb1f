"""The locks pin every package by hash and name no host, so that any mirror serves."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ["requirements.lock", "tools.lock", "deploy/runtime.lock", "deploy/sec.lock"]
PLACES = re.compile(r"://|--(extra-)?index-url|--find-links|^-e|file:|^\.|^/", re.MULTILINE)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host_and_no_path(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")

    assert not PLACES.findall(text)


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_in_a_lock_is_pinned_by_hash(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")

    packages = [part for part in re.split(r"\n(?=\S)", text.strip()) if part[0] != "#"]

    assert packages
    assert all(re.match(r"[\w.-]+==\S+", package) for package in packages)
    assert all("--hash=sha256:" in package for package in packages)
