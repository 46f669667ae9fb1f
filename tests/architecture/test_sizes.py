"""No file of code is longer than 250 lines: longer ones hold two subjects."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 250
SUFFIXES = {".py", ".ts", ".tsx"}
INSTALLED = {".venv", ".git", ".make", ".data", "node_modules", "dist", "__pycache__"}
# Written by a machine, or history that is read once.
EXEMPT = ("/generated/", "/migrations/versions/", "/routeTree.gen.ts")


def code(folder: Path = ROOT) -> list[Path]:
    """Our own code: what is installed or built is not looked at."""
    found: list[Path] = []
    for path in folder.iterdir():
        if path.is_dir() and path.name not in INSTALLED:
            found += code(path)
        elif path.suffix in SUFFIXES and not any(part in str(path) for part in EXEMPT):
            found.append(path)
    return found


def test_no_file_of_code_is_longer_than_the_limit() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in code()}

    long = {str(p.relative_to(ROOT)): n for p, n in lengths.items() if n > LIMIT}

    assert len(lengths) > 50, "the search for code found next to nothing"
    assert not long, f"longer than {LIMIT} lines: {long}"


def test_no_file_hides_behind_an_empty_name() -> None:
    empty_names = {"utils", "helpers", "common", "manager", "base", "misc"}

    found = [str(path.relative_to(ROOT)) for path in code() if path.stem.lower() in empty_names]

    assert not found, "these names say nothing about what is inside"
