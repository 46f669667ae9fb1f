"""`python -m tests.clients`: programs that others would write, made from the committed contract.

The merged contract goes to two generators; what they make is compiled strictly and then used with a
running house (HOUSE_URL, DATA_DIR): create, repeat, page, conflict, change, refusal, delete. Status
1 when a generator leaves a class out, a compiler complains, or the house answers something else.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import httpx

from gateway.contract.merge import merge
from gateway.edge import table

HERE = Path(__file__).parent
MADE = Path(".make/clients").absolute()
TOOLS = Path(".make/sec/bin").absolute()
MODULES = Path("frontend/node_modules").absolute()
CONTRACT = MADE / "openapi.json"

STRICT = {
    "compilerOptions": {
        "strict": True,
        "noUncheckedIndexedAccess": True,
        "exactOptionalPropertyTypes": True,
        "noUnusedLocals": True,
        "target": "es2022",
        "module": "nodenext",
        "lib": ["es2022", "dom"],
        "types": [],
    },
    "files": ["story.ts"],
}


def contract() -> None:
    """What the house publishes at /api/openapi.json, from the committed files."""
    known = table.load()
    files = {table.OWN: Path("gateway/openapi.json")}
    files |= {name: Path(f"services/{name}/openapi.json") for name in known.urls}
    documents = {name: json.loads(path.read_text("utf-8")) for name, path in files.items()}
    MADE.mkdir(parents=True, exist_ok=True)
    CONTRACT.write_text(json.dumps(merge(documents, known.public, table.OWN), ensure_ascii=False))


def run(*command: str | Path, **env: str) -> str:
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **env}
    )
    if done.returncode:
        raise SystemExit(f"{Path(command[0]).name}: {done.stdout[-3000:]}{done.stderr[-3000:]}")
    return done.stdout + done.stderr


def python() -> str:
    target = MADE / "python" / "nhip_cau"
    target.parent.mkdir(parents=True, exist_ok=True)
    options = ("--meta", "none", "--overwrite", "--output-path", target)
    with_tools = {"PATH": f"{TOOLS}:{os.environ['PATH']}"}
    said = run(
        TOOLS / "openapi-python-client", "generate", "--path", CONTRACT, *options, **with_tools
    )
    # it only warns when it leaves out what it could not read
    lost = said.count("WARNING parsing") + said.count("Unable to")
    # of a download it makes a call without the content: it knows no file types
    if lost != said.count("Unsupported content_type"):
        raise SystemExit(f"openapi-python-client left something out:\n{said[-3000:]}")
    return run(TOOLS / "python", HERE / "story.py", PYTHONPATH=str(target.parent))


def typescript() -> str:
    schema = MADE / "schema.d.ts"
    run("node", MODULES / "openapi-typescript/bin/cli.js", CONTRACT, "-o", schema)
    (MADE / "node_modules").unlink(missing_ok=True)
    (MADE / "node_modules").symlink_to(MODULES)
    (MADE / "story.ts").write_text((HERE / "story.ts").read_text("utf-8"))
    (MADE / "package.json").write_text('{"type": "module"}')
    (MADE / "tsconfig.json").write_text(json.dumps(STRICT))
    run("node", MODULES / "typescript/bin/tsc", "-p", MADE)
    return run("node", MADE / "story.js")


def token() -> str:
    """Of the demonstration client that may write aid's recipients."""
    accounts = json.loads((Path(os.environ["DATA_DIR"]) / "demo-accounts.json").read_text())
    (client,) = [one for one in accounts["clients"] if one["unit_code"] == "HUFO"]
    answer = httpx.post(
        os.environ["HOUSE_URL"] + "/oauth2/token",
        data={"grant_type": "client_credentials"},
        auth=(client["client_id"], client["client_secret"]),
    )
    return str(answer.raise_for_status().json()["access_token"])


def main() -> int:
    contract()
    os.environ["TOKEN"] = token()
    for name, story in (("openapi-python-client", python), ("openapi-typescript", typescript)):
        print(f"{name}: {story().strip()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
