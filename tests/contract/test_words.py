"""What the log of the house says has a word that a person reads, in both languages."""

import json
import re
from pathlib import Path

import pytest

from tests.contract.callers import Callers

pytestmark = pytest.mark.asyncio(loop_scope="session")
APP = Path(__file__).parents[2] / "frontend" / "src"
WORDS = APP / "features" / "gateway-changes" / "words.ts"


def _listed(log: str, what: str) -> set[str]:
    """The words that the viewer offers of a log: what is in its brackets and in those for all."""
    text = WORDS.read_text()
    shared = {"RESOURCES": "EVERYWHERE", "ACTIONS": "DONE_EVERYWHERE"}[what]
    block = text.partition(f"export const {what} ")[2]
    found = re.search(rf"\b{log}: \[(.*?)\]", block, re.S)
    general = re.search(rf"const {shared} = \[(.*?)\]", text, re.S)
    assert found
    assert general
    return set(re.findall(r"'(\w+)'", found[1] + general[1]))


async def _said(callers: Callers, log: str) -> set[tuple[str, str]]:
    """(resource, action) of every entry so far."""
    auditor, said, cursor = await callers.as_("auditor", "VUFO"), set(), {}
    while True:
        answer = await auditor.get(
            f"/api/{log}/v1/changes/entries", params={"limit": "200", **cursor}
        )
        page = answer.json()
        said |= {(one["resource"], one["action"]) for one in page["items"]}
        if not page["next_cursor"]:
            return said
        cursor = {"cursor": page["next_cursor"]}


@pytest.mark.parametrize("log", ["gateway", "registry", "aid", "events"])
async def test_what_stands_in_the_log_has_a_word(callers: Callers, log: str) -> None:
    said = await _said(callers, log)
    resources, actions = {resource for resource, _ in said}, {action for _, action in said}

    assert len(actions) > 3, "asked after the tour"
    unnamed = (resources - _listed(log, "RESOURCES")) | (actions - _listed(log, "ACTIONS"))
    for name in ("vi", "en"):
        words = json.loads((APP / "shared" / "i18n" / f"{name}.json").read_text())["changes"]
        unnamed |= (resources - set(words["resource"])) | (actions - set(words["action"]))
    assert not unnamed, sorted(unnamed)
