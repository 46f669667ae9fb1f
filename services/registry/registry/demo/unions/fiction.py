"""Fictional records that add up to what the sources print without naming anybody."""

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from registry.demo.unions.locals import NAMESPACE
from registry.recognitions.rules import RecognitionStatus, new_code

Row = dict[str, Any]
CENTRAL = 64  # S4: "64 tổ chức thành viên trung ương"
DEMO = "Dữ liệu trình diễn (demo), cộng thành số mà nguồn ghi"
NGOS = Path(__file__).parents[1] / "ngos.csv"


def record_id(kind: str, key: str) -> UUID:
    """The id of a demonstration record of this table."""
    return uuid5(NAMESPACE, f"{kind}/{key}")


def first_ngos(count: int) -> list[dict[str, str]]:
    """The first demonstration NGOs."""
    with NGOS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))[:count]


def central_members() -> list[Row]:
    """64 of the end of 2017: two thirds bilateral associations, the rest institutions."""
    rows = []
    for n in range(1, CENTRAL + 1):
        bilateral = n % 3 != 0
        name = f"Hội hữu nghị Việt Nam – Nước Giả Định {n:02} (demo)"
        rows.append(
            {
                "unit": "VUFO",
                "key": f"central/{n}",
                "name_vi": name if bilateral else f"Viện, quỹ Hư Cấu số {n:02} (demo)",
                "level": "central",
                "kind": "friendship_association" if bilateral else "institution",
                "source": DEMO,
                "fixed": {"demo": True},
            }
        )
    return rows


def local_members(unions: Iterable[Any]) -> list[Row]:
    """52 of the end of 2017: each local union of that day is a member of the national one."""
    return [
        {
            "unit": "VUFO",
            "key": f"local/{union.code}",
            "name_vi": union.name_vi,
            "level": "local",
            "kind": "union",
            "union_id": str(union.id),
            "joined": union.founded
            and {"date": str(union.founded), "precision": union.founded_precision},
            "source": DEMO if union.demo else "S4: 52 Liên hiệp địa phương; nguồn không nêu tên",
            "fixed": {"demo": union.demo},
        }
        for union in unions
    ]


def recognised(unit: str, key: str, demo: bool, **said: Any) -> Row:
    code = new_code(uuid5(NAMESPACE, f"codes/{key}").bytes[:10])
    fixed = {"demo": demo, "status": RecognitionStatus.GRANTED, "code": code}
    return {"unit": unit, "key": key, "fixed": fixed, **said}


def merit(
    unit: str, giver: str, units: dict[str, UUID], year: int, on: date, **many: int
) -> list[Row]:
    """Certificates of merit of one union for one year, to so many recipients of each type."""
    called = {"collective": "Tập thể", "individual": "Ông (bà) Người"}
    return [
        recognised(
            unit,
            f"merit/{unit}/{year}/{kind}/{n}",
            True,
            kind="certificate_of_merit",
            title="Giấy khen",
            giver=giver,
            giver_unit_id=str(units[unit]),
            recipient_type=kind,
            recipient=f"{called[kind]} Giả Định số {n:02} (demo)",
            decided={"date": str(on)},
            achievement=f"Đóng góp tích cực trong công tác năm {year}",
            period_from=f"{year}-01-01",
            period_to=f"{year}-12-31",
            source=DEMO,
        )
        for kind, count in many.items()
        for n in range(1, count + 1)
    ]


def acknowledged(units: dict[str, UUID], count: int = 48) -> list[Row]:
    """S4: 48 foreign NGOs recognised for 2013–2017; which, the source does not say."""
    with NGOS.open(encoding="utf-8", newline="") as file:
        chosen = list(csv.DictReader(file))[:count]
    return [
        recognised(
            "VUFO",
            f"ngos/{ngo['id']}",
            True,
            kind="acknowledgement",
            title="Ghi nhận đóng góp của tổ chức PCPNN",
            giver="Liên hiệp các tổ chức hữu nghị Việt Nam",
            giver_unit_id=str(units["VUFO"]),
            recipient_type="ngo",
            recipient=ngo["name_vi"],
            recipient_ngo_id=ngo["id"],
            decided={"date": "2017-01-01", "precision": "year"},
            achievement="Đóng góp cho Việt Nam giai đoạn 2013-2017",
            period_from="2013-01-01",
            period_to="2017-12-31",
            source=f"S4: “Lễ ghi nhận đóng góp của 48 tổ chức PCPNN”. {DEMO}",
        )
        for ngo in chosen
    ]


def flags(units: dict[str, UUID], central: list[Row], local: list[Row]) -> list[Row]:
    """S4: flags to 8 members, 4 central and 4 local; which, the source does not say."""
    return [
        recognised(
            "VUFO",
            f"flags/{member['key']}",
            True,
            kind="emulation_flag",
            title="Cờ thi đua",
            giver="Liên hiệp các tổ chức hữu nghị Việt Nam",
            giver_unit_id=str(units["VUFO"]),
            recipient_type="member",
            recipient=member["name_vi"],
            recipient_member_id=str(record_id("members", member["key"])),
            level=member["level"],
            decided={"date": "2018-01-16"},
            achievement="Đơn vị dẫn đầu trong phong trào thi đua năm 2017",
            period_from="2017-01-01",
            period_to="2017-12-31",
            source=f"S4: “cờ thi đua cho 8 tổ chức thành viên”. {DEMO}",
        )
        for member in (*central[:4], *[row for row in local if row["fixed"]["demo"]][:4])
    ]


def referrals(units: dict[str, UUID]) -> list[Row]:
    """One introduction that led to aid, one under way; S2 describes the custom without cases."""
    first, second = first_ngos(2)
    halves = [{"unit_id": str(units[code]), "percentage": "50"} for code in ("HUFO", "HAUGIANG")]
    led = {
        "status": "concluded",
        "accepted_on": date(2019, 4, 20),
        "visited_on": date(2019, 5, 15),
        "visit": "Khảo sát xã Giả Định (demo)",
        "concluded_on": date(2020, 3, 1),
        "outcome": "agreed",
        "result": "Nhận hỗ trợ công trình nước sạch (demo)",
        "credits": halves,
    }
    return [
        {
            "unit": "HUFO",
            "key": "hufo-haugiang",
            "to_unit_id": str(units["HAUGIANG"]),
            "ngo_id": first["id"],
            "need_id": str(record_id("needs", "haugiang-nuoc-sach")),
            "introduced_on": "2019-04-02",
            "source": DEMO,
            "fixed": {"demo": True, **led},
        },
        {
            "unit": "HUFO",
            "key": "hufo-cantho",
            "to_unit_id": str(units["CANTHO"]),
            "ngo_id": second["id"],
            "need_id": str(record_id("needs", "cantho-khi-hau")),
            "introduced_on": "2026-03-10",
            "source": DEMO,
            "fixed": {"demo": True, "status": "introduced", "credits": []},
        },
    ]
