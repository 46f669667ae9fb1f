"""Fictional local unions for the provinces that the sources do not name: 52 in all at the end of
2017, 6 provinces with a case and 5 with neither. Which provinces those are is made up, and the
names say so; what became of a union in 2025 follows its province."""

from datetime import date
from typing import Any
from uuid import UUID, uuid5

from chassis.changes.act import Acting
from registry.coverage.rules import Place, later, of_day
from registry.units.models import Unit, UnitProvince
from registry.units.schemas import UnitIn, UnitOut, made

NAMESPACE = UUID("6f1d8f0e-7d0b-5b1a-9c57-6e6863617501")
PRINTED_ON, MERGER = date(2017, 12, 31), date(2025, 7, 1)
LAST_DAY = date(2025, 6, 30)
WITH_NEITHER = 5
SOURCE = "Dữ liệu trình diễn (demo), không có trong nguồn nào"


def provinces_left(places: list[Place], taken: set[str]) -> list[Place]:
    """Those that get a fictional union: all but the named ones and the last five by code."""
    left = sorted((c, p) for c, p in of_day(places, PRINTED_ON).items() if c not in taken)
    return [place for _, place in left][:-WITH_NEITHER]


def survives(places: list[Place], place: Place) -> bool:
    """Whether the province of 2025 in which this one lies still has its name."""
    return _name(later(places, place, MERGER)) == _name(place)


def _name(place: Place) -> str:
    return place.name_en.replace(" Province", "").replace(" City", "")


def _in_a_sentence(name: str) -> str:
    """`Tỉnh Bắc Giang` as it stands within a name: `tỉnh Bắc Giang`."""
    return name[:1].lower() + name[1:]


def code(place: Place) -> str:
    return "DEMO" + place.code.removeprefix("VN-")


def entered(places: list[Place], place: Place, successor: str | None) -> UnitIn:
    """The record of one fictional union."""
    gone = not survives(places, place)
    return UnitIn(
        code=code(place),
        name_vi=f"Liên hiệp các tổ chức hữu nghị {_in_a_sentence(place.name_vi)} (demo)",
        name_en=f"{place.name_en} Union of Friendship Organizations (demo)",
        status="merged" if gone else "active",
        status_as_of=MERGER,
        successor_code=successor if gone else None,
        successor_from=MERGER if gone else None,
        succession_form="unverified" if gone else None,
        valid_to=LAST_DAY if gone else None,
        source=SOURCE,
    )


def covers(unit: Unit, places: list[Place], place: Place) -> list[UnitProvince]:
    """The province it covers: under its old code, and under the new one if it goes on."""
    days: list[dict[str, Any]] = [
        {"province_code": place.code, "valid_from": None, "valid_to": LAST_DAY}
    ]
    if survives(places, place):
        new = later(places, place, MERGER)
        days.append({"province_code": new.code, "valid_from": MERGER, "valid_to": None})
    fixed = {"basis": "own", "source": SOURCE, "confidence": "DERIVED", "verified": False}
    return [UnitProvince(unit_id=unit.id, **fixed, **held) for held in days]


async def enter_locals(
    act: Acting, places: list[Place], taken: dict[str, str], there: set[UUID]
) -> int:
    """Enter those that are missing. `taken`: the named unions' codes by province of 2017."""
    then = of_day(places, PRINTED_ON)
    chosen = provinces_left(places, set(taken))
    # whose province lost its name is followed by the union of the one that kept it
    heirs = {_name(then[province]): union for province, union in taken.items()}
    heirs |= {_name(place): code(place) for place in chosen if survives(places, place)}
    units = []
    for place in chosen:
        new = uuid5(NAMESPACE, f"units/{code(place)}")
        if new not in there:
            body = entered(places, place, heirs.get(_name(later(places, place, MERGER))))
            units.append((made(body, new, demo=True), place))
    act.tx.add_all(unit for unit, _ in units)
    await act.tx.flush()  # the provinces point at them
    for unit, place in units:
        act.tx.add_all(covers(unit, places, place))
        act.log(unit, UnitOut.of(unit, act.actor), "create")
    await act.tx.flush()
    return len(units)
