"""`python -m tests.clients`: programs that others would write, made from the committed contract.

The merged contract goes to three generators; what they make is compiled strictly and then used
with a running house (HOUSE_URL, DATA_DIR): create, repeat, page, conflict, change, refusal, delete.
Status 1 when a generator leaves a class out, a compiler complains, or the house answers something
else.
"""

import json
import os
import shutil
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
# Where Debian keeps what the Java client imports; Jackson is inside the generator's own archive.
JARS = [
    Path("/usr/share/java", name)
    for name in ("httpmime.jar", "httpcore.jar", "geronimo-annotation-1.3-spec.jar")
]
JAVA = {
    "invokerPackage": "vn.nhipcau",
    "apiPackage": "vn.nhipcau.api",
    "modelPackage": "vn.nhipcau.model",
    "openApiNullable": "false",
    "useJakartaEe": "false",
    "hideGenerationTimestamp": "true",
    "annotationLibrary": "none",
    "documentationProvider": "none",
}
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


def java() -> str:
    if not shutil.which("javac") or not all(jar.exists() for jar in JARS):
        raise SystemExit(
            "The Java client wants a JDK and two libraries: apt-get install default-jdk-headless "
            "libhttpmime-java libgeronimo-annotation-1.3-spec-java"
        )
    (generator,) = TOOLS.parent.glob("lib/python*/site-packages/*/openapi-generator.jar")
    target = MADE / "java"
    shutil.rmtree(target, ignore_errors=True)
    run(
        *("java", "-jar", generator, "generate", "-g", "java", "--library", "native"),
        # from here: it takes a path with a space for a bad address
        *("-i", os.path.relpath(CONTRACT), "-o", target),
        "--additional-properties=" + ",".join(f"{key}={value}" for key, value in JAVA.items()),
        "--global-property=apiDocs=false,modelDocs=false,apiTests=false,modelTests=false",
    )
    sources = [*target.glob("src/main/java/**/*.java"), HERE / "Story.java"]
    listed = target / "sources"  # too many for a command line; quoted, for a folder with a space
    listed.write_text("".join(f'"{source}"\n' for source in sources), "utf-8")
    classes, path = target / "classes", os.pathsep.join(map(str, (generator, *JARS)))
    run("javac", "-nowarn", "-proc:none", "-encoding", "UTF-8", "-d", classes, "-cp", path,
        f"@{listed}")  # fmt: skip
    return run("java", "-cp", f"{classes}{os.pathsep}{path}", "Story")


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
    stories = {
        "openapi-python-client": python,
        "openapi-typescript": typescript,
        "openapi-generator, Java": java,
    }
    for name, story in stories.items():
        print(f"{name}: {story().strip()}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
