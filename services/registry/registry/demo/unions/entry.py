"""One run of entering demonstration records through the schemas of the wire."""

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.changes.act import Acting
from registry.coverage.rules import Place
from registry.demo.unions.locals import LAST_DAY, NAMESPACE, enter_locals
from registry.places.models import Province
from registry.units.models import Unit, UnitProvince

HERE = Path(__file__).parent
Row = dict[str, Any]


def read(name: str) -> list[Row]:
    """The records of a file; `[[records]]` one by one."""
    rows: list[Row] = tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))["records"]
    return rows


@dataclass
class Entry:
    """One run: the units by code, what was entered, and what was there before."""

    tx: AsyncSession
    act: Acting
    units: dict[str, UUID] = field(default_factory=dict)
    entered: int = 0
    there: int = 0

    async def locals(self) -> None:
        """The fictional unions, and then all unions by code."""
        named = select(UnitProvince.province_code, Unit.code).join(Unit)
        was = named.where(UnitProvince.valid_to == LAST_DAY, ~Unit.demo)
        taken: dict[str, str] = dict((await self.tx.execute(was)).all())
        names = [field.name for field in fields(Place)]
        places = [
            Place(*[getattr(row, name) for name in names])
            for row in await self.tx.scalars(select(Province))
        ]
        there = set(await self.tx.scalars(select(Unit.id)))
        self.entered = await enter_locals(self.act, places, taken, there)
        self.units = dict((await self.tx.execute(select(Unit.code, Unit.id))).all())
        self.there = sum(code.startswith("DEMO") for code in self.units) - self.entered

    async def all(
        self,
        kind: type[Any],
        rows: Iterable[Row],
        shape: type[Any],
        settle: Callable[[AsyncSession, Any], Any],
        out: type[Any],
    ) -> None:
        """Enter the rows that are not there yet, each with its line in the change log.

        A row says its `unit`'s code; `key` makes its id, `fixed` holds columns that no client sets.
        """
        made: list[Any] = []
        known = set(await self.tx.scalars(select(kind.id)))
        for number, row in enumerate(rows):
            fixed = row.pop("fixed", {})
            unit = self.units[row.pop("unit")]
            new = uuid5(NAMESPACE, f"{kind.__tablename__}/{row.pop('key', number)}")
            if new in known:
                self.there += 1
                continue
            body = shape(**row)
            # a number stands beside its record, not in it: see `registry.sealed`
            values = body.columns("id", "unit_id", "number", "paper_number")
            record = kind(id=new, unit_id=unit, **values, **fixed)
            await settle(self.tx, record)
            self.tx.add(record)
            made.append(record)
        await self.tx.flush()
        for record in made:
            self.act.log(record, out.of(record, self.act.actor), "create")
        self.entered += len(made)
