"""`make authz-matrix`: who may do what, as one table, from the x-authz of the four contracts."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

CONTRACTS = {
    "gateway": Path("gateway/openapi.json"),
    "registry": Path("services/registry/openapi.json"),
    "aid": Path("services/aid/openapi.json"),
    "events": Path("services/events/openapi.json"),
}
COLUMNS = ("admin", "officer", "appraiser", "approver", "viewer", "auditor", "integrator", "public")
HEAD = ("operation", "call", "scope", *COLUMNS, "beside")


def rows(service: str, document: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """One row to an operation. An empty cell is a refusal; `beside`: what is asked for as well."""
    for path, item in sorted(document["paths"].items()):
        for method, operation in sorted(item.items()):
            block = operation["x-authz"]
            unknown = set(block["roles"]) - set(COLUMNS)
            if unknown:
                raise SystemExit(
                    f"{operation['operationId']} names roles without a column: {unknown}"
                )
            beside = ["step-up"] if block.get("step_up") else []
            beside += [block["sod"]] if block.get("sod") else []
            ticks = ("x" if role in block["roles"] else "" for role in COLUMNS)
            # what is not a /v1 of its own answers at the root of the house
            where = f"/api/{service}{path}" if path.startswith("/v1/") else path
            call = f"{method.upper()} {where}"
            name = f"{service}.{operation['operationId']}"
            yield (name, call, block["scope"], *ticks, "; ".join(beside))


def table(lines: Iterable[tuple[str, ...]]) -> str:
    """As Markdown, so that it can stand in a document as it is."""
    marks = ["---"] * 3 + [":-:"] * len(COLUMNS) + ["---"]
    return "\n".join("| " + " | ".join(line) + " |" for line in (HEAD, marks, *lines))


def main() -> int:
    found: list[tuple[str, ...]] = []
    for service, file in CONTRACTS.items():
        found += rows(service, json.loads(file.read_text("utf-8")))
    sys.stdout.write(f"{table(found)}\n\n{len(found)} operations, {len(COLUMNS)} principals\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
