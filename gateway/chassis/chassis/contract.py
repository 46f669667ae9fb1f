"""Write a contract, or with `--check` compare it: `python -m chassis.contract NAME FILE`."""

import importlib
import json
import sys
from pathlib import Path


def document(name: str) -> str:
    """The contract of a service as committed text: stable order, one trailing newline."""
    app = importlib.import_module(f"{name}.main").app
    return json.dumps(app.openapi(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def main(arguments: list[str]) -> None:
    name, path = arguments[0], Path(arguments[1])
    text = document(name)
    if "--check" in arguments:
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            raise SystemExit(f"{path} differs from the code: run `make openapi` and commit it.")
        return
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
