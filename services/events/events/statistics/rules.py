"""Labels of what is no row of a reference table. Pure."""

STATUSES = {
    "draft": ("Dự thảo", "Draft"),
    "planned": ("Dự kiến", "Planned"),
    "confirmed": ("Đã xác nhận", "Confirmed"),
    "done": ("Đã tổ chức", "Held"),
    "postponed": ("Tạm hoãn", "Postponed"),
    "cancelled": ("Đã huỷ", "Cancelled"),
}
REMAINDERS = {
    "several": ("Nhiều giá trị", "Several"),
    "unknown": ("Chưa rõ", "Unknown"),
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

Names = dict[str, tuple[str, str]]


def label(by: str, key: str, known: Names) -> dict[str, str]:
    """The label of a key in both languages; the key itself when nothing names it."""
    vi, en = known.get(key) or REMAINDERS.get(key) or _calendar(by, key)
    return {"vi": vi, "en": en}


def _calendar(by: str, key: str) -> tuple[str, str]:
    if by == "year":
        return f"Năm {key}", key
    if by == "month":
        year, month = key.split("-")
        return f"Tháng {int(month)}/{year}", f"{_MONTHS[int(month) - 1]} {year}"
    return key, key


def order(key: str, names: Names) -> tuple[bool, int, str]:
    """Named keys in the order of their names, then the others, the remainders last."""
    places = list(names)
    return key in REMAINDERS, places.index(key) if key in names else len(places), key
