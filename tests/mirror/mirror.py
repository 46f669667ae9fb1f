"""A complete copy of what one unit may see, in one SQLite file: read the feeds, prove the copy.

Needs httpx and Python's standard library, and nothing of the house: take it as it is. It may be
killed at any moment: records and cursor move in one transaction, so the next start goes on.
"""

import hashlib
import json
import sqlite3
import time
from pathlib import Path
from typing import Any

import httpx

SERVICES = ("registry", "aid", "events")
TABLES = """
CREATE TABLE IF NOT EXISTS cursors (service TEXT PRIMARY KEY, after TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS records (
  service TEXT NOT NULL, resource TEXT NOT NULL, id TEXT NOT NULL, unit_id TEXT NOT NULL,
  version INTEGER NOT NULL, record TEXT, PRIMARY KEY (service, resource, id));
"""
# Events come at least once: only a higher version changes anything. A deletion stays as a row
# without a record, so that an older event cannot bring it back.
PUT = """
INSERT INTO records (service, resource, id, unit_id, version, record) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (service, resource, id) DO UPDATE
  SET unit_id = excluded.unit_id, version = excluded.version, record = excluded.record
  WHERE excluded.version > records.version
"""


class Mirror:
    """`house`: the gateway's address. Client id and secret come from its administrator."""

    def __init__(self, house: str, client_id: str, client_secret: str, file: Path) -> None:
        self.http = httpx.Client(base_url=house, timeout=40)
        self.credentials, self.token = (client_id, client_secret), ""
        self.copy = sqlite3.connect(file)
        self.copy.executescript(TABLES)

    def follow(self, service: str, limit: int = 500, wait: int = 0) -> int:
        """Take one page of changes into the copy; how many there were."""
        query = {"after": self.after(service), "limit": str(limit), "wait": str(wait)}
        page = self._ask(f"/api/{service}/v1/changes", query)
        if page is None:  # the house was restored from a backup: our copy knows too much
            with self.copy:
                self.copy.execute("DELETE FROM records WHERE service = ?", [service])
                self.copy.execute("DELETE FROM cursors WHERE service = ?", [service])
            return self.follow(service, limit, wait)
        with self.copy:
            for event in page["items"]:
                said = event["data"]
                record = None if said["record"] is None else canonical(said["record"])
                key = (service, said["resource"], event["subject"], event.get("unitid", ""))
                self.copy.execute(PUT, (*key, said["version"], record))
            self.copy.execute("REPLACE INTO cursors VALUES (?, ?)", (service, page["next"]))
        return len(page["items"])

    def after(self, service: str) -> str:
        """How far the copy has come in this service's feed."""
        row = self.copy.execute("SELECT after FROM cursors WHERE service = ?", [service]).fetchone()
        return str(row[0]) if row else "0"

    def differences(self, service: str) -> list[str]:
        """Where the copy and the service at the same position differ; empty: it is equal."""
        said = self._ask(f"/api/{service}/v1/changes/digest", {"at": self.after(service)})
        theirs = {(p["unit_id"] or "", p["resource"]): (p["count"], p["hash"])
                  for p in (said or {"items": []})["items"]}  # fmt: skip
        ours = self.digest(service)
        return [
            f"{service} {resource} of {unit or 'all units'}: we hold {ours.get((unit, resource))},"
            f" the house {theirs.get((unit, resource))}"
            for unit, resource in sorted(ours.keys() | theirs.keys())
            if ours.get((unit, resource)) != theirs.get((unit, resource))
        ]

    def digest(self, service: str) -> dict[tuple[str, str], tuple[int, str]]:
        """Count and hash of the copy's records by unit and resource, as changes/digest says it."""
        found: dict[tuple[str, str], tuple[int, Any]] = {}
        rows = self.copy.execute(
            "SELECT unit_id, resource, id, record FROM records"
            " WHERE service = ? AND record IS NOT NULL ORDER BY id",
            [service],
        )
        for unit, resource, record_id, record in rows:
            count, total = found.setdefault((unit, resource), (0, hashlib.sha256()))
            digest = hashlib.sha256(record.encode()).hexdigest()
            total.update(f"{record_id} {digest}\n".encode())
            found[unit, resource] = (count + 1, total)
        return {key: (count, total.hexdigest()) for key, (count, total) in found.items()}

    def close(self) -> None:
        self.http.close()
        self.copy.close()

    def _ask(self, path: str, query: dict[str, str]) -> dict[str, Any] | None:
        """The answer, waiting as long as the house asks us to; None for a position it lacks."""
        while True:
            headers = {"Authorization": f"Bearer {self.token or self._sign_in()}"}
            try:
                answer = self.http.get(path, params=query, headers=headers)
            except httpx.TransportError:
                time.sleep(1)
                continue
            if answer.status_code == 401:  # it lives 15 minutes
                self.token = ""
            elif answer.status_code in (429, 502, 503, 504):
                time.sleep(float(answer.headers.get("Retry-After", "1")))
            elif answer.status_code == 410 and answer.json()["code"] == "changes.ahead":
                return None
            else:
                answer.raise_for_status()
                said: dict[str, Any] = answer.json()
                return said

    def _sign_in(self) -> str:
        form = {"grant_type": "client_credentials"}
        answer = self.http.post("/oauth2/token", data=form, auth=self.credentials)
        if answer.status_code in (429, 503):
            time.sleep(float(answer.headers.get("Retry-After", "1")))
            return self._sign_in()
        answer.raise_for_status()
        self.token = str(answer.json()["access_token"])
        return self.token


def canonical(record: Any) -> str:
    """The text of a record that is hashed: sorted keys, no spaces, UTF-8."""
    return json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
