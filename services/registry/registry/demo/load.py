"""Enters what is missing of the demonstration data; what somebody has changed since stays."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.changes.act import Acting
from chassis.identity import Actor
from registry.certificates.models import Certificate
from registry.certificates.schemas import CertificateOut
from registry.demo.unions.enter import enter_unions
from registry.ngos.models import Ngo
from registry.ngos.queries import public_ids
from registry.ngos.schemas import NgoOut, derived
from registry.store import Change
from registry.units.models import Unit

HERE = Path(__file__).parent
WHO = Actor(None, "system", "Dữ liệu trình diễn")
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many records were entered, and how many were there before."""

    ngos: int
    certificates: int
    there: int
    unions: int = 0


def read(name: str) -> list[Row]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def sectors_of(certificates: list[Row]) -> dict[str, list[str]]:
    """An NGO works in the sectors of all its certificates; the first named is its main one."""
    sectors: dict[str, dict[str, None]] = defaultdict(dict)
    for row in certificates:
        sectors[row["ngo_id"]] |= dict.fromkeys(row["sectors"].split("|"))
    return {ngo: list(named) for ngo, named in sectors.items()}


def _ngo(row: Row, units: dict[str, UUID], sectors: list[str], public_id: str) -> Ngo:
    texts = ("name_vi", "name_en", "short_name", "website")
    fields: dict[str, Any] = {name: row[name] or None for name in texts}
    fields |= {"public_id": public_id, "names": [], "identifiers": []}
    return Ngo(
        id=UUID(row["id"]),
        unit_id=units[row["unit_code"]],
        home_country=row["home_country"],
        sectors=sectors,
        demo=row["demo"] == "true",
        **fields,
        **derived(fields),
    )


def _certificate(row: Row, steward: UUID) -> Certificate:
    days = {day: date.fromisoformat(row[day]) for day in ("issued_on", "valid_from", "valid_to")}
    return Certificate(
        id=UUID(row["id"]),
        ngo_id=UUID(row["ngo_id"]),
        unit_id=steward,
        kind=row["kind"],
        number=row["number"],
        issuer=row["issuer"],
        provinces=row["provinces"].split("|"),
        sectors=row["sectors"].split("|"),
        demo=row["demo"] == "true",
        **days,
    )


async def enter(tx: AsyncSession) -> Loaded:
    """One transaction for all of it, so that a broken run leaves nothing behind."""
    units: dict[str, UUID] = dict((await tx.execute(select(Unit.code, Unit.id))).all())
    there = set(await tx.scalars(select(Ngo.id))) | set(await tx.scalars(select(Certificate.id)))
    ngo_rows, certificate_rows = read("ngos"), read("certificates")
    sectors = sectors_of(certificate_rows)
    stewards = {row["id"]: units[row["unit_code"]] for row in ngo_rows}
    new = [row for row in ngo_rows if UUID(row["id"]) not in there]
    drawn = await public_ids(tx, len(new))
    ngos = [
        _ngo(row, units, sectors[row["id"]], number) for row, number in zip(new, drawn, strict=True)
    ]
    certificates = [
        _certificate(row, stewards[row["ngo_id"]])
        for row in certificate_rows
        if UUID(row["id"]) not in there
    ]
    tx.add_all(ngos)
    await tx.flush()  # the certificates point at them
    tx.add_all(certificates)
    await tx.flush()
    act = Acting(tx, WHO, Change, "demonstration")
    for ngo in ngos:
        act.log(ngo, NgoOut.of(ngo, WHO), "create")
    for certificate in certificates:
        act.log(certificate, CertificateOut.of(certificate, WHO), "create")
    unions = await enter_unions(tx, act)
    total = len(ngo_rows) + len(certificate_rows)
    before = total - len(ngos) - len(certificates) + unions.there
    return Loaded(len(ngos), len(certificates), before, unions.entered)
