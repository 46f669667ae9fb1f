"""The secrets of one installation, drawn once and kept in DATA_DIR/secrets.json (0600)."""

import fcntl
import json
import os
import secrets
from pathlib import Path

# 32 bytes each, written so that they fit unquoted in a URL.
NAMES = (
    "GATEWAY_SECRET",
    "FILES_SECRET",
    "CLIENT_SECRET_AID",
    "CLIENT_SECRET_EVENTS",
    "POSTGRES_PASSWORD",
    *(
        f"POSTGRES_PASSWORD_{service}_{role}"
        for service in ("GATEWAY", "REGISTRY", "AID", "EVENTS")
        for role in ("OWNER", "APP")
    ),
)


def read_or_draw(data_dir: Path) -> dict[str, str]:
    """Every secret by name; missing ones are drawn, present ones never change."""
    path = data_dir / "secrets.json"
    # Two first starts at once must end with the same secrets; the file itself is replaced.
    with (data_dir / "secrets.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        known: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
        missing = [name for name in NAMES if name not in known]
        if missing:
            known |= {name: secrets.token_urlsafe(32) for name in missing}
            _replace(path, json.dumps(known, indent=2))
    return known


def _replace(path: Path, text: str) -> None:
    """All or nothing, and never readable by others, not even for a moment."""
    new = path.with_suffix(".new")
    with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
