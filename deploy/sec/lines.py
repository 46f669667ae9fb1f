"""Our own rules over the syntax tree, where a linter has none (reliability-security SC-06)."""

import ast
from collections.abc import Iterator
from pathlib import Path

FOLDERS = ("gateway/gateway", "gateway/chassis/chassis", "services", "deploy")
RUNS_SQL = {"execute", "fetch", "fetchval", "fetchrow", "exec_driver_sql", "text", "scalar"}
RUNS_SQL |= {"executemany", "prepare", "cursor", "scalars", "stream", "copy_from_query"}
# The owner's own statements about tables and roles: names from the code, no value of a request.
# (what alembic's `op` runs likewise).
MADE_OF_NAMES = ("/migrations/", "deploy/", "chassis/migrate.py", "chassis/testing.py", "/tests/")


MAKES_HTML = [
    *("dangerouslySetInnerHTML", "innerHTML", "outerHTML", "insertAdjacentHTML"),
    *("document.write", "new Function(", "eval("),
]


def _is_woven(node: ast.expr) -> bool:
    """A text into which values are put."""
    if isinstance(node, ast.JoinedStr):
        return any(isinstance(part, ast.FormattedValue) for part in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
        return isinstance(node.left, ast.Constant) and isinstance(node.left.value, str)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        sides = (node.left, node.right)
        return any(_is_woven(side) for side in sides) or (
            any(isinstance(side, ast.Constant | ast.JoinedStr) for side in sides)
            and not all(isinstance(side, ast.Constant | ast.JoinedStr) for side in sides)
        )
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(called, ast.Attribute) and called.attr == "format"


def _name(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def broken(source: str, where: str) -> Iterator[str]:
    """The rules that this file breaks, each with its line."""
    nodes = list(ast.walk(ast.parse(source)))
    for node in nodes:
        if isinstance(node, ast.Attribute) and not where.startswith("deploy/"):
            if node.attr == "path" and _is_url(node.value):
                yield f"{where}:{node.lineno}: the path of request.url; read scope['path']"
            continue
        if isinstance(node, ast.If) and _tells_by_time(node):
            yield f"{where}:{node.lineno}: whose a record is, asked after it was read (AZ-11)"
            continue
        if isinstance(node, ast.ImportFrom) and str(node.module).endswith("jwt"):
            if any(name.name == "decode" for name in node.names):
                yield f"{where}:{node.lineno}: decode by another name than jwt.decode"
            continue
        if not isinstance(node, ast.Call):
            continue
        given = {one.arg: one.value for one in node.keywords}
        if _is_true(given.get("shell")):
            yield f"{where}:{node.lineno}: shell=True"
        if isinstance(given.get("verify"), ast.Constant) and not _is_true(given["verify"]):
            yield f"{where}:{node.lineno}: verify=False"
        if _name(node) == "decode" and getattr(node.func, "value", None) is not None:
            base = getattr(node.func.value, "id", "")  # type: ignore[attr-defined]
            if base == "jwt" and "algorithms" not in given:
                yield f"{where}:{node.lineno}: jwt.decode without algorithms"
            if base == "jwt" and not any(map(_demands_audience, nodes)):
                yield f"{where}:{node.lineno}: jwt.decode and no claims with an audience"
        woven = bool(node.args) and _name(node) in RUNS_SQL and _is_woven(node.args[0])
        woven = woven and getattr(getattr(node.func, "value", None), "id", "") != "op"
        if woven and not any(part in where for part in MADE_OF_NAMES):
            yield f"{where}:{node.lineno}: a statement with values woven in"


def _demands_audience(node: ast.AST) -> bool:
    """The library checks claims apart from the signature, where this names the audience."""
    is_registry = isinstance(node, ast.Call) and _name(node) == "JWTClaimsRegistry"
    return is_registry and any(one.arg == "aud" for one in node.keywords)  # type: ignore[attr-defined]


def _tells_by_time(node: ast.If) -> bool:
    """404 for a record that was read and is another unit's: slower than one for no record."""
    raised = [one.exc for one in node.body if isinstance(one, ast.Raise)]
    is_404 = any(getattr(one, "id", _called(one)) == "NotFound" for one in raised)
    asked = (getattr(one, "attr", "") for one in ast.walk(node.test))
    return is_404 and not {"unit_id", "sees"}.isdisjoint(asked)


def _called(node: ast.expr | None) -> str:
    return _name(node) if isinstance(node, ast.Call) else ""


def _is_url(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "url"


def _is_true(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and node.value is True


def everywhere() -> list[str]:
    """Our Python, and the app for the words that make HTML or code of a text."""
    files = [file for folder in FOLDERS for file in Path(folder).rglob("*.py")]
    found = [line for file in files for line in broken(file.read_text("utf-8"), str(file))]
    for file in Path("frontend/src").rglob("*.ts*"):
        text = file.read_text("utf-8")
        found += [f"{file}: {word}" for word in MAKES_HTML if word in text]
    if len(files) < 100:
        found.append("the search for code found next to nothing")
    return found
