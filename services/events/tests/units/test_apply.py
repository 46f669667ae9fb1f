"""The copy of the registry's unions: what the feed tells, the newer version wins."""

from uuid import uuid4

import pytest
from fastapi import FastAPI

from events.units.models import Unit
from events.units.queries import apply

RECORD = {"code": "HUFO", "name_vi": "Liên hiệp", "name_en": None, "national": False}


@pytest.mark.parametrize("versions", [(1, 2, 3), (3, 1, 2), (2, 3, 3)])
async def test_whatever_the_order_the_newest_version_stays(
    app: FastAPI, versions: tuple[int, ...]
) -> None:
    unit_id = uuid4()
    async with app.state.sessions() as tx, tx.begin():
        for version in versions:
            told = {**RECORD, "name_vi": f"tên {version}", "id": str(unit_id)}
            await apply(tx, str(unit_id), version, told)

    async with app.state.sessions() as tx:
        unit = await tx.get_one(Unit, unit_id)
        assert (unit.version, unit.name_vi) == (3, "tên 3")


async def test_a_deleted_union_leaves_unless_a_newer_one_came(app: FastAPI) -> None:
    gone, kept = uuid4(), uuid4()
    async with app.state.sessions() as tx, tx.begin():
        await apply(tx, str(gone), 1, {**RECORD, "code": "A"})
        await apply(tx, str(kept), 5, {**RECORD, "code": "B"})
        await apply(tx, str(gone), 2, None)
        await apply(tx, str(kept), 2, None)

    async with app.state.sessions() as tx:
        assert await tx.get(Unit, gone) is None
        assert await tx.get(Unit, kept) is not None
