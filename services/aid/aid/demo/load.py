"""Enters what is missing of the demonstration data; what somebody has changed since stays.

Unions and NGOs are entered as copies of version 0: the registry's feed overwrites them.
"""

import csv
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from aid.demo.lives import Row, draft, live
from aid.donors.models import Donor
from aid.donors.rules import DonorKind
from aid.grants.models import Grant, GrantAct, GrantNumber
from aid.grants.schemas import GrantOut
from aid.names import derived
from aid.rates.models import Rate
from aid.recipients.models import Recipient
from aid.recipients.schemas import RecipientOut
from aid.store import Change
from aid.units.models import Unit
from chassis.changes.act import Acting
from chassis.db import now
from chassis.identity import Actor

HERE = Path(__file__).parent
WHO = Actor(None, "system", "Dữ liệu trình diễn")
# the file follows the charter of associations in words, article 2.3 of the decree is shorter
KINDS = {"professional_social_organisation": "professional_organisation"}


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many records were entered, and how many were there before."""

    grants: int
    recipients: int
    there: int


def read(name: str) -> list[Row]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


async def enter(tx: AsyncSession) -> Loaded:
    """One transaction for all of it, so that a broken run leaves nothing behind."""
    await _copies(tx)
    units = {row["code"]: UUID(row["id"]) for row in read("units")}
    recipients = await _recipients(tx, units)
    grants = await _grants(tx, units)
    total = len(read("grants")) + len(read("recipients"))
    return Loaded(grants, recipients, total - grants - recipients)


async def _copies(tx: AsyncSession) -> None:
    stamp = {"version": 0, "created_at": now(), "updated_at": now()}
    units = [
        {"id": UUID(row["id"]), "version": 0, "code": row["code"], "name": row["name_vi"],
         "national": row["national"] == "true"}
        for row in read("units")
    ]  # fmt: skip
    donors = [
        {**stamp, "id": UUID(row["id"]), "kind": DonorKind.NGO, "name_vi": row["name_vi"],
         "name_en": row["name_en"], "home_country": row["home_country"], "demo": True,
         **derived(row["name_vi"], row["name_en"])}
        for row in read("donors")
    ]  # fmt: skip
    await tx.execute(insert(Unit).values(units).on_conflict_do_nothing())
    await tx.execute(insert(Donor).values(donors).on_conflict_do_nothing())


async def _recipients(tx: AsyncSession, units: dict[str, UUID]) -> int:
    there = set(await tx.scalars(select(Recipient.id)))
    entered = [
        Recipient(
            id=UUID(row["id"]),
            unit_id=units[row["unit_code"]],
            kind=KINDS.get(row["kind"], row["kind"]),
            province=row["province"] or None,
            managing_agency=row["managing_agency"] or None,
            name_vi=row["name_vi"],
            name_en=row["name_en"] or None,
            demo=True,
            **derived(row["name_vi"], row["name_en"]),
        )
        for row in read("recipients")
        if UUID(row["id"]) not in there
    ]
    tx.add_all(entered)
    await tx.flush()
    act = Acting(tx, WHO, Change, "demonstration")
    for recipient in entered:
        act.log(recipient, RecipientOut.of(recipient, WHO), "create")
    return len(entered)


async def _grants(tx: AsyncSession, units: dict[str, UUID]) -> int:
    there = set(await tx.scalars(select(Grant.id)))
    recipients = {row["id"]: row for row in read("recipients")}
    rates = (await tx.scalars(select(Rate))).all()
    entered, deeds, log = [], [], []
    numbers: dict[tuple[UUID, int], int] = defaultdict(int)
    for row in read("grants"):
        if UUID(row["id"]) in there:
            continue
        unit, unit_id = row["unit_code"], units[row["unit_code"]]
        grant = draft(row, unit_id, recipients[row["recipient_id"]])
        for step in live(grant, row, unit, _rates_of(row, rates)):
            out = GrantOut.seen(())(grant, step.by)
            act = Acting(tx, step.by, Change, "demonstration")
            log.append(
                act.entry(
                    "grants", grant.id, grant.version, step.action, out, unit_id=unit_id,
                    reason=grant.reason,
                )
            )  # fmt: skip
            if step.deed:
                deeds.append({"grant_id": grant.id, "person_id": step.by.id, "act": step.deed})
        entered.append(grant)
        _, year, number = row["code"].split("-")
        numbers[unit_id, int(year)] = max(numbers[unit_id, int(year)], int(number))
    if entered:
        tx.add_all(entered)
        await tx.flush()
        await tx.execute(insert(GrantAct), deeds)
        await tx.execute(insert(Change), log)
        await _numbered(tx, numbers)
    return len(entered)


def _rates_of(row: Row, rates: Sequence[Rate]) -> dict[str, UUID | None]:
    """The rates in force on the day of approval, as an approval keeps them."""
    if not row["approved_on"]:
        return {}
    day = date.fromisoformat(row["approved_on"])
    found = {
        rate.currency: rate.id
        for rate in rates
        if rate.valid_from <= day and (rate.valid_to is None or day <= rate.valid_to)
    }
    return {"rate_id": found.get(row["currency"]), "usd_rate_id": found.get("USD")}


async def _numbered(tx: AsyncSession, numbers: dict[tuple[UUID, int], int]) -> None:
    """New dossiers go on after the highest running number of the file."""
    values = [{"unit_id": u, "year": y, "last": n} for (u, y), n in numbers.items()]
    row = insert(GrantNumber).values(values)
    highest = func.greatest(GrantNumber.last, row.excluded.last)
    await tx.execute(
        row.on_conflict_do_update(
            index_elements=[GrantNumber.unit_id, GrantNumber.year], set_={"last": highest}
        )
    )
