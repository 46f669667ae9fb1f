"""`python -m deploy.lint_contract [FOLDER]`: the merged contract and each part's own under Spectral
(OpenAPI and OWASP rules) and Redocly; status 1 when one of them has a word to say.

With FOLDER, the `*.json` there are judged instead of the committed ones: so a fault can be planted.
"""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

from deploy import npm_tools
from deploy.compat import CONTRACTS
from deploy.refusal import guarded
from gateway.contract.merge import merge
from gateway.edge import table

JUDGED = Path(".make/contracts")


def gather() -> list[Path]:
    """The committed contracts under the names that the rules know, and the merged one."""
    shutil.rmtree(JUDGED, ignore_errors=True)
    JUDGED.mkdir(parents=True)
    documents = {
        name: json.loads(Path(path).read_text("utf-8")) for name, path in CONTRACTS.items()
    }
    documents["merged"] = merge(documents, table.load().public, table.OWN)
    for name, document in documents.items():
        (JUDGED / f"{name}.json").write_text(json.dumps(document, ensure_ascii=False))
    return [JUDGED / f"{name}.json" for name in documents]


def _spectral(files: list[Path]) -> list[str]:
    rules = npm_tools.FOLDER / "spectral.yaml"
    # every severity counts
    said = npm_tools.tool("spectral", "lint", *files, "-r", rules, "-f", "json", "-F", "hint")
    reports = _values(said.stdout)
    if len(reports) != 1 or bool(reports[0]) != bool(said.returncode):
        return [f"spectral: {said.stdout[-300:]}{said.stderr[-300:]}"]
    return [
        f"{Path(one['source']).name} {'/'.join(map(str, one['path']))}: {one['message']}"
        f" ({one['code']})"
        for one in reports[0]
    ]


def _redocly(files: list[Path]) -> list[str]:
    config = npm_tools.FOLDER / "redocly.yaml"
    said = npm_tools.tool("redocly", "lint", *files, "--config", config, "--format", "json")
    reports = _values(said.stdout)
    if len(reports) != len(files):
        return [f"redocly: {said.stdout[-300:]}{said.stderr[-300:]}"]
    return [
        f"{Path(one['location'][0]['source']['ref']).name}"
        f" {one['location'][0].get('pointer', '')}: {one['message']} ({one['ruleId']})"
        for report in reports
        for one in report["problems"]
    ]


def _values(said: str) -> list[Any]:
    """The JSON values with which a text begins; one of them for each file, or words at the end."""
    found, rest = [], said.strip()
    while rest.startswith(("{", "[")):
        value, end = json.JSONDecoder().raw_decode(rest)
        found.append(value)
        rest = rest[end:].strip()
    return found


def main() -> int:
    npm_tools.install()
    files = sorted(Path(sys.argv[1]).glob("*.json")) if len(sys.argv) > 1 else gather()
    found = _spectral(files) + _redocly(files)
    for line in found[:40]:
        print(line)
    print(f"contracts: {len(files)} judged, {len(found)} faults and warnings")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(guarded(main))
