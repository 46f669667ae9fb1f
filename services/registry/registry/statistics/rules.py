"""Labels of what is no row of a reference table. Pure."""

KINDS = {
    "operation": ("Giấy đăng ký hoạt động", "Operation certificate"),
    "representative_office": (
        "Giấy đăng ký lập Văn phòng đại diện",
        "Representative-office certificate",
    ),
    "project_office": ("Giấy đăng ký lập Văn phòng dự án", "Project-office certificate"),
}
REMAINDERS = {
    "several": ("Nhiều giá trị", "Several"),
    "unknown": ("Chưa rõ", "Unknown"),
}


def label(key: str, known: dict[str, tuple[str, str]]) -> dict[str, str]:
    """The label of a key in both languages; the key itself when nothing names it."""
    vi, en = known.get(key) or REMAINDERS.get(key) or (key, key)
    return {"vi": vi, "en": en}
