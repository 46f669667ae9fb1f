"""Demonstration accounts and clients: `python -m gateway.demo` (MODE=demo only).

One account per role and unit and three machine clients, with random secrets that are written to
DATA_DIR/demo-accounts.json (mode 0600) and nowhere else. When that file is gone, all get new ones.
"""

import asyncio
import json
import os
import secrets
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import db, settings
from gateway import roles
from gateway.accounts import passwords
from gateway.accounts.models import Account
from gateway.clients import rules as clients
from gateway.clients.models import Client
from gateway.clients.scopes import every_scope
from gateway.moves.models import Succession
from gateway.store import Base

# The registry's demonstration data names units by the same rule; ids are opaque to the gateway.
SPACE = UUID("6f1d8f0e-7d0b-5b1a-9c57-6e6863617500")
NATIONAL = "VUFO"
PERSONAL = tuple(
    f"gateway:{one}:" for one in ("access-requests", "authenticators", "delegations", "sessions")
)
# A move that takes somebody along who decides is confirmed by another administrator.
SECOND = "admin2"
# As in the registry: the one is gone, and the other one's staff see its records.
GONE, INTO = "HAUGIANG", "CANTHO"
UNITS = (NATIONAL, "HUFO", "HAIPHONG", "HAUGIANG", "CANTHO")
TITLES = {
    roles.ADMIN: "Quản trị",
    roles.OFFICER: "Chuyên viên",
    roles.APPRAISER: "Thẩm định",
    roles.APPROVER: "Phê duyệt",
    roles.VIEWER: "Theo dõi",
    roles.AUDITOR: "Kiểm toán",
    roles.INTEGRATOR: "Kết nối dữ liệu",
}

Made = dict[str, Any]


def unit_id(code: str) -> UUID:
    return uuid5(SPACE, f"unit/{code}")


def scopes(*actions: str) -> list[str]:
    """All that the contract asks a program for, reading or writing; what is a person's own (how one
    signs in, who stands in for whom) is none of a program's."""
    return [
        scope
        for scope in every_scope()
        if scope.endswith(actions) and not scope.startswith(PERSONAL)
    ]


def _person(name: str, role: str, title: str, code: str) -> Made:
    return {
        "id": uuid5(SPACE, f"account/{name}.{code}"),
        "username": f"{name}.{code.lower()}",
        "name": f"{title} {code} (minh họa)",
        "password": secrets.token_urlsafe(15),
        "unit_id": unit_id(code),
        "unit_code": code,
        "national": code == NATIONAL,
        "roles": [role],
    }


def people() -> list[Made]:
    """Every role in every unit, with a fresh password each; hashed side by side in threads."""
    made = [_person(role, role, title, code) for code in UNITS for role, title in TITLES.items()]
    made.append(_person(SECOND, roles.ADMIN, "Quản trị thứ hai", NATIONAL))
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        hashes = threads.map(passwords.make, [person["password"] for person in made])
        return [
            {**person, "password_hash": hashed} for person, hashed in zip(made, hashes, strict=True)
        ]


def machines() -> list[Made]:
    """One program that keeps HUFO's records, one that reads for Cần Thơ, one that reads all."""
    kinds = (
        ("HUFO", "Phần mềm HUFO", (":read", ":write")),
        ("CANTHO", "Bảng số liệu", (":read",)),
        (NATIONAL, "Tổng hợp toàn quốc", (":read",)),
    )
    return [
        {
            "id": uuid5(SPACE, f"client/{code}"),
            "client_id": f"demo-{code.lower()}",
            "name": f"{name} (minh họa)",
            "client_secret": clients.new_secret(),
            "unit_id": unit_id(code),
            "unit_code": code,
            "national": code == NATIONAL,
            "scopes": scopes(*actions),
        }
        for code, name, actions in kinds
    ]


def successions() -> list[Made]:
    """The accounts of the unit that is gone stay, so that both sides of a merger can be tried."""
    units = {"from_unit_id": unit_id(GONE), "to_unit_id": unit_id(INTO), "to_unit_code": INTO}
    return [{"id": uuid5(SPACE, f"succession/{GONE}"), **units}]


async def _put(tx: AsyncSession, table: type[Base], rows: list[Made]) -> None:
    for values in rows:
        same = {key: value for key, value in values.items() if key != "id"}
        statement = insert(table).values(**values)
        await tx.execute(statement.on_conflict_do_update(index_elements=["id"], set_=same))


async def load(tx: AsyncSession) -> Made:
    """Store all of them with new secrets; what goes into the file."""
    made, programs = people(), machines()
    accounts = [{k: v for k, v in person.items() if k != "password"} for person in made]
    rows = [
        {k: v for k, v in one.items() if k != "client_secret"}
        | {
            "secret_digest": clients.digest(one["client_secret"]),
            "secret_expires_at": db.now() + timedelta(days=clients.LONGEST_DAYS),
        }
        for one in programs
    ]
    await _put(tx, Account, [row | {"disabled_at": None} for row in accounts])
    await _put(tx, Client, [row | {"disabled_at": None} for row in rows])
    await _put(tx, Succession, successions())
    said = ("username", "password", "roles", "unit_id", "unit_code")
    told = ("client_id", "client_secret", "unit_id", "unit_code", "scopes")
    return {
        "people": [{key: person[key] for key in said} for person in made],
        "clients": [{key: one[key] for key in told} for one in programs],
    }


def write(path: Path, document: Made) -> None:
    """The file, readable by its owner only from its first byte on, and never half written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(document, file, ensure_ascii=False, indent=1, default=str)
    part.replace(path)


async def main() -> None:
    config = settings.load("gateway")
    if not config.demonstration:
        raise SystemExit("MODE=production takes no demonstration accounts.")
    path = config.data_dir / "demo-accounts.json"
    if path.exists():
        return
    engine = db.connect(config.database_url, 1, "gateway-demo")
    try:
        async with db.sessions(engine).begin() as tx:
            document = await load(tx)
        write(path, document)
    finally:
        await engine.dispose()
    print(f"demonstration accounts: {path}")


if __name__ == "__main__":
    asyncio.run(main())
