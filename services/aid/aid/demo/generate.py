"""Write the demonstration grants: 85 approvals of HUFO that add up to seeds S0 and S1, 40 others.

Always the same bytes. Donors and their certificates come from the registry's demonstration files;
`recipients.csv` and `uncounted.csv` are written by hand."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from uuid import UUID, uuid5

HERE = Path(__file__).parent
REGISTRY = HERE.parents[2] / "registry/registry/demo"
NAMESPACE = UUID("6f1d8f0e-7d0b-5b1a-9c57-6e6863617500")
RATE = 23_000  # VND for a dollar in 2021: rates/data/rates.csv
FIRST, LAST = date(2021, 1, 1), date(2021, 12, 1)
TOTALS = {"non_project": (70, 594_500_000_000, 12), "project": (15, 275_700_000_000, 3)}
DAY, DRAFTED = timedelta(days=1), "2026-11-16"
SPLITS = [["100"], ["60", "40"], ["70", "30"], ["33.34", "33.33", "33.33"], ["50", "30", "20"]]
LOCALITY = {"HUFO": "VN-79", "HAIPHONG": "VN-31", "HAUGIANG": "VN-93", "CANTHO": "VN-92"}
FORMS = {
    "non_project": ("Viện trợ phi dự án", "Non-project aid"),
    "project": ("Dự án", "Project"),
    "programme": ("Chương trình", "Programme"),
    "emergency_relief": ("Cứu trợ khẩn cấp", "Emergency relief"),
    "recovery": ("Khắc phục hậu quả", "Recovery"),
}
SUBJECTS = {
    "health": ("trang thiết bị y tế", "medical equipment"),
    "health_care": ("khám, chữa bệnh lưu động", "mobile clinics"),
    "reproductive_health": ("chăm sóc bà mẹ và trẻ sơ sinh", "care for mothers and newborns"),
    "biomedical_research": ("nghiên cứu y sinh cộng đồng", "community biomedical research"),
    "education": ("phòng đọc và học bổng", "reading rooms and scholarships"),
    "social_assistance": ("hỗ trợ người khuyết tật", "support for people with disabilities"),
    "community_development": ("nước sạch và nhà cộng đồng", "clean water and community houses"),
    "climate_change": ("thích ứng với triều cường", "adapting to high tides"),
    "agriculture": ("rau an toàn cho hộ ngoại thành", "safe vegetables for suburban farms"),
    "environment": ("phân loại rác tại nguồn", "sorting waste at source"),
    "poverty_reduction": ("sinh kế cho hộ cận nghèo", "livelihoods for near-poor households"),
    "social_protection": ("gói an sinh cho lao động mất việc", "help for workers who lost jobs"),
    "culture": ("thư viện song ngữ", "bilingual libraries"),
}
Row = dict[str, str]
rng = Random(20211201)  # only .random(): stable between Python versions


def below(n: int) -> int:
    return int(rng.random() * n)


def workday(day: date) -> date:
    return day - max(0, day.weekday() - 4) * DAY


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


NGOS = {ngo["id"]: ngo for ngo in read(REGISTRY / "ngos.csv")}
OPERATING = [c for c in read(REGISTRY / "certificates.csv") if c["kind"] == "operation"]
RECIPIENTS = read(HERE / "recipients.csv")


def permit(unit: str, first: str, last: str) -> Row:
    """A donor's certificate that covers the union's province on both days."""
    here = [c for c in OPERATING if LOCALITY[unit] in c["provinces"].split("|")]
    fit = [c for c in here if c["valid_from"] <= first and last <= c["valid_to"]]
    return fit[below(len(fit))]


def amounts(form: str) -> Iterator[tuple[int, str]]:
    """So many commitments that their sum in VND is exact; some in whole thousands of dollars."""
    number, total, in_usd = TOTALS[form]
    dollars = [(50 + below(950)) * 1000 for _ in range(in_usd)]
    left = total - RATE * sum(dollars)
    weights = [0.1 + rng.random() ** 3 for _ in range(number - in_usd)]
    dong = [int(left * w / sum(weights)) // 10**6 * 10**6 for w in weights]
    dong[-1] += left - sum(dong)
    step = number // in_usd
    for place in range(number):
        usd = place % step == step - 1 and dollars
        yield (dollars.pop(), "USD") if usd else (dong.pop(), "VND")


def grant(
    n: int, unit: str, form: str, status: str, days: tuple[str, str], amount: int, currency: str
) -> Row:
    submitted, decided = days
    on = submitted or DRAFTED
    held = permit(unit, on, decided or on)
    sectors = held["sectors"].split("|")
    shares = [split for split in SPLITS if len(split) == len(sectors)]
    if sectors == ["health"]:  # the year of the pandemic
        sectors, shares = ["health", "covid_control"], SPLITS[1:2]
    split = shares[below(len(shares))]
    assert sum(map(Decimal, split)) == 100
    homes = [r for r in RECIPIENTS if r["unit_code"] == unit]
    homes = [r for r in homes if sectors[0] in r["sectors"].split("|")]
    owner = homes[below(len(homes))]
    known, done = SUBJECTS[sectors[0]], status in ("approved", "rejected")
    appraised = workday(date.fromisoformat(on) + (1 if form == "emergency_relief" else 9) * DAY)
    approved = status == "approved"
    return {
        "id": str(uuid5(NAMESPACE, f"grant/{n}")),
        **{"n": str(n), "unit_code": unit, "code": f"VT-{on[:4]}-{n:04}"},
        "title_vi": f"{FORMS[form][0]}: {known[0]}, khoản số {n:03} (demo)",
        "title_en": f"{FORMS[form][1]}: {known[1]}, grant {n:03} (demo)",
        **{"form": form, "donor_id": held["ngo_id"], "donor_name": NGOS[held["ngo_id"]]["name_vi"]},
        "recipient_id": owner["id"],
        "sectors": "|".join(f"{s}:{share}" for s, share in zip(sectors, split, strict=True)),
        **{"provinces": LOCALITY[unit], "amount": str(amount), "currency": currency},
        **{"status": status, "submitted_on": submitted},
        "appraised_on": str(appraised) if done else "",
        **{"approved_on": decided if approved else "", "refused_on": "" if approved else decided},
        "decision_number": f"DEMO-{n:04}/QĐ-UBND" if approved else "",
        **{"authority": owner["managing_agency"], "demo": "true"},
    }


def counted() -> Iterator[Row]:
    n = 0
    for form in TOTALS:
        edges = [FIRST, LAST]
        for amount, currency in amounts(form):
            n += 1
            approved = edges.pop() if edges else workday(FIRST + (3 + below(330)) * DAY)
            days = str(workday(approved - (14 + below(12)) * DAY)), str(approved)
            yield grant(n, "HUFO", form, "approved", days, amount, currency)


def uncounted() -> Iterator[Row]:
    for p in read(HERE / "uncounted.csv"):
        size = (20 + below(400)) * (1_000 if p["currency"] == "USD" else 25_000_000)
        days = p["submitted_on"], p["decided_on"]
        yield grant(int(p["n"]), p["unit_code"], p["form"], p["status"], days, size, p["currency"])


def write(name: str, rows: list[Row]) -> None:
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    rows = [*counted(), *uncounted()]
    write("grants.csv", rows)
    # What the copies of the registry hold on the first day, before its feed was ever read.
    named = sorted({row["donor_id"] for row in rows}, key=lambda ngo: int(NGOS[ngo]["n"]))
    told = ("id", "name_vi", "name_en", "home_country")
    write("donors.csv", [{name: NGOS[ngo][name] for name in told} for ngo in named])
    units = read(REGISTRY.parent / "units/data/units.csv")
    told = ("id", "code", "name_vi", "national")
    shown = {"VUFO", *LOCALITY}
    write("units.csv", [{name: u[name] for name in told} for u in units if u["code"] in shown])


if __name__ == "__main__":
    main()
