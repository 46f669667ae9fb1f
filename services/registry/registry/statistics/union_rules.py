"""The words of the unions' dimensions, and credit counted once. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from registry.statistics.rules import Names

WORDS: dict[str, Names] = {
    "level": {"central": ("Trung ương", "Central"), "local": ("Địa phương", "Local")},
    "recipient_type": {
        "collective": ("Tập thể", "Collective"),
        "individual": ("Cá nhân", "Individual"),
        "ngo": ("Tổ chức PCPNN", "Foreign NGO"),
        "unit": ("Liên hiệp", "Union"),
        "member": ("Tổ chức thành viên", "Member organisation"),
    },
    "kind": {
        "union": ("Liên hiệp địa phương", "Local union"),
        "friendship_association": ("Hội hữu nghị", "Friendship association"),
        "club": ("Câu lạc bộ", "Club"),
        "overseas_liaison": ("Liên lạc Việt kiều", "Overseas liaison"),
        "institution": ("Viện, quỹ, trung tâm", "Institution"),
        "other": ("Khác", "Other"),
        "emulation_flag": ("Cờ thi đua", "Emulation flag"),
        "certificate_of_merit": ("Giấy khen", "Certificate of merit"),
        "commendation": ("Bằng khen", "Commendation"),
        "medal": ("Kỷ niệm chương", "Medal"),
        "acknowledgement": ("Ghi nhận đóng góp", "Acknowledgement"),
        "gift": ("Quà", "Gift"),
    },
}
Shares = Sequence[Mapping[str, Any]]


def credited(referrals: Iterable[tuple[UUID, Shares]]) -> dict[str, tuple[int, Decimal]]:
    """By unit: how many it introduced, and its shares of those that were concluded."""
    found: dict[str, tuple[int, Decimal]] = {}

    def add(unit: str, count: int, credit: Decimal) -> None:
        had = found.get(unit, (0, Decimal()))
        found[unit] = (had[0] + count, had[1] + credit)

    for introducer, shares in referrals:
        add(str(introducer), 1, Decimal())
        for share in shares:
            add(str(share["unit_id"]), 0, Decimal(share["percentage"]) / 100)
    return found
