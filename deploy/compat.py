"""`python -m deploy.compat`: no contract breaks the released one (its commit: `deploy/released`).

A caller written against the released contract must go on working: what it may send stays allowed,
what it reads stays there. New operations, optional fields and answers' new fields break nobody.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Document = dict[str, Any]
CONTRACTS = {
    "gateway": "gateway/openapi.json",
    **{name: f"services/{name}/openapi.json" for name in ("registry", "aid", "events")},
}
RELEASED = Path("deploy/released")
METHODS = ("get", "post", "put", "patch", "delete")


class Comparison:
    """Two documents of one part; `problems` are what a caller of the old one would notice."""

    def __init__(self, old: Document, new: Document) -> None:
        self.old, self.new = old, new
        self.problems: list[str] = []
        self.seen: set[tuple[str, str, bool]] = set()

    def run(self) -> list[str]:
        for where, before in _operations(self.old):
            after = dict(_operations(self.new)).get(where)
            if after is None:
                if not before.get("deprecated"):
                    self.problems.append(f"{where} is gone and was never deprecated")
                continue
            self._parameters(where, before, after)
            self._body(where, before, after)
            self._answers(where, before, after)
        return self.problems

    def _parameters(self, where: str, before: Document, after: Document) -> None:
        old, new = ({(p["in"], p["name"]): p for p in op.get("parameters", ())}
                    for op in (before, after))  # fmt: skip
        for key, one in old.items():
            if key not in new:
                self.problems.append(f"{where}: {key[0]} {key[1]} is refused now")
            else:
                self._schema(f"{where} {key[1]}", one["schema"], new[key]["schema"], sent=True)
        for key, one in new.items():
            if one.get("required") and not old.get(key, {}).get("required"):
                self.problems.append(f"{where}: {key[0]} {key[1]} is demanded now")

    def _body(self, where: str, before: Document, after: Document) -> None:
        old, new = (op.get("requestBody", {}).get("content", {}) for op in (before, after))
        for media, said in old.items():
            if media not in new:
                self.problems.append(f"{where}: {media} is refused now")
            else:
                self._schema(f"{where} body", said["schema"], new[media]["schema"], sent=True)
        if new and not old and after["requestBody"].get("required"):
            self.problems.append(f"{where}: a body is demanded now")

    def _answers(self, where: str, before: Document, after: Document) -> None:
        for code, said in before["responses"].items():
            if not code.startswith("2"):
                continue
            if code not in after["responses"]:
                self.problems.append(f"{where}: {code} is answered no more")
                continue
            new = after["responses"][code].get("content", {})
            for media, content in said.get("content", {}).items():
                if media not in new:
                    self.problems.append(f"{where}: {code} is {media} no more")
                elif "schema" in content:
                    self._schema(
                        f"{where} {code}", content["schema"], new[media].get("schema", {}),
                        sent=False,
                    )  # fmt: skip

    def _schema(self, where: str, old: Document, new: Document, *, sent: bool) -> None:
        key = (str(old.get("$ref", "")), str(new.get("$ref", "")), sent)
        if key[0] and key in self.seen:
            return
        self.seen.add(key)
        old, new = _found(old, self.old), _found(new, self.new)
        were, are = _kinds(old, self.old), _kinds(new, self.new)
        lost = were - are if sent else are - were
        if lost and were and are:
            verb = "is taken no more" if sent else "may be answered now"
            self.problems.append(f"{where}: {', '.join(sorted(lost))} {verb}")
        self._choices(where, old, new, sent=sent)
        self._fields(where, old, new, sent=sent)
        if "items" in old and "items" in new:
            self._schema(f"{where}[]", old["items"], new["items"], sent=sent)

    def _choices(self, where: str, old: Document, new: Document, *, sent: bool) -> None:
        """A choice that a caller may send stays one; of new ones in answers, callers are told."""
        gone = set(map(str, old.get("enum", ()))) - set(map(str, new.get("enum", ())))
        if sent and "enum" in new and gone:
            self.problems.append(f"{where}: {', '.join(sorted(gone))} is refused now")

    def _fields(self, where: str, old: Document, new: Document, *, sent: bool) -> None:
        before, after = old.get("properties", {}), new.get("properties", {})
        for name, one in before.items():
            if name in after:
                self._schema(f"{where}/{name}", one, after[name], sent=sent)
            else:
                self.problems.append(f"{where}/{name} is {'refused' if sent else 'missing'} now")
        demanded = set(new.get("required", ())) - set(old.get("required", ()))
        if sent and before:
            self.problems += [f"{where}/{name} is demanded now" for name in sorted(demanded)]


def _operations(document: Document) -> Iterator[tuple[str, Document]]:
    for path, operations in document["paths"].items():
        for method in METHODS:
            if method in operations:
                yield f"{method.upper()} {path}", operations[method]


def _found(schema: Document, document: Document) -> Document:
    """The schema itself; of `X or null` the X."""
    while "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    options = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    return _found(options[0], document) if len(options) == 1 else schema


def _kinds(schema: Document, document: Document) -> set[str]:
    said = schema.get("type")
    kinds = set(said if isinstance(said, list) else [said] if said else [])
    for one in schema.get("anyOf", ()):
        kinds |= _kinds(_found(one, document), document)
    return kinds


def released(path: str) -> Document:
    commit = RELEASED.read_text().split()[0]
    shown = subprocess.run(
        ["git", "show", f"{commit}:{path}"], capture_output=True, text=True, check=False
    )
    if shown.returncode:
        raise SystemExit(f"compat: no commit {commit} here; fetch the whole history")
    document: Document = json.loads(shown.stdout)
    return document


def main() -> int:
    found = []
    for name, path in CONTRACTS.items():
        new = json.loads(Path(path).read_text("utf-8"))
        found += [f"{name}: {line}" for line in Comparison(released(path), new).run()]
    for line in found:
        print(line)
    if found:
        print("A caller of the released contract would break. Keep the old way beside the new one,"
              " marked by chassis.retiring, or release a version 2.")  # fmt: skip
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
