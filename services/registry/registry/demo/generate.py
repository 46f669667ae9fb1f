"""Write the demonstration NGOs and certificates: 129 counted on 2021-11-11, 40 not.

`python generate.py` writes the same bytes each time. `uncounted.csv`, written by hand, says why
each of the 40 is left out; README.md says what adds up.
"""

import csv
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from random import Random
from uuid import UUID, uuid5

HERE = Path(__file__).parent
NAMESPACE = UUID("6f1d8f0e-7d0b-5b1a-9c57-6e6863617500")
WRITTEN_ON = date(2026, 11, 15)  # nothing is issued after this day
DECREE_58, MERGER = date(2022, 11, 1), date(2025, 7, 1)
DAY = timedelta(days=1)
COMINGO = "Ủy ban Công tác về các tổ chức phi chính phủ nước ngoài"
SUFFIX = {"operation": "HĐ", "representative_office": "VPĐD", "project_office": "VPDA"}
YEARS = {"operation": 3, "representative_office": 5, "project_office": 2}

HOMES = {
    **{"US": 30, "CA": 9, "BR": 2, "MX": 1, "CL": 1, "AR": 1, "CU": 1, "PE": 1, "CO": 1},  # 47
    **{"DE": 9, "FR": 8, "GB": 7, "NL": 5, "CH": 4, "BE": 4, "DK": 3},
    **{"NO": 2, "SE": 2, "IT": 2, "ES": 2, "FI": 1, "AT": 1},  # 50
    **{"JP": 8, "KR": 8, "AU": 7, "SG": 3, "NZ": 1, "IN": 1, "TH": 1, "HK": 1, "MY": 1, "PH": 1},
}
NEARBY = [f"VN-{n}" for n in (74, 77, 80, 75, 92, 93, 94, 31, "01", 48, 72, 56)]
SECTORS = ["health", "health_care", "reproductive_health", "biomedical_research", "education"]
SECTORS += ["social_assistance", "community_development", "climate_change", "health", "education"]
SECTORS += ["agriculture", "environment", "poverty_reduction", "social_protection", "culture"]
NAMES = {
    "Quỹ": "Fund", "Hội": "Society", "Tổ chức": "Organisation", "Trung tâm": "Centre",
    "Mạng lưới": "Network", "Sáng kiến": "Initiative", "Liên minh": "Alliance",
}  # fmt: skip
IMAGES = {
    "Cầu Vồng": "Rainbow", "Hạt Sương": "Dewdrop", "Cánh Diều": "Kite", "Lá Sen": "Lotus Leaf",
    "Mây Trắng": "White Cloud", "Đom Đóm": "Firefly", "Bến Mơ": "Dream Wharf",
    "Sao Hôm": "Evening Star", "Gió Nồm": "South Wind", "Thuyền Giấy": "Paper Boat",
}  # fmt: skip
FICTION = {"Giả Định": "Imagined", "Hư Cấu": "Fictional", "Tưởng Tượng": "Imaginary"}

Row = dict[str, str]
rng, numbers = Random(20211111), count(1)  # only .random(): stable between Python versions


def below(n: int) -> int:
    return int(rng.random() * n)


def some(pool: list[str], n: int) -> list[str]:
    return sorted({pool[below(len(pool))] for _ in range(n)})


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(name: str, rows: list[Row]) -> None:
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


PROVINCES = read(HERE.parent / "places/data/provinces.csv")
MERGED = {p["code"]: p["successor_code"] for p in PROVINCES if p["successor_from"] == str(MERGER)}


def ngo(n: int, unit: str, home: str) -> Row:
    (kind, kind_en), (image, image_en), (fiction, fiction_en) = (
        list(words.items())[n % len(words)] for words in (NAMES, IMAGES, FICTION)
    )
    return {
        **{"id": str(uuid5(NAMESPACE, f"ngo/{n}")), "n": str(n), "unit_code": unit},
        "name_vi": f"{kind} {image} {fiction} số {n:03} (demo)",
        "name_en": f"{fiction_en} {image_en} {kind_en} {n:03} (demo)",
        "short_name": f"{fiction_en[0]}{image_en[0]}{kind_en[0]}-{n:03}",
        **{"home_country": home, "website": f"https://ngo-{n:03}.example", "demo": "true"},
    }


def certificate(
    owner: Row, kind: str, issued: date, start: date, areas: Iterable[str], sectors: Iterable[str]
) -> Row:
    """Valid at most so many years from the day of issue (regulations 1.1 and 1.4)."""
    last = issued.replace(issued.year + YEARS[kind], day=min(issued.day, 28)) - DAY
    if issued >= MERGER:
        areas = {MERGED[area] for area in areas}
    return {
        "id": str(uuid5(NAMESPACE, f"certificate/{next(numbers)}")),
        **{"ngo_id": owner["id"], "kind": kind},
        "number": f"DEMO-{int(owner['n']):03}/{issued.year}/{SUFFIX[kind]}",
        "issuer": COMINGO if issued < DECREE_58 else "Bộ Ngoại giao",
        **{"issued_on": str(issued), "valid_from": str(start), "valid_to": str(last)},
        **{"provinces": "|".join(sorted(areas)), "sectors": "|".join(sectors), "demo": "true"},
    }


def renewals(owner: Row, latest: Row) -> Iterator[Row]:
    """What follows a certificate, while luck lasts: issued shortly before the last one ends."""
    areas, sectors = latest["provinces"].split("|"), latest["sectors"].split("|")
    while rng.random() < 0.8:
        start = date.fromisoformat(latest["valid_to"]) + DAY
        if (issued := start - (5 + below(35)) * DAY) > WRITTEN_ON:
            return
        latest = certificate(owner, "operation", issued, start, areas, sectors)
        yield latest


def counted(n: int, home: str) -> tuple[Row, list[Row]]:
    """Held on the day, issued by "Cục Ngoại vụ" as seed S0 prints; often one before, some after."""
    owner, areas = ngo(n, "HUFO", home), {"VN-79", *some(NEARBY, below(3))}
    sectors = some(SECTORS, 1 + below(3))
    issued, wait = date(2018, 11, 20) + below(1070) * DAY, below(8)
    if n <= 2:  # the edges: the last and the first day of validity are the day of the count
        issued, wait = ((date(2018, 11, 12), 0), (date(2021, 11, 1), 10))[n - 1]
    held = certificate(owner, "operation", issued, issued + wait * DAY, areas, sectors)
    rows = [held | {"issuer": "Cục Ngoại vụ"}, *renewals(owner, held)]
    if n % 5 < 3:
        earlier = issued - (1096 + below(30)) * DAY
        rows.insert(0, certificate(owner, "operation", earlier, earlier, areas, sectors))
    if n % 6 == 0 or n % 20 == 1:
        kind = "representative_office" if n % 6 == 0 else "project_office"
        opened = date(2019, 1, 15) + below(1000) * DAY
        rows.append(certificate(owner, kind, opened, opened, {"VN-79"}, sectors))
    return owner, rows


def uncounted(plan: Row) -> tuple[Row, list[Row]]:
    owner = ngo(int(plan["n"]), plan["unit_code"], plan["home_country"])
    issued, start = (date.fromisoformat(plan[day]) for day in ("issued_on", "valid_from"))
    areas, sectors = plan["provinces"].split("|"), some(SECTORS, 1 + below(3))
    first = certificate(owner, "operation", issued, start, areas, sectors)
    return owner, [first, *([] if "expired" in plan["why"] else renewals(owner, first))]


def main() -> None:
    homes = [home for home, times in HOMES.items() for _ in range(times)]
    made = [counted(n, home) for n, home in enumerate(homes, 1)]
    made += [uncounted(plan) for plan in read(HERE / "uncounted.csv")]
    write("ngos.csv", [owner for owner, _ in made])
    write("certificates.csv", [row for _, rows in made for row in rows])


if __name__ == "__main__":
    main()
