"""Every code has a sentence in both languages, and every sentence a use."""

import re
from pathlib import Path
from string import Formatter

import gateway
from gateway.refusals import CONSTRAINTS, REFUSALS

PREFIXES = sorted({code.partition(".")[0] for code in REFUSALS})
CODE = re.compile(rf'"((?:{"|".join(PREFIXES)})\.[a-z_]+)"')
# A table of moves makes its own codes; one in which nobody is barred has no four eyes.
MOVED = {
    "move_requests": ("wrong_status", "wrong_role", "four_eyes"),
    "role_grants": ("wrong_status", "wrong_role", "four_eyes"),
    "subject_requests": ("wrong_status", "wrong_role"),
}


def used() -> set[str]:
    root = Path(gateway.__file__).parent
    files = [path for path in root.rglob("*.py") if not path.name.startswith("refusals")]
    found = {code for path in files for code in CODE.findall(path.read_text("utf-8"))}
    moved = {f"{name}.{kind}" for name, kinds in MOVED.items() for kind in kinds}
    return found | moved | set(CONSTRAINTS.values())


def test_every_code_in_use_is_worded_here_or_in_the_chassis() -> None:
    from chassis.refusals import REFUSALS as CHASSIS

    modules = {"accounts.id", "sessions.id", "webhooks.id"}  # names of columns, not of refusals

    assert used() - modules <= REFUSALS.keys() | CHASSIS.keys()


def test_every_sentence_is_in_use() -> None:
    assert REFUSALS.keys() <= used()


def test_both_languages_name_the_same_parameters() -> None:
    for code, (vi, en) in REFUSALS.items():
        names = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (vi, en)]
        assert names[0] == names[1], code
        assert vi != en, code
