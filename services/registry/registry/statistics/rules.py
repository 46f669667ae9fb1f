"""The rows of a statistic: their labels and order. Pure."""

from collections.abc import Iterable, Mapping

Names = Mapping[str, tuple[str, str]]

# Dimensions that no reference table names, in the order they are shown.
FIXED: dict[str, Names] = {
    "kind": {
        "operation": ("Giấy đăng ký hoạt động", "Operation certificate"),
        "representative_office": (
            "Giấy đăng ký lập Văn phòng đại diện",
            "Representative-office certificate",
        ),
        "project_office": ("Giấy đăng ký lập Văn phòng dự án", "Project-office certificate"),
    },
    "status": {
        "valid": ("Còn hiệu lực", "Valid"),
        "expired": ("Hết hiệu lực", "Expired"),
        "none": ("Chưa có giấy đăng ký", "No certificate yet"),
    },
}
REMAINDERS = {
    "other": ("Nhiều giá trị", "Several"),
    "unknown": ("Chưa rõ", "Unknown"),
}


def rows(by: str, counts: Iterable[tuple[str, int]], names: Names) -> list[dict[str, object]]:
    """The counts as rows, in the order of `names`; the remainder rows come last."""
    place = {key: position for position, key in enumerate(names)}
    ordered = sorted(counts, key=lambda row: (place.get(row[0], len(place)), row[0]))
    return [
        {"key": {by: key}, "label": label(key, names), "count": count} for key, count in ordered
    ]


def label(key: str, names: Names) -> dict[str, str]:
    """The label of a key in both languages; the key itself when nothing names it."""
    vi, en = names.get(key) or REMAINDERS.get(key) or (key, key)
    return {"vi": vi, "en": en}
