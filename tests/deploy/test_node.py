"""A Node that is too old is named before anything is installed with it."""

from pathlib import Path

import pytest

from deploy import spa
from deploy.refusal import Refusal


def _node(place: Path, monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    for name in ("node", "npm"):
        program = place / name
        program.write_text(f"#!/bin/sh\necho {version}\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(place))


def test_an_old_node_is_refused_by_name(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _node(place, monkeypatch, "v18.20.4")

    with pytest.raises(Refusal, match=r"Node 20 or newer; this is v18\.20\.4"):
        spa.require_node()


def test_node_20_will_do(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _node(place, monkeypatch, "v20.1.0")

    spa.require_node()


def test_no_node_at_all_is_said(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(place))

    with pytest.raises(Refusal, match="there is none"):
        spa.require_node()
