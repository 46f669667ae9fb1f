"""A database's migrations form one line: two of one number would be one that nobody runs."""

from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

FOLDERS = [
    Path("gateway/gateway/migrations"),
    *(Path(f"services/{name}/{name}/migrations") for name in ("registry", "aid", "events")),
]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_migrations_form_one_line(folder: Path) -> None:
    files = [path.name for path in (folder / "versions").glob("[0-9]*.py")]
    line = list(ScriptDirectory(str(folder)).walk_revisions())

    assert len({name[:4] for name in files}) == len(files), sorted(files)
    assert len(line) == len(files)
    assert not [step for step in line if isinstance(step.down_revision, tuple)]
    assert len(ScriptDirectory(str(folder)).get_heads()) == 1
